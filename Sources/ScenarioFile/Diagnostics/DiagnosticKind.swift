/// A kind of error or warning: its id, which people search for and forward, and what it means.
///
/// A kind is declared beside the code that reports it.
package struct DiagnosticKind: Sendable, Hashable {
  package enum Severity: String, Sendable {
    case error
    case warning
  }

  /// Lower-case words with hyphens, the same in every language.
  package let id: String
  package let severity: Severity

  /// What it means and what to do, in plain words, for `longan explain`.
  package let explanation: Words

  package static func error(_ id: String, en: String, th: String) -> DiagnosticKind {
    DiagnosticKind(id: id, severity: .error, explanation: Words(en: en, th: th))
  }

  package static func warning(_ id: String, en: String, th: String) -> DiagnosticKind {
    DiagnosticKind(id: id, severity: .warning, explanation: Words(en: en, th: th))
  }

  package static func == (left: DiagnosticKind, right: DiagnosticKind) -> Bool { left.id == right.id }

  package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

extension DiagnosticKind {
  /// Every kind that this room reports.
  package static var all: [DiagnosticKind] { ofJSON5 + ofSettings + ofLoading + ofTables + [badAssignment] }
}
