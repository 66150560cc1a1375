import ScenarioFile

/// When fruit ripens.
package enum SeasonChoice: String, SettingChoice {
  case `in`
  case off

  package var words: Words {
    switch self {
    case .in: Words(en: "in season", th: "ในฤดู")
    case .off: Words(en: "off season", th: "นอกฤดู")
    }
  }
}
