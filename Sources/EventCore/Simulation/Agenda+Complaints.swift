import Preconditions

extension Agenda {
  @usableFromInline @inline(never)
  func reportPast(_ time: Time, _ phase: Phase, _ file: StaticString, _ line: UInt) -> Never {
    complain(
      "the past cannot be changed: asked for time \(time), phase \(phase.rank), when it is already time \(now), phase "
        + "\(self.phase.rank)",
      file: file, line: line)
  }

  @usableFromInline @inline(never)
  static func reportNoTime(_ time: Time, _ file: StaticString, _ line: UInt) -> Never {
    complain("\(time) is no time of this clock: it is not a number or out of range", file: file, line: line)
  }

  @usableFromInline @inline(never)
  func reportOverflow(_ delay: Time, _ file: StaticString, _ line: UInt) -> Never {
    complain(
      "the time overflows: \(delay) after \(now) cannot be represented", file: file, line: line)
  }

  @usableFromInline @inline(never)
  func reportHandle(_ handle: EventHandle, _ deed: StaticString, _ file: StaticString, _ line: UInt) -> Never {
    let reason =
      handle == .none
      ? "it is the handle that names no event"
      : "its event has happened, was cancelled or rescheduled with this handle already, or belongs to another simulation"
    complain("a handle cannot be \(deed): \(reason)", file: file, line: line)
  }
}

/// `stop` under another name: inside ``Agenda`` that word ends a run.
private func complain(_ message: String, file: StaticString, line: UInt) -> Never {
  stop("EventCore", message, file: file, line: line)
}
