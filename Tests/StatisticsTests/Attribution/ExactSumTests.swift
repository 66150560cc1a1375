import Statistics
import Testing

@Suite struct ExactSumTests {
  private let smallest = Double.leastNonzeroMagnitude

  @Test func nothingIsLostBetweenLargeNumbers() {
    #expect(ExactSum(of: [1e16, 1, -1e16]).value == 1)
    #expect(ExactSum(of: [1e300, smallest, -1e300]).value == smallest)
    #expect(ExactSum(of: [-1e308, 1e308, -3, 1e-20]).value == -3)
    #expect(ExactSum(of: []).value == 0)
  }

  /// 0.1 is a little more than a tenth, and ten times that is nearest to 1; adding one after the other gives less.
  @Test func tenTenthsAreOne() {
    let tenths = Array(repeating: 0.1, count: 10)
    #expect(tenths.reduce(0, +) < 1)
    #expect(ExactSum(of: tenths).value == 1)
  }

  /// Sums of twelve numbers between 2^−61 and 2^59, each so many times, divided by 1, 7 and 10!, by Python's fractions.
  @Test func agreesWithFractions() {
    let expected = [
      [0x1.307c6eb3f164bp+63, 0x1.5bfbec3b5d055p+60, 0x1.5fefbd7c21e6dp+41],
      [-0x1.6261e4944835ap+65, -0x1.950229ce0961ep+62, -0x1.999bc9b1e8df6p+43],
      [0x1.2eda72a190f58p+53, 0x1.5a1e39dd37f3fp+50, 0x1.5e0c9e23df155p+31],
      [-0x1.6ae51c075538ep+63, -0x1.9ebcb25185f7dp+60, -0x1.a3729bd18048ap+41],
      [-0x1.95dc9bdfba767p+65, -0x1.cfd78d91f9abfp+62, -0x1.d51c3ec6743a1p+43],
      [-0x1.ca51918845884p+57, -0x1.05e577bb95727p+55, -0x1.08def8c6d10b7p+36],
    ]
    var numbers = CongruentialNumbers(seed: 3)
    for quotients in expected {
      var sum = ExactSum()
      for _ in 0..<12 {
        let mantissa = numbers.next() - 0.5
        let exponent = Int(numbers.next() * 120) - 60
        let times = Int(numbers.next() * 2_000) - 1_000
        sum.add(Double(sign: .plus, exponent: exponent, significand: mantissa), times: times)
      }
      #expect(sum.value == quotients[0])
      #expect(sum.value(dividedBy: 7) == quotients[1])
      #expect(sum.value(dividedBy: 3_628_800) == quotients[2])
    }
  }

  /// One number is divided as IEEE 754 divides, whatever it is.
  @Test func aQuotientIsRoundedOnce() {
    var numbers = CongruentialNumbers(seed: 8)
    for _ in 0..<500 {
      let value =
        (numbers.next() - 0.5) * Double(sign: .plus, exponent: Int(numbers.next() * 2_000) - 1_040, significand: 1)
      for divisor in [1, 3, 10, 720, 1 << 31, 4_000_000_007] {
        #expect(ExactSum(of: [value]).value(dividedBy: divisor) == value / Double(divisor), "\(value) / \(divisor)")
      }
    }
  }

  @Test func halvesGoToTheEvenNeighbour() {
    #expect(ExactSum(of: [1, 0x1p-53]).value == 1)
    #expect(ExactSum(of: [1, 0x1p-53, smallest]).value == 1 + 0x1p-52)
    #expect(ExactSum(of: [1 + 0x1p-52, 0x1p-53]).value == 1 + 0x1p-51)
    #expect(ExactSum(of: [smallest]).value(dividedBy: 2) == 0)
    #expect(ExactSum(of: [3 * smallest]).value(dividedBy: 2) == 2 * smallest)
    #expect(ExactSum(of: [smallest]).value(dividedBy: 3) == 0)
  }

  @Test func beyondTheLargestIsInfinity() {
    let largest = Double.greatestFiniteMagnitude
    #expect(ExactSum(of: [largest, largest]).value == .infinity)
    #expect(ExactSum(of: [-largest, -largest]).value == -.infinity)
    #expect(ExactSum(of: [largest, largest]).value(dividedBy: 2) == largest)
  }

  @Test func theOrderDoesNotMatter() {
    var numbers = CongruentialNumbers(seed: 5)
    let values = (0..<100).map { _ in
      (numbers.next() - 0.5) * Double(sign: .plus, exponent: Int(numbers.next() * 90), significand: 1)
    }
    #expect(ExactSum(of: values) == ExactSum(of: values.reversed()))
    var parts = ExactSum(of: values[..<40])
    parts.add(ExactSum(of: values[40...]))
    #expect(parts == ExactSum(of: values))
    #expect(parts != ExactSum(of: values[1...]))
  }

  @Test func wrongUseStopsTheProcess() async {
    await #expect(processExitsWith: .exitCode(70)) { _ = ExactSum(of: [1, .infinity]) }
    await #expect(processExitsWith: .exitCode(70)) {
      var sum = ExactSum()
      sum.add(1, times: 1 << 32)
    }
    await #expect(processExitsWith: .exitCode(70)) { _ = ExactSum().value(dividedBy: 0) }
  }
}
