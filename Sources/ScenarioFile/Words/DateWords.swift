import Units

/// Dates in words.
package enum DateWords {
  /// The date with both years once: "6 Aug 2569 (2026)".
  package static func both(_ date: CalendarDate) -> Words {
    Words(en: date.englishTextWithBothYears, th: date.thaiText + " (\(date.year))")
  }

  /// Why a text is no date.
  static func fault(_ error: CalendarDateError) -> Words {
    switch error {
    case .notADate(let text): Words(en: "\"\(text.brief)\" is no date", th: "\"\(text.brief)\" ไม่ใช่วันที่")
    case .yearOutOfRange(let year): Words(en: "there is no year \(year) here", th: "ใช้ปี \(year) ไม่ได้")
    case .noSuchMonth(let month): Words(en: "there is no month \(month)", th: "ไม่มีเดือนที่ \(month)")
    case .noSuchDay(let day, let month, let year, let lastDay):
      Words(
        en: "month \(month) of \(year) has \(lastDay) days, not \(day)",
        th: "เดือน \(month) ปี \(year) มี \(lastDay) วัน ไม่มีวันที่ \(day)")
    }
  }
}

extension DateWords {
  /// `8` as `08`.
  static func twoDigits(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
}
