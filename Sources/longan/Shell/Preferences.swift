import Foundation
import ScenarioFile

/// The language and the colours that somebody wants, by flag, else by environment; and how much is to be said.
struct Preferences {
  var language: Language
  var hasColour: Bool
  var isQuiet: Bool
  /// Whether the stream of errors is one.
  let isTerminal: Bool

  /// Takes what flags and the environment say, and whether the stream of errors is a terminal.
  init(_ flags: Everywhere, environment: [String: String], isTerminal: Bool) {
    language = Preferences.language(flags.language, environment)
    hasColour = Preferences.hasColour(flags.colour, environment, isTerminal)
    isQuiet = flags.isQuiet
    self.isTerminal = isTerminal
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

  /// `longan help environment`.
  static let topic = HelpTopic(
    "environment", Words(en: "the variables that the program reads", th: "ตัวแปรสภาพแวดล้อมที่โปรแกรมอ่าน"),
    [
      .rows(
        columns: 27,
        [
          HelpTopic.Row("LONGAN_LANG", en: "th or en, where --lang is not given", th: "th หรือ en ถ้าไม่ได้ใส่ --lang"),
          HelpTopic.Row(
            "LC_ALL, LC_MESSAGES, LANG", en: "Thai where the first of them that is set begins with th",
            th: "ใช้ภาษาไทยถ้าตัวแรกที่ตั้งไว้ขึ้นต้นด้วย th"),
          HelpTopic.Row(
            "NO_COLOR", en: "set, no colours; --color always beats it", th: "ถ้าตั้งไว้ ไม่ใช้สี เว้นแต่ใส่ --color always"),
          HelpTopic.Row(
            "FORCE_COLOR, CLICOLOR_FORCE", en: "set, colours also where nobody looks; NO_COLOR beats them",
            th: "ถ้าตั้งไว้ ใช้สีแม้ไม่ได้แสดงบนจอ แต่แพ้ NO_COLOR"),
          HelpTopic.Row("TERM", en: "dumb, no colours", th: "ถ้าเป็น dumb ไม่ใช้สี"),
        ]),
      .paragraph(
        Words(
          en: """
            Nothing else is read: no variable changes a result, there is no configuration file, and the program does \
            not use the network.
            """,
          th: "ไม่อ่านตัวแปรอื่น ไม่มีตัวแปรใดเปลี่ยนผลลัพธ์ ไม่มีไฟล์ตั้งค่า และโปรแกรมไม่ใช้เครือข่าย")),
    ])
}
