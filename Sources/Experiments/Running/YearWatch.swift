import SupplyChain

/// Who looks on while years are simulated; looking changes nothing.
package struct YearWatch: Sendable {
  /// What is said when a year has to stop.
  package var stopping: (@Sendable (YearMoment, _ complaint: String) -> String)?
  /// Who hears what happens to each lot; where years run side by side, to those of all of them.
  package var listener: TraceListener?
  /// Whether the books are recomputed after every event, which costs a pass over all accounts.
  package var checksEveryEvent = false
  /// What is done to a province while its hour ends: nothing but where somebody wants to see something go wrong.
  package var disturbance: (@Sendable (YearMoment, inout Province) -> Void)?

  package init() {}
}
