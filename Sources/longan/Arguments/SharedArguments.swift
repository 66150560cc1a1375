import ScenarioFile

/// How rows are written to standard output.
enum OutputFormat: String, CaseIterable {
  case table
  case csv
  case json
}

/// What several commands ask for in the same words.
extension Arguments {
  /// Changes that are laid over a scenario.
  func changes() -> [String] {
    values("--set", "PATH=VALUE", en: "change one value; repeatable, the last wins", th: "เปลี่ยนหนึ่งค่า ใช้ซ้ำได้ ค่าสุดท้ายชนะ")
  }

  /// What everything else is compared with.
  func baseline() -> String? {
    value(
      "--baseline", "ID", en: "what others are compared with; default: the first", th: "ฐานที่ใช้เปรียบเทียบ ปกติรายการแรก")
  }

  /// Whether assumptions are drawn too.
  func doubt() -> Bool {
    flag(
      "--doubt", en: "also draw what has no source, once a year", th: "สุ่มค่าที่ไม่มีแหล่งอ้างอิงด้วย ปีละครั้ง")
  }

  /// The page that is to be written.
  func report() -> String? {
    value(
      "--report", "FILE", en: "write a report to open in a browser, offline",
      th: "เขียนรายงานสำหรับเปิดในเบราว์เซอร์ ไม่ต้องต่อเน็ต")
  }

  /// The format of the answer, and what the two for programs hold.
  func format(csv: Words, json: Words) -> OutputFormat {
    let word = value(
      "--format", "FORMAT", choices: OutputFormat.allCases.map(\.rawValue),
      en: "table, csv (\(csv.english)) or json (\(json.english)); default: table",
      th: "table, csv (\(csv.thai)) หรือ json (\(json.thai)) ปกติ table")
    abbreviate("--json", "--format", "json")
    return word.flatMap(OutputFormat.init) ?? .table
  }
}
