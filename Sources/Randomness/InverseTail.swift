/// The logarithm of a tail's probability less a wanted one, and what is known of its course, to find its root.
///
/// In the logarithm of a gamma variate, or of a beta variate's odds, the logarithm of a tail is nearly straight however
/// small the tail, so few steps lead to the root from far away.
struct InverseTail {
  /// What is to become zero; rising.
  var value: Double

  /// Its derivative.
  var slope: Double

  /// Its second derivative over its first.
  var bend: Double

  /// The size of its third derivative over its first.
  var sharpness: Double

  /// - Parameters:
  ///   - tails: The probabilities at a point.
  ///   - front: The derivative of the lower one.
  ///   - frontSlope: The derivative of the front's logarithm.
  ///   - frontBend: The size of the derivative of that.
  ///   - target: The wanted logarithm of the tail's probability.
  ///   - isLower: Which tail.
  init(_ tails: Tails, front: Double, frontSlope: Double, frontBend: Double, target: Double, isLower: Bool) {
    let tail = isLower ? tails.lower : tails.upper
    value = isLower ? Elementary.log(tail) - target : target - Elementary.log(tail)
    slope = front / tail
    bend = isLower ? frontSlope - slope : frontSlope + slope
    sharpness = bend * bend + slope * slope + frontBend + 1
  }

  /// The root between two bounds, by Halley's method kept in a bracket.
  @inline(__always)
  static func root(
    from guess: Double, least: Double, greatest: Double, _ function: (Double) -> InverseTail
  ) -> Double {
    var low = least
    var high = greatest
    var y = min(max(guess, least), greatest)
    for _ in 0..<200 {
      let here = function(y)
      if here.value == 0 { return y }
      if here.value < 0 { low = y } else { high = y }
      let newton = -here.value / here.slope
      let halley = newton / min(max(1 + 0.5 * newton * here.bend, 0.5), 2)
      // A step of more than 2 on a logarithmic scale trusts the slope too far.
      let step = min(max(halley, -2), 2)
      // Halley's error is of the third order: after a step this small it is below a rounding.
      let size = step.magnitude
      if size * size * size * here.sharpness <= 0x1p-54 || size <= 0x1p-52 * y.magnitude { return y + step }
      let next = y + step
      y = next > low && next < high ? next : low + (high - low) / 2
    }
    return y
  }
}
