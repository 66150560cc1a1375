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
