import Preconditions

/// A capacity that changes at known times, once or again and again.
///
/// ```swift
/// // Open from 8 to 17 o'clock, every day, in minutes.
/// let hours = CapacityCalendar(steps: [(0, 0), (480, 12), (1_020, 0)], every: 1_440)
/// hours.capacity(at: 500)          // 12
/// hours.nextChange(after: 500)     // at 1020, to 0
/// ```
///
/// Schedule an event for the next change; when it happens, tell the ``ServiceStation`` or ``Store``, and schedule the
/// one after it.
public struct CapacityCalendar<Time: EventTime & AdditiveArithmetic>: Sendable {
  private let times: [Time]
  private let capacities: [Int]
  private let period: Time?

  /// Makes a calendar.
  ///
  /// - Parameters:
  ///   - steps: When the capacity becomes what, in order of time. Before the first step it is that of the last when the
  ///     calendar repeats, and 0 when it does not.
  ///   - period: After how long the steps repeat; all of them must lie in the first period.
  ///   - file: Where the calendar is made.
  ///   - line: The line of it.
  public init(
    steps: [(time: Time, capacity: Int)], every period: Time? = nil, file: StaticString = #fileID, line: UInt = #line
  ) {
    times = steps.map(\.time)
    capacities = steps.map(\.capacity)
    self.period = period
    let inClock = (times + (period.map { [$0] } ?? [])).allSatisfy { $0.order < EventTimeRange.end }
    let inOrder = zip(times, times.dropFirst()).allSatisfy(<)
    let inPeriod = period.map { length in length > .zero && times.allSatisfy { $0 >= .zero && $0 < length } } ?? true
    if steps.isEmpty || !inClock || !inOrder || !inPeriod || capacities.contains(where: { $0 < 0 }) {
      stop(
        "EventCore", "a calendar needs steps in order of time, within its period, to capacities of 0 or more",
        file: file, line: line)
    }
  }

  /// The capacity at a time; at a step, that after it.
  /// - Complexity: O(log *steps*).
  public func capacity(at time: Time, file: StaticString = #fileID, line: UInt = #line) -> Int {
    check(time, file, line)
    let index = stepsBegun(by: time, from: begin(of: time))
    if index > 0 { return capacities[index - 1] }
    return period == nil ? 0 : capacities[capacities.count - 1]
  }

  /// The next change later than a time; `nil` when there is none.
  ///
  /// Its capacity is always what ``capacity(at:file:line:)`` says for its time, however real time rounds.
  ///
  /// - Complexity: O(log *steps*).
  public func nextChange(
    after time: Time, file: StaticString = #fileID, line: UInt = #line
  ) -> (time: Time, capacity: Int)? {
    check(time, file, line)
    let begin = begin(of: time)
    let index = stepsBegun(by: time, from: begin)
    if index < times.count { return change(at: begin + times[index]) }
    guard let period else { return nil }
    let next = multiple(near: begin + period) + times[0]
    if next <= time {
      stop("EventCore", "at time \(time), the clock cannot tell a period of \(period)", file: file, line: line)
    }
    return change(at: next)
  }

  private func check(_ time: Time, _ file: StaticString, _ line: UInt) {
    // Compared with the ends, because a time too small for a clock may well be asked about.
    let isBetweenEnds = time >= Time(order: 0) && time <= Time(order: EventTimeRange.end - 1)
    if !isBetweenEnds { stop("EventCore", "no clock shows \(time)", file: file, line: line) }
  }

  private func change(at time: Time) -> (time: Time, capacity: Int) { (time, capacity(at: time)) }

  // Real time rounds. Each change has one time, the rounded sum of a step and the rounded begin of its period, and every
  // question is answered from that; else a change could be in force for one question and still to come for another.

  /// The begin of the period that a time lies in.
  private func begin(of time: Time) -> Time {
    guard let period else { return .zero }
    let nearest = multiple(near: time)
    return nearest <= time ? nearest : multiple(near: nearest - period)
  }

  /// The multiple of the period that is nearest to a time, rounded once.
  private func multiple(near time: Time) -> Time {
    guard let period else { return .zero }
    if time < .zero { return .zero - multiple(near: .zero - time) }
    // Both differences are exact, the second because the rest is more than half of the period.
    let rest = time.remainder(in: period)
    return rest > period - rest ? time + (period - rest) : time - rest
  }

  /// How many steps of the period that begins at a time lie at or before another.
  private func stepsBegun(by time: Time, from begin: Time) -> Int {
    var low = 0
    var high = times.count
    while low < high {
      let middle = (low + high) / 2
      if begin + times[middle] <= time { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
