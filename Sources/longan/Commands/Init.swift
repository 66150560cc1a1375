import ScenarioFile

/// Starts a scenario file from a template, with the schema beside it that editors read.
struct Init: Command {
  static let name = "init"
  static let summary = Words(en: "start a scenario file from a template", th: "เริ่มไฟล์สถานการณ์จากแม่แบบ")
  static let examples = [
    (line: "longan init nan.json5", words: Words(en: "a scenario of your own", th: "สถานการณ์ของคุณเอง"))
  ]

  private let file: String
  private let isForced: Bool

  init(_ arguments: Arguments) {
    file =
      arguments.operands(
        "[file]", en: "the file to write; scenario.json5 unless told", th: "ไฟล์ที่จะเขียน ปกติ scenario.json5"
      ).first
      ?? "scenario.json5"
    isForced = arguments.flag("--force", en: "write over files that are there", th: "เขียนทับไฟล์ที่มีอยู่")
  }

  func run(_ shell: inout Shell) throws(CommandFault) -> ExitCode {
    let slash = file.lastIndex(of: "/").map { file.index(after: $0) } ?? file.startIndex
    let schema = file[..<slash] + "longan.schema.json"
    for path in [file, String(schema)] where !isForced && FileWriting.exists(path) {
      // The schema is ours and the same for all: one that is there already is brought up to date.
      if path != file { continue }
      throw .usage(
        UsageFault(
          message: Words(en: "\(path) is there already", th: "มี \(path) อยู่แล้ว"),
          help: Words(en: "--force writes over it", th: "--force เขียนทับ")))
    }
    do throws(FileFault) {
      try FileWriting.write(Array(Init.template(String(file[slash...])).utf8), to: file)
      try FileWriting.write(Array(EditorSchema(shell.format.shape).text(title: "longan").utf8), to: String(schema))
    } catch {
      throw .file(error)
    }
    shell.answer(Init.report(file, String(schema))[shell.language])
    return .done
  }

  private static func report(_ file: String, _ schema: String) -> Words {
    let commands = ["longan check \(file)", "longan show \(file)", "longan explain households"]
      .map { "  " + $0 }.joined(separator: "\n")
    return Words(
      en: """
        wrote \(file)
        wrote \(schema)
        next:
        \(commands)
        In Visual Studio Code, for completion: "files.associations": { "*.json5": "jsonc" }
        """,
      th: """
        เขียน \(file)
        เขียน \(schema)
        ต่อไป:
        \(commands)
        ถ้าใช้ Visual Studio Code ตั้งค่านี้เพื่อช่วยเติมคำ: "files.associations": { "*.json5": "jsonc" }
        """)
  }

  /// The file's name makes the id.
  private static func template(_ name: String) -> String {
    let stem = name.hasSuffix(".json5") ? String(name.dropLast(6)) : name
    let letters = stem.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
    let id = String(letters.drop { $0 == "-" })
    return """
      // A scenario of your own. Quoted keys, comments and commas at the end are all fine.
      // สถานการณ์ของคุณเอง เขียนหมายเหตุและใส่จุลภาคท้ายได้
      {
        "$schema": "./longan.schema.json",
        "longan": 1,
        "extends": "lib:lamphun",
        "id": \(JSONText.quoted(id.isEmpty ? "scenario" : id)),
        "title": { "en": "My province", "th": "จังหวัดของฉัน" },
        "calendar": { "from": "2569-01-01", "to": "2569-12-31" },    // 2400 and up are B.E. / พ.ศ.

        // Only what is different from the province of Lamphun. `longan show` lists everything that can be set.
        "farms": { "households": 54000, "area_rai": 270000 },

        "sources": { "farms.households": "" },
      }

      """
  }
}
