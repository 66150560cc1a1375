/// Evaluates the continued fraction b₀ + a₁/(b₁ + a₂/(b₂ + …)).
///
/// `part` gives a and b of an index from 0 on; a₀ is not used. The method is that of Lentz as modified by Thompson
/// and Barnett (1986), *Journal of Computational Physics* 64(2).
func continuedFraction(_ part: (Int) -> (numerator: Double, denominator: Double)) -> Double {
  let tiny = 0x1p-900
  var value = part(0).denominator
  if value == 0 { value = tiny }
  var above = value
  var below = 0.0
  for index in 1..<100_000 {
    let (numerator, denominator) = part(index)
    below = denominator + numerator * below
    if below == 0 { below = tiny }
    below = 1 / below
    above = denominator + numerator / above
    if above == 0 { above = tiny }
    let factor = above * below
    value *= factor
    if (factor - 1).magnitude < 0x1p-53 { break }
  }
  return value
}
