/// What a setting counts, told by the end of its key, so that no file needs to say it.
///
/// The list is closed. A key without one of these endings is a count or a pure number.
package enum SettingUnit: String, Sendable, CaseIterable {
  // Longer endings first: `_thb_per_kg` ends in `_kg` too.
  case bahtPerKilogram = "thb_per_kg"
  case bahtPerRai = "thb_per_rai"
  case bahtPerDay = "thb_per_day"
  case tonnesPerDay = "t_per_day"
  case tonnesPerHour = "t_per_hour"
  case kilogramsPerRai = "kg_per_rai"
  case kilogramsPerDay = "kg_per_day"
  case baht = "thb"
  case tonnes = "t"
  case kilograms = "kg"
  case rai = "rai"
  case kilometres = "km"
  case days = "days"
  case hours = "hours"
  case share = "share"
  case date = "date"
  case none = ""

  package init(key: String) {
    self =
      SettingUnit.allCases.first { $0 != .none && (key.hasSuffix("_" + $0.rawValue) || key == $0.rawValue) } ?? .none
  }

  /// As it stands behind a number.
  package var words: Words {
    switch self {
    case .bahtPerKilogram: Words(en: "THB/kg", th: "บาท/กก.")
    case .bahtPerRai: Words(en: "THB/rai", th: "บาท/ไร่")
    case .bahtPerDay: Words(en: "THB/day", th: "บาท/วัน")
    case .tonnesPerDay: Words(en: "t/day", th: "ตัน/วัน")
    case .tonnesPerHour: Words(en: "t/hour", th: "ตัน/ชั่วโมง")
    case .kilogramsPerRai: Words(en: "kg/rai", th: "กก./ไร่")
    case .kilogramsPerDay: Words(en: "kg/day", th: "กก./วัน")
    case .baht: Words(en: "THB", th: "บาท")
    case .tonnes: Words(en: "t", th: "ตัน")
    case .kilograms: Words(en: "kg", th: "กก.")
    case .rai: Words(en: "rai", th: "ไร่")
    case .kilometres: Words(en: "km", th: "กม.")
    case .days: Words(en: "days", th: "วัน")
    case .hours: Words(en: "hours", th: "ชั่วโมง")
    case .share: Words(en: "share, 0 to 1", th: "สัดส่วน 0 ถึง 1")
    case .date: Words(en: "date", th: "วันที่")
    case .none: Words("")
    }
  }

  /// The key without its unit, to find who meant the same in another unit.
  package static func stem(of key: String) -> String {
    let unit = SettingUnit(key: key)
    return unit == .none ? key : String(key.dropLast(min(key.count, unit.rawValue.count + 1)))
  }
}

extension SettingUnit {
  /// What it is, for whoever has not met it.
  package var explanation: Words {
    switch self {
    case .bahtPerKilogram: Words(en: "baht per kilogram", th: "บาทต่อกิโลกรัม")
    case .bahtPerRai: Words(en: "baht per rai", th: "บาทต่อไร่")
    case .bahtPerDay: Words(en: "baht per day", th: "บาทต่อวัน")
    case .tonnesPerDay: Words(en: "tonnes per day", th: "ตันต่อวัน")
    case .tonnesPerHour: Words(en: "tonnes per hour", th: "ตันต่อชั่วโมง")
    case .kilogramsPerRai: Words(en: "kilograms per rai", th: "กิโลกรัมต่อไร่")
    case .kilogramsPerDay: Words(en: "kilograms per day", th: "กิโลกรัมต่อวัน")
    case .baht: Words(en: "Thai baht", th: "บาท")
    case .tonnes: Words(en: "tonnes of 1,000 kilograms", th: "ตัน คือ 1,000 กิโลกรัม")
    case .kilograms: Words(en: "kilograms", th: "กิโลกรัม")
    case .rai:
      Words(en: "rai of 1,600 square metres, 6.25 to a hectare", th: "ไร่ คือ 1,600 ตารางเมตร 6.25 ไร่เป็นหนึ่งเฮกตาร์")
    case .kilometres: Words(en: "kilometres", th: "กิโลเมตร")
    case .days: Words(en: "days", th: "วัน")
    case .hours: Words(en: "hours", th: "ชั่วโมง")
    case .share: Words(en: "a part of the whole, 0 to 1: 45 % is 0.45", th: "ส่วนของทั้งหมด 0 ถึง 1 เช่น ร้อยละ 45 คือ 0.45")
    case .date:
      Words(
        en: "a day, \"2569-08-02\"; years from 2400 on are B.E., up to 2299 C.E.",
        th: "วัน เขียน \"2569-08-02\" ปีตั้งแต่ 2400 เป็น พ.ศ. ไม่เกิน 2299 เป็น ค.ศ.")
    case .none: Words(en: "a count, or a number without a unit", th: "จำนวนนับ หรือตัวเลขที่ไม่มีหน่วย")
    }
  }

  /// What `longan explain` tells of it; nothing where there is no unit to name.
  package var explained: Explanation? {
    if self == .none { return nil }
    return Explanation(
      rawValue, others: ["_" + rawValue, words.english, words.thai],
      Words(en: "a unit, ", th: "หน่วย ") + words,
      explanation + Words(en: "; keys that end in _\(rawValue)", th: " ใช้กับคีย์ที่ลงท้ายด้วย _\(rawValue)"))
  }

  /// `longan help units`.
  package static let topic = HelpTopic(
    "units", Words(en: "what a number counts, told by the end of its key", th: "หน่วยของตัวเลข ดูจากส่วนท้ายของคีย์"),
    [
      .paragraph(
        Words(
          en: """
            The end of a key tells the unit, so that a file gives numbers alone: "area_rai": 270000. The same ending \
            means the same unit in settings, metrics and columns of tables.
            """,
          th: """
            ส่วนท้ายของคีย์บอกหน่วย ในไฟล์จึงเขียนเฉพาะตัวเลข เช่น "area_rai": 270000 \
            ส่วนท้ายเดียวกันคือหน่วยเดียวกัน ทั้งในค่าตั้ง ตัวชี้วัด และคอลัมน์ของตาราง
            """)),
      .rows(
        columns: 14,
        allCases.map { HelpTopic.Row($0 == .none ? "-" : "_" + $0.rawValue, $0.explanation) }),
    ])
}
