import EventCore

// Written here, where the compiler sees both the loop and what happens in it, and makes one copy for everybody.
extension Simulation<Province> {
  /// Lets time pass until a minute; whoever wants to, looks at the books after every event.
  @discardableResult
  package mutating func pass(until minute: Int, checkingEveryEvent: Bool = false) -> RunEnd {
    guard checkingEveryEvent else { return run(until: minute) }
    var check = BalanceCheck()
    return run(until: minute, watchedBy: &check)
  }
}
