import Foundation
import ScenarioFile

/// The language and the colours that somebody wants: by flag, else by environment.
struct Preferences {
  var language: Language
  var hasColour: Bool

  /// Takes what `--lang` and `--color` say, the environment, and whether the stream of errors is a terminal.
  init(
    language: String?, colour: String?, environment: [String: String], isTerminal: Bool
  ) {
    self.language = Preferences.language(language, environment)
    hasColour = Preferences.hasColour(colour, environment, isTerminal)
  }

  private static func language(_ flag: String?, _ environment: [String: String]) -> Language {
    if let language = (flag ?? environment["LONGAN_LANG"]).flatMap(Language.init) { return language }
    // The first of these that is set counts, as everywhere on POSIX.
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty }
    return locale?.hasPrefix("th") == true ? .thai : .english
  }

  private static func hasColour(_ flag: String?, _ environment: [String: String], _ isTerminal: Bool) -> Bool {
    func isSet(_ name: String) -> Bool { environment[name].map { !$0.isEmpty } ?? false }
    switch flag {
    case "always": return true
    case "never": return false
    default: break
    }
    if isSet("NO_COLOR") { return false }
    if isSet("FORCE_COLOR") || environment["CLICOLOR_FORCE"].map({ $0 != "0" && !$0.isEmpty }) == true { return true }
    return isTerminal && environment["TERM"] != "dumb"
  }
}
