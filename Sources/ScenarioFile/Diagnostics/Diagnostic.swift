/// One thing to tell the writer of a file or a command line: what is wrong, where, and what to type instead.
package struct Diagnostic: Sendable {
  /// A place and what to say under it.
  package struct Label: Sendable {
    package let range: SourceRange
    package let words: Words?

    package init(_ range: SourceRange, _ words: Words? = nil) {
      self.range = range
      self.words = words
    }
  }

  package let kind: DiagnosticKind
  package var message: Words

  /// The place that is wrong, underlined with carets; nothing where no single place is.
  package var label: Label?

  /// Other places that explain it, underlined with dashes.
  package var related: [Label] = []

  /// What else to know.
  package var notes: [Words] = []

  /// What to do about it.
  package var help: Words?

  /// What to write in place of what the label marks, for editors; it is never put in by itself.
  package var replacement: String?

  /// The setting that it is about.
  package var path: String?

  package init(_ kind: DiagnosticKind, _ message: Words, at label: Label?) {
    self.kind = kind
    self.message = message
    self.label = label
  }

  package init(_ kind: DiagnosticKind, _ message: Words, at range: SourceRange, _ words: Words? = nil) {
    self.init(kind, message, at: Label(range, words))
  }

  /// The same with help.
  package func helping(_ help: Words?, replacement: String? = nil) -> Diagnostic {
    var copy = self
    copy.help = help
    copy.replacement = replacement
    return copy
  }

  /// The same with other places.
  package func relating(_ labels: [Label]) -> Diagnostic {
    var copy = self
    copy.related = labels
    return copy
  }

  /// The same with something else to know.
  package func noting(_ note: Words) -> Diagnostic {
    var copy = self
    copy.notes.append(note)
    return copy
  }
}
