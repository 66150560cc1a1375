import Randomness

/// How fruit of a given size falls into grades.
///
/// Sizes lie on a bell; a grade is what lies between two cuts. Larger fruit shifts the bell, so that no grade ever gets
/// a share below zero. Shifts are looked up in steps of a hundredth.
struct GradeMix: Sendable {
  private var table: [Graded] = []

  private static let most = 3.0
  private static let step = 0.01

  init(_ shares: Graded) {
    var cuts: [Double] = []
    var sum = 0.0
    for grade in 0..<3 {
      sum += shares[grade]
      cuts.append(Elementary.normalQuantile(min(max(sum, 1e-9), 1 - 1e-9)))
    }
    let steps = Int(2 * GradeMix.most / GradeMix.step) + 1
    for index in 0..<steps {
      let shift = Double(index) * GradeMix.step - GradeMix.most
      let below = cuts.map { Elementary.normalCumulative($0 + shift) }
      table.append(Graded(below[0], below[1] - below[0], below[2] - below[1], 1 - below[2]))
    }
  }

  /// The shares of fruit that is larger than usual by so many standard deviations.
  func shares(shift: Double) -> Graded {
    let place = ((shift + GradeMix.most) / GradeMix.step).rounded()
    return table[Int(min(max(place, 0), Double(table.count - 1)))]
  }
}
