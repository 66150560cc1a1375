import ScenarioFile

/// Finds room for labels beside points, where they cover no other label and no point.
struct LabelRoom {
  private struct Box {
    let (left, right, top, bottom): (Double, Double, Double, Double)

    func meets(_ other: Box) -> Bool {
      left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }
  }

  private let plot: Plot
  private var taken: [Box] = []

  init(plot: Plot) { self.plot = plot }

  mutating func block(x: Double, y: Double) {
    taken.append(Box(left: x - 7, right: x + 7, top: y - 7, bottom: y + 7))
  }

  /// A place for a label, near its point: right, left, above, below, and then further off; nothing where there is none.
  mutating func place(_ words: Words, x: Double, y: Double) -> (x: Double, y: Double, anchor: Canvas.Anchor)? {
    let width = Canvas.width(of: words)
    for away in [0.0, 14, 28, 42, 56] {
      for side in [0, 1, 2, 3] {
        for sign in away == 0 ? [1.0] : [-1.0, 1] {
          let (left, baseline): (Double, Double) =
            switch side {
            case 0: (x + 10, y + 4.5 + sign * away)
            case 1: (x - 10 - width, y + 4.5 + sign * away)
            case 2: (x - width / 2, y - 12 - away)
            default: (x - width / 2, y + 22 + away)
            }
          let inside = min(max(left, plot.left + 2), plot.right - width)
          let box = Box(left: inside, right: inside + width, top: baseline - 14, bottom: baseline + 5)
          guard inside >= 0, box.top >= plot.top - 16, box.bottom <= plot.bottom, !taken.contains(where: box.meets)
          else {
            continue
          }
          taken.append(box)
          return (inside, baseline, .start)
        }
      }
    }
    return nil
  }
}
