import Synchronization
import Units

/// Where in all its years a run is: what is told when it has to stop.
package struct YearMoment: Sendable {
  /// The policy's id.
  package let policy: String
  /// Which simulated year, from 1.
  package let year: Int
  package var date: CalendarDate
  /// The hour of the day that is being simulated, 0 to 23.
  package var hour: Int

  func later(hours: Int) -> YearMoment {
    let days = Int((Double(hour + hours) / 24).rounded(.down))
    var moment = self
    moment.date = date.advanced(by: days)
    moment.hour = hour + hours - days * 24
    return moment
  }
}

/// The hour that a thread's year has come to, for whoever asks when it has stopped.
final class YearClock: Sendable {
  private let passed: Atomic<Int>

  init(hour: Int) { passed = Atomic(hour) }

  /// Hours since the first day that is shown began.
  var hour: Int {
    get { passed.load(ordering: .relaxed) }
    set { passed.store(newValue, ordering: .relaxed) }
  }
}
