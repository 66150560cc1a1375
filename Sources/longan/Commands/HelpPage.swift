import ScenarioFile

/// The help pages, made of what commands ask for and of topics; eighty columns wide.
struct HelpPage {
  let language: Language

  /// The page of the program.
  func program(version: String) -> String {
    var lines = [
      Words(
        en: "longan \(version): simulate farm-to-market supply chains and compare policies",
        th: "longan \(version): จำลองห่วงโซ่ตั้งแต่สวนถึงตลาด และเปรียบเทียบมาตรการ")[language], "",
    ]
    lines.append(Words(en: "Try it", th: "ลองใช้")[language])
    lines += rows(CommandList.trials, columns: 43) + [""]
    for group in CommandList.groups {
      lines.append(group.title[language])
      lines += rows(group.commands.map { HelpTopic.Row($0.name, $0.summary) }, columns: 10) + [""]
    }
    let topics = CommandList.topics.map(\.name).joined(separator: " | ")
    lines += everywhere
    lines += ["", Words(en: "longan help <command>", th: "longan help <คำสั่ง>")[language] + "   longan help \(topics)"]
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
    lines += rows(operands)
    if !options.isEmpty { lines += ["", Words(en: "Options", th: "ตัวเลือก")[language]] + rows(options) }
    if !command.examples.isEmpty {
      lines += ["", Words(en: "For example", th: "ตัวอย่าง")[language]]
      lines += rows(command.examples.map { HelpTopic.Row($0.line, $0.words) }, columns: 44)
    }
    lines += [""] + everywhere
    return lines.joined(separator: "\n") + "\n"
  }

  /// The page of a topic.
  func topic(_ topic: HelpTopic) -> String {
    var lines = Layout.paragraph("longan help \(topic.name): \(topic.summary[language])")
    for block in topic.blocks {
      lines.append("")
      switch block {
      case .paragraph(let words): lines += Layout.paragraph(words[language])
      case .rows(let columns, let rows): lines += self.rows(rows, columns: columns)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var everywhere: [String] {
    // The two that everybody knows share a line.
    let known = ["--help", "--version"]
    let items = Everywhere.items.filter { !known.contains($0.name) }
    let last = Words(en: "help        --version   version", th: "วิธีใช้        --version   รุ่นของโปรแกรม")
    return [Words(en: "Everywhere", th: "ใช้ได้ทุกคำสั่ง")[language]]
      + rows(items) + rows([HelpTopic.Row("-h, --help", last)], columns: HelpPage.columnsOfItems)
  }

  private static let columnsOfItems = 22

  private func rows(_ items: [Arguments.Item]) -> [String] {
    rows(items.map { HelpTopic.Row($0.title, $0.words) }, columns: HelpPage.columnsOfItems)
  }

  private func rows(_ rows: [HelpTopic.Row], columns: Int) -> [String] {
    rows.flatMap { Layout.row($0.name, $0.words[language], columns: columns) }
  }
}

extension Arguments.Item {
  /// With its short form and its value: `-q, --quiet`, `--set PATH=VALUE`.
  fileprivate var title: String {
    (letter.map { "-\($0), " } ?? "") + name + (value.map { " " + $0 } ?? "")
  }
}
