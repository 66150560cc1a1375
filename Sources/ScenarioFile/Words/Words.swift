/// What is said to people, in both languages; whoever says something says it twice.
///
///     Words(en: "give one", th: "ใส่ค่าหนึ่งค่า")
///
/// Ids, keys, flags and file names are the same in both. Thai is broken into lines only where a translation has a space.
package struct Words: Sendable, Hashable {
  package let english: String
  package let thai: String

  package init(en english: String, th thai: String) {
    self.english = english
    self.thai = thai
  }

  /// The same in both: a name, a number, a sample of what to type.
  package init(_ both: String) {
    english = both
    thai = both
  }

  package subscript(language: Language) -> String {
    switch language {
    case .english: english
    case .thai: thai
    }
  }

  package static func + (left: Words, right: Words) -> Words {
    Words(en: left.english + right.english, th: left.thai + right.thai)
  }
}

extension String {
  /// What fits into a sentence: forty letters at most.
  package var brief: String {
    let start = prefix(41)
    return start.count <= 40 ? self : start.prefix(39) + "…"
  }
}
