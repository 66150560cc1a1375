import ScenarioFile

extension Arguments {
  /// A whole number that was given for a flag, in a range; nothing where none was.
  static func number(
    _ text: String?, _ flag: String, _ range: ClosedRange<UInt64>
  ) throws(CommandFault) -> UInt64? {
    guard let text else { return nil }
    if let number = UInt64(text), range.contains(number) { return number }
    throw .usage(
      UsageFault(
        message: Words(en: "`\(flag)` cannot be `\(text)`", th: "`\(flag)` เป็น `\(text)` ไม่ได้"),
        help: Words(
          en: "a whole number from \(range.lowerBound) to \(range.upperBound)",
          th: "จำนวนเต็มตั้งแต่ \(range.lowerBound) ถึง \(range.upperBound)")))
  }
}
