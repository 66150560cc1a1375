/// Finds the words that somebody who mistyped one may have meant.
package enum Suggestion {
  /// The nearest known words, three at most: two slips of the finger (one in words under five letters), the same parts in
  /// another order, or the same name with another unit.
  ///
  /// Dashes in front are not letters: `version` is near to `--version`, unless a command is near too. Of words equally
  /// near the one named first comes first.
  package static func candidates(for typed: String, in known: [String]) -> [String] {
    let letters = Array(typed.drop { $0 == "-" })
    let allowed = letters.count < 5 ? 1 : 2
    let parts = parts(of: typed)
    let stem = SettingUnit.stem(of: typed)
    var found: [(word: String, slips: Int, kind: Int)] = []
    for word in known where word != typed {
      let kind = word.hasPrefix("-") == typed.hasPrefix("-") ? 0 : 1
      let name = Array(word.drop { $0 == "-" })
      // Lengths alone rule most out.
      let slips = abs(name.count - letters.count) <= allowed ? distance(letters, name) : Int.max
      if slips <= allowed {
        found.append((word, slips, kind))
      } else if parts.count > 1, parts == self.parts(of: word) {
        found.append((word, allowed, kind))
      } else if stem.count > 2, stem == SettingUnit.stem(of: word) {
        found.append((word, allowed + 1, kind))
      }
    }
    // Sorting is stable only by chance: the place breaks ties.
    let ranked = found.enumerated().sorted {
      ($0.element.slips, $0.element.kind, $0.offset) < ($1.element.slips, $1.element.kind, $1.offset)
    }
    // Of commands and flags that are near, those of the kind that was typed.
    let sameKind = ranked.filter { $0.element.kind == 0 }
    return (sameKind.isEmpty ? ranked : sameKind).prefix(3).map(\.element.word)
  }

  /// The nearest known word.
  package static func nearest(to typed: String, in known: [String]) -> String? {
    candidates(for: typed, in: known).first
  }

  /// "did you mean …?", or nothing when nothing is near.
  package static func question(_ typed: String, in known: [String]) -> Words? {
    let words = candidates(for: typed, in: known).map { "`\($0)`" }
    guard let last = words.last else { return nil }
    let first = words.dropLast().joined(separator: ", ")
    return words.count == 1
      ? Words(en: "did you mean \(last)?", th: "หมายถึง \(last) หรือไม่")
      : Words(en: "did you mean \(first) or \(last)?", th: "หมายถึง \(first) หรือ \(last) หรือไม่")
  }

  private static func parts(of word: String) -> [Substring] {
    word.split { "_-.".contains($0) }.sorted()
  }

  /// Letters to insert, delete, replace or swap with their neighbour to make one word of the other.
  ///
  /// Optimal string alignment: Damerau's slips (1964), no letter touched twice.
  package static func distance(_ first: [Character], _ second: [Character]) -> Int {
    var rows = [Array(0...second.count)]
    for (index, letter) in first.enumerated() {
      var row = [index + 1]
      for (column, other) in second.enumerated() {
        var slips = min(rows[index][column + 1] + 1, row[column] + 1, rows[index][column] + (letter == other ? 0 : 1))
        if index > 0, column > 0, letter == second[column - 1], other == first[index - 1] {
          slips = min(slips, rows[index - 1][column - 1] + 1)
        }
        row.append(slips)
      }
      rows.append(row)
    }
    return rows[first.count][second.count]
  }
}
