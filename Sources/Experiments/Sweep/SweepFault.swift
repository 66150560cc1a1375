import ScenarioFile

/// Why a sweep stops, and what is to be done about it.
package struct SweepFault: Error, Sendable {
  package enum Kind: Sendable {
    /// The request is to be fixed.
    case request
    /// Blocks are missing.
    case incomplete
    /// The program contradicts itself.
    case ourFault
    /// What was finished is saved; the same again goes on from there.
    case again
    case interrupted
  }

  package let kind: Kind
  package let words: Words
  package let help: Words?

  package init(_ kind: Kind, _ words: Words, help: Words? = nil) {
    self.kind = kind
    self.words = words
    self.help = help
  }
}
