/// A word that people meet and ask the meaning of: an error, a unit, a metric; `longan explain` tells it.
package struct Explanation: Sendable {
  package let word: String
  /// Other spellings of it, as tables print it.
  package let others: [String]
  /// What kind of thing it is: "an error".
  package let kind: Words
  package let text: Words

  package init(_ word: String, others: [String] = [], _ kind: Words, _ text: Words) {
    self.word = word
    self.others = others
    self.kind = kind
    self.text = text
  }

  /// A measure of the model: what it is called, and how it is taken; its unit is the end of its id, as everywhere.
  package static func metric(_ id: String, _ title: Words, _ how: Words) -> Explanation {
    let unit = SettingUnit(key: id)
    let behind = unit == .none ? Words("") : Words(", ") + unit.words
    return Explanation(id, Words(en: "a metric", th: "ตัวชี้วัด") + behind, title + Words(en: ". ", th: " – ") + how)
  }
}

extension DiagnosticKind {
  package var explained: Explanation {
    let kind = severity == .error ? Words(en: "an error", th: "ข้อผิดพลาด") : Words(en: "a warning", th: "คำเตือน")
    return Explanation(id, kind, explanation)
  }
}
