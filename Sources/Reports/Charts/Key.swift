import ScenarioFile

extension Canvas {
  /// What each line stands for, side by side below a drawing, in as many rows as it takes.
  mutating func key(_ entries: [(style: String, words: Words)], y: Double) {
    var x = 0.0
    var row = y
    for entry in entries {
      let length = 34 + Canvas.width(of: entry.words)
      if x > 0, x + length > width {
        x = 0
        row += 20
      }
      line(x, row - 4, x + 26, row - 4, entry.style)
      text(entry.words, x + 32, row)
      x += length + 16
    }
    height = max(height, row + 8)
  }
}
