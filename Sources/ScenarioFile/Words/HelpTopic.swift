/// A page of help about what many commands share; declared beside what it tells of.
package struct HelpTopic: Sendable {
  package enum Block: Sendable {
    case paragraph(Words)
    /// Names or samples, each with what it means; names take so many columns.
    case rows(columns: Int, [Row])
  }

  package struct Row: Sendable {
    package let name: String
    package let words: Words

    package init(_ name: String, _ words: Words) {
      self.name = name
      self.words = words
    }

    package init(_ name: String, en: String, th: String) {
      self.init(name, Words(en: en, th: th))
    }
  }

  /// What people type behind `longan help`.
  package let name: String
  package let summary: Words
  package let blocks: [Block]

  package init(_ name: String, _ summary: Words, _ blocks: [Block]) {
    self.name = name
    self.summary = summary
    self.blocks = blocks
  }
}
