import ScenarioFile
import Units

/// Numbers and dates as a report says them.
enum Figures {
  /// With so many digits behind the point, commas between thousands and a true minus.
  static func fixed(_ value: Double, _ digits: Int = 0) -> String {
    guard value.isFinite else { return "–" }
    var power = 1.0
    for _ in 0..<digits { power *= 10 }
    let scaled = (value.magnitude * power).rounded()
    guard scaled < 0x1p53 else { return JSONText.number(value) }
    let whole = Int64(scaled)
    let unit = Int64(power)
    var text = NumberText.grouped(Double(whole / unit))
    if digits > 0 {
      let rest = String(whole % unit)
      text += "." + String(repeating: "0", count: digits - rest.count) + rest
    }
    return (value < 0 && whole > 0 ? "−" : "") + text
  }

  /// With as many digits as its size makes sense of: 12,300, 412, 8.6, 0.35.
  static func plain(_ value: Double) -> String {
    let size = value.magnitude
    if size >= 1_000 { return fixed((value / 10).rounded() * 10) }
    if size >= 100 { return fixed(value) }
    if size >= 1 { return fixed(value, 1) }
    return size == 0 ? "0" : fixed(value, 2)
  }

  /// To the nearest ten, as nobody knows tons a day more exactly.
  static func amount(_ value: Double) -> String { fixed((value / 10).rounded() * 10) }

  static func percent(_ share: Double) -> String { fixed(share * 100) + " %" }

  /// "6 Aug 2569", in both eras.
  static func date(_ date: CalendarDate) -> Words {
    Words(
      en: "\(date.day) \(MonthNames.english[date.month - 1]) \(Markup.year(date.year))",
      th: "\(date.day) \(MonthNames.thai[date.month - 1]) \(Markup.year(date.year))")
  }

  static func dayMonth(_ date: CalendarDate) -> Words {
    Words(
      en: "\(date.day) \(MonthNames.english[date.month - 1])", th: "\(date.day) \(MonthNames.thai[date.month - 1])")
  }

  static func month(_ date: CalendarDate) -> Words {
    Words(en: MonthNames.english[date.month - 1], th: MonthNames.thai[date.month - 1])
  }

  /// "9–15 Aug" of seven days around one.
  static func week(around date: CalendarDate) -> Words {
    let (from, to) = (date.advanced(by: -3), date.advanced(by: 3))
    let start = from.month == to.month ? Words(String(from.day)) : dayMonth(from)
    let dash = from.month == to.month ? Words("–") : Words(" – ")
    return start + dash + dayMonth(to)
  }
}
