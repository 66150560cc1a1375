import EventCore

/// Adds up its events.
package struct Counter: Model {
  package var total = 0
  package var stopsAt: Int?
  package var measuringSince = 0

  package mutating func beginMeasuring(at time: Int) { measuringSince = time }

  package init(stopsAt: Int? = nil) { self.stopsAt = stopsAt }

  package mutating func handle(_ event: Int, _ agenda: inout Agenda<Int, Int>) {
    total += event
    if total == stopsAt { agenda.stop() }
  }
}
