/// What every command understands, wherever it stands on the line.
struct Everywhere {
  let language: String?
  let colour: String?
  let isQuiet: Bool
  let wantsHelp: Bool
  let wantsVersion: Bool

  init(_ arguments: Arguments) {
    language = arguments.value(
      "--lang", "th|en", choices: ["th", "en"], en: "language (default: from LANG; now en)",
      th: "ภาษา (ปกติดูจาก LANG ตอนนี้ th)")
    colour = arguments.value(
      "--color", "WHEN", choices: ["auto", "always", "never"], en: "auto, always, never", th: "auto always never")
    isQuiet = arguments.flag(
      "--quiet", letter: "q", en: "results and errors only: no warnings, no notes",
      th: "แสดงเฉพาะผลลัพธ์และข้อผิดพลาด ไม่แสดงคำเตือนและหมายเหตุ")
    wantsHelp = arguments.flag("--help", letter: "h", en: "help", th: "วิธีใช้")
    wantsVersion = arguments.flag("--version", en: "version", th: "รุ่นของโปรแกรม")
  }

  static var items: [Arguments.Item] { Arguments.describe { _ = Everywhere($0) } }
}
