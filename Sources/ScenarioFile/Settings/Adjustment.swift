/// What a policy or a shock does to one setting, and how much of it: strength 0 is nothing, 1 all of it, a half half the
/// way.
package struct Adjustment: Sendable {
  package enum Change: Sendable {
    case set(SettingValue)
    case scale(Double)
    case add(Double)
  }

  package let change: Change
  package let strength: Double

  package init(_ change: Change, strength: Double) {
    self.change = change
    self.strength = strength
  }

  func applied(to number: Double) -> Double {
    switch change {
    case .set(.number(let aim)): number + strength * (aim - number)
    case .set: number
    case .scale(let factor): number * (1 + strength * (factor - 1))
    case .add(let term): number + strength * term
    }
  }
}
