import ScenarioFile

/// The help pages, made of what commands ask for; eighty columns wide.
struct HelpPage {
  let language: Language
  private static let columns = 80

  /// The page of the program.
  func program(version: String) -> String {
    var lines = [
      Words(
        en: "longan \(version): simulate farm-to-market supply chains and compare policies",
        th: "longan \(version): จำลองห่วงโซ่ตั้งแต่สวนถึงตลาด และเปรียบเทียบมาตรการ")[language], "",
    ]
    for group in CommandList.groups {
      lines.append(group.title[language])
      lines += group.commands.map { "  \(DisplayWidth.pad($0.name, to: 10)) \($0.summary[language])" }
      lines.append("")
    }
    lines += everywhere + ["", Words(en: "longan help <command>", th: "longan help <คำสั่ง>")[language]]
    return lines.joined(separator: "\n") + "\n"
  }

  /// The page of a command.
  func command(_ command: any Command.Type) -> String {
    let items = Arguments.describe { _ = command.init($0) }
    let operands = items.filter(\.isOperand)
    let options = items.filter { !$0.isOperand }
    var lines = ["longan \(command.name): \(command.summary[language])", ""]
    let usage = ["longan", command.name] + operands.map(\.name) + (options.isEmpty ? [] : ["[options]"])
    lines.append(Words(en: "usage: ", th: "วิธีใช้: ")[language] + usage.joined(separator: " "))
    lines.append("")
    lines += operands.flatMap { row($0.name, $0.words[language]) }
    if !options.isEmpty {
      lines += ["", Words(en: "Options", th: "ตัวเลือก")[language]]
      lines += options.flatMap { row(HelpPage.title($0), $0.words[language]) }
    }
    if !command.examples.isEmpty {
      lines += ["", Words(en: "For example", th: "ตัวอย่าง")[language]]
      lines += command.examples.flatMap { row($0.line, $0.words[language], first: 44) }
    }
    lines += [""] + everywhere
    return lines.joined(separator: "\n") + "\n"
  }

  private static func title(_ item: Arguments.Item) -> String {
    let name = item.letter.map { "-\($0), \(item.name)" } ?? item.name
    return item.value.map { "\(name) \($0)" } ?? name
  }

  private var everywhere: [String] {
    [Words(en: "Everywhere", th: "ใช้ได้ทุกคำสั่ง")[language]]
      + row("--lang th|en", Words(en: "language (default: from LANG)", th: "ภาษา (ปกติดูจาก LANG)")[language])
      + row("--color WHEN", "auto, always, never")
      + row(
        "-h, --help", Words(en: "help        --version   version", th: "วิธีใช้        --version   รุ่นของโปรแกรม")[language]
      )
  }

  /// A name and its words, broken at spaces where the line is full.
  private func row(_ name: String, _ words: String, first: Int = 22) -> [String] {
    let indent = String(repeating: " ", count: first + 3)
    var lines = ["  " + DisplayWidth.pad(name, to: first)]
    if DisplayWidth.of(name) > first { lines.append(indent.dropLast().description) }
    for word in words.split(separator: " ", omittingEmptySubsequences: false) {
      let last = lines[lines.count - 1]
      if DisplayWidth.of(last) + 1 + DisplayWidth.of(word) > HelpPage.columns, last != indent {
        lines.append(indent + word)
      } else {
        lines[lines.count - 1] = last + " " + word
      }
    }
    return lines
  }
}
