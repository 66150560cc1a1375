/// Finds the word that somebody who mistyped one meant.
package enum Suggestion {
  /// The nearest known word that is near enough: two slips of the finger, one in words under five letters.
  ///
  /// Dashes in front are not letters: `version` is near to `--version`. Of words equally near, a flag wins for a flag
  /// and a command for a command, then the one named first.
  package static func nearest(to typed: String, in known: [String]) -> String? {
    let letters = typed.drop { $0 == "-" }
    let allowed = letters.count < 5 ? 1 : 2
    let candidates = known.map { word in
      let slips = distance(Array(letters), Array(word.drop { $0 == "-" }))
      return (word: word, slips: slips, kind: word.hasPrefix("-") == typed.hasPrefix("-") ? 0 : 1)
    }
    return candidates.filter { $0.slips <= allowed }.min { ($0.slips, $0.kind) < ($1.slips, $1.kind) }?.word
  }

  /// Letters to insert, delete, replace or swap with their neighbour to make one word of the other.
  ///
  /// Optimal string alignment: Damerau's slips (1964), no letter touched twice.
  static func distance(_ first: [Character], _ second: [Character]) -> Int {
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
