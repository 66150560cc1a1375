import ScenarioFile

/// How fruit is picked and packed on the farm.
package enum HarvestForm: String, SettingChoice, BitwiseCopyable {
  /// The best fruit of tended trees, in white baskets, for export.
  case basket
  /// Tied in bunches.
  case bunch
  /// Stripped from the stalk.
  case loose

  package var words: Words {
    switch self {
    case .basket: Words(en: "white baskets", th: "ตะกร้าขาว")
    case .bunch: Words(en: "tied bunches", th: "สดช่อ")
    case .loose: Words(en: "loose fruit", th: "รูดร่วง")
    }
  }

  package var index: Int {
    switch self {
    case .basket: 0
    case .bunch: 1
    case .loose: 2
    }
  }
}

extension Form {
  /// A number for each form, under one key.
  func byForm(
    _ key: String, _ standard: (basket: Double, bunch: Double, loose: Double), in range: ClosedRange<Double>,
    _ grounds: Grounds, en: String, th: String
  ) -> SIMD3<Double> {
    group(key, Words(en: "the forms", th: "รูปแบบ"), en: en, th: th) { form in
      var numbers = SIMD3<Double>.zero
      let standards = [standard.basket, standard.bunch, standard.loose]
      for harvested in HarvestForm.allCases {
        numbers[harvested.index] = form.number(
          harvested.rawValue, standards[harvested.index], in: range, grounds,
          en: "\(en) As \(harvested.words.english).", th: "\(th) \(harvested.words.thai)")
      }
      return numbers
    }
  }
}
