import Experiments
import ScenarioFile

/// Writes what editors and shells need, to standard output.
struct Generate: Command {
  static let name = "generate"
  static let summary = Words(en: "editor schema, shell completions", th: "สคีมาสำหรับโปรแกรมแก้ไข และการเติมคำของเชลล์")
  static let examples = [
    (line: "longan generate schema > longan.schema.json", words: Words(en: "for editors", th: "สำหรับโปรแกรมแก้ไข")),
    (
      line: "longan generate completions bash",
      words: Words(en: "for a shell: bash, zsh, fish", th: "สำหรับเชลล์: bash zsh fish")
    ),
  ]

  private let words: [String]

  init(_ arguments: Arguments) {
    words = arguments.operands("<what>", en: "schema, or completions", th: "schema หรือ completions")
    _ = arguments.operands(
      "[which]", en: "bash, zsh or fish, for completions; observed, for the schema of files of observations",
      th: "bash zsh หรือ fish สำหรับ completions หรือ observed คือสคีมาของไฟล์ข้อมูลจริง")
  }

  func run(_ shell: inout Shell) throws(CommandFault) -> ExitCode {
    switch (words[0], words.dropFirst().first) {
    case ("schema", nil): shell.answer(EditorSchema(shell.format.shape).text(title: "longan"), terminator: "")
    case ("schema", "observed"):
      shell.answer(EditorSchema(ObservedFormat.format.shape).text(title: "longan observations"), terminator: "")
    case ("completions", let name?):
      guard let completions = Completions.Kind(rawValue: name) else {
        throw .usage(
          UsageFault(
            message: Words(en: "no completions for `\(name)`", th: "ไม่มีการเติมคำสำหรับ `\(name)`"),
            help: Words("bash, zsh, fish")))
      }
      let paths = shell.format.shape.settings.map(\.path).filter {
        !$0.contains("*") && !ResolvedEntry.isLabel($0) && $0 != "extends"
      }
      shell.answer(
        Completions(paths: paths, scenarios: shell.library.names.map { "lib:" + $0 }).text(completions), terminator: "")
    case ("completions", nil):
      throw .usage(
        UsageFault(
          message: Words(en: "completions for which shell?", th: "การเติมคำสำหรับเชลล์ใด"), help: Words("bash, zsh, fish")))
    default:
      let known = ["schema", "completions"]
      throw .usage(
        UsageFault(
          message: Words(
            en: "nothing to generate is called `\(words.joined(separator: " "))`",
            th: "ไม่มี `\(words.joined(separator: " "))` ให้สร้าง"),
          help: Suggestion.question(words[0], in: known) ?? Words(known.joined(separator: ", "))))
    }
    return .done
  }
}
