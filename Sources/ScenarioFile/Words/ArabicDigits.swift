extension String {
  /// The same with 0-9 in the place of Thai digits.
  var withArabicDigits: String {
    var plain = ""
    for scalar in unicodeScalars {
      let digit = 0xe50...0xe59 ~= scalar.value ? Unicode.Scalar(scalar.value - 0xe50 + 0x30) : nil
      plain.unicodeScalars.append(digit ?? scalar)
    }
    return plain
  }
}
