/// Numbers as people read them.
package enum NumberText {
  /// With commas between thousands: `4,500` and `1,250.5`.
  package static func grouped(_ value: Double) -> String {
    let text = JSONText.number(value)
    let digits = text.drop { $0 == "-" }
    guard let whole = digits.split(separator: ".", maxSplits: 1).first, whole.allSatisfy(\.isNumber) else {
      return text
    }
    var grouped = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { grouped += "," }
      grouped.append(digit)
    }
    return (value < 0 ? "-" : "") + grouped + digits.dropFirst(whole.count)
  }
}
