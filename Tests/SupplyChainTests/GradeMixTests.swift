import Testing

@testable import SupplyChain

@Suite("The mix of grades")
struct GradeMixTests {
  private let usual = Graded(0.30, 0.35, 0.25, 0.10)

  @Test("of ordinary fruit is what the file says")
  func ordinary() {
    let shares = GradeMix(usual).shares(shift: 0)
    for grade in Grade.allCases { #expect((shares[grade] - usual[grade]).magnitude < 1e-9) }
  }

  @Test("adds up, and has more of the large grades the larger the fruit", arguments: [-3.0, -1, -0.2, 0, 0.2, 1, 3])
  func shifts(shift: Double) {
    let mix = GradeMix(usual)
    let shares = mix.shares(shift: shift)
    #expect((shares.sum() - 1).magnitude < 1e-12)
    #expect(shares.min() >= 0)
    #expect(mix.shares(shift: shift + 0.1)[.aa] >= shares[.aa])
    #expect(mix.shares(shift: shift + 0.1)[.c] <= shares[.c])
  }

  @Test("leaves a grade empty that the file leaves empty")
  func empty() {
    let shares = GradeMix(Graded(0, 0.5, 0.5, 0)).shares(shift: 0)
    #expect(shares[.aa] < 1e-6)
    #expect(shares[.c] < 1e-6)
  }
}
