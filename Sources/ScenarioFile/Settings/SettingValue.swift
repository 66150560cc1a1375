import Units

/// What a setting is set to.
package enum SettingValue: Sendable, Hashable {
  case number(Double)
  case drawn(DrawnNumber)
  case flag(Bool)
  case text(String)
  case words(Words)
  case date(CalendarDate)
  /// A day of every year.
  case yearly(month: Int, day: Int)
  case list([SettingValue])
  /// What the others of its group leave.
  case rest
}

/// What a setting may be set to.
package indirect enum ValueType: Sendable, Hashable {
  /// A number in a range; a count is whole. It may be drawn anew each year where the model reads it each year.
  case number(ClosedRange<Double>, isWhole: Bool, mayBeDrawn: Bool)
  case flag
  case text
  /// A title in English and Thai; text alone is both.
  case words
  case choice([Choice])
  /// A date; one that comes every year may leave the year out.
  case date(isYearly: Bool)
  /// The id of something that stands elsewhere in the file.
  case id(of: String)
  case list(ValueType)
  /// A file or a `lib:` name, or a list of them.
  case files
  /// A table beside the file: CSV.
  case table

  /// Whether it is words for people and files, never a part of a world.
  var isLabel: Bool {
    switch self {
    case .text, .words, .files: true
    default: false
    }
  }

  /// One of several ids, and what it means.
  package struct Choice: Sendable, Hashable {
    package let id: String
    package let words: Words

    package init(_ id: String, en: String, th: String) {
      self.id = id
      words = Words(en: en, th: th)
    }
  }

  /// What is wanted, in words.
  package var words: Words {
    switch self {
    case .number(let range, let isWhole, let mayBeDrawn): ValueType.words(range, isWhole, mayBeDrawn)
    case .flag: Words(en: "true or false", th: "true หรือ false")
    case .text: Words(en: "text", th: "ข้อความ")
    case .words: Words(en: "text, or { \"en\": …, \"th\": … }", th: "ข้อความ หรือ { \"en\": …, \"th\": … }")
    case .choice(let choices): Words(choices.map { "\"\($0.id)\"" }.joined(separator: ", "))
    case .date(let isYearly):
      isYearly
        ? Words(en: "a date, \"2569-08-02\", or of every year, \"08-02\"", th: "วันที่ \"2569-08-02\" หรือทุกปี \"08-02\"")
        : Words(en: "a date, \"2569-08-02\"", th: "วันที่ \"2569-08-02\"")
    case .id(let map): Words(en: "an id of `\(map)`", th: "ไอดีใน `\(map)`")
    case .files: Words(en: "a file, a lib: name, or a list of them", th: "ไฟล์ ชื่อ lib: หรือรายการของไฟล์")
    case .table: Words(en: "a CSV file beside this one", th: "ไฟล์ CSV ในโฟลเดอร์เดียวกัน")
    case .list(let element): Words(en: "a list of ", th: "รายการของ") + element.words
    }
  }

  private static func words(_ range: ClosedRange<Double>, _ isWhole: Bool, _ mayBeDrawn: Bool) -> Words {
    let kind = isWhole ? Words(en: "a whole number", th: "จำนวนเต็ม") : Words(en: "a number", th: "ตัวเลข")
    let (low, high) = (JSONText.number(range.lowerBound), JSONText.number(range.upperBound))
    let drawn = mayBeDrawn ? Words(en: ", or a distribution", th: " หรือการแจกแจง") : Words("")
    return kind + Words(en: " from \(low) to \(high)", th: "ตั้งแต่ \(low) ถึง \(high)") + drawn
  }
}
