import Experiments
import Reports
import ScenarioFile

/// Rebuilds a report, a picture or a table from the folder of a run, without simulating.
struct Report: Command {
  static let name = "report"
  static let summary = Words(
    en: "rebuild HTML, CSV or SVG from saved results", th: "สร้าง HTML CSV หรือ SVG ใหม่จากผลที่บันทึกไว้")
  static let examples: [(line: String, words: Words)] = [
    (line: "longan report out -o nan.html", words: Words(en: "the report as a page", th: "รายงานเป็นหน้าเว็บ")),
    (
      line: "longan report out --chart price -o price.svg",
      words: Words(en: "one chart for a paper of your own", th: "ภาพเดียวสำหรับเอกสารของคุณ")
    ),
  ]

  private let folder: String
  private let file: String?
  private let chart: String?
  private let baseline: String?

  init(_ arguments: Arguments) {
    folder =
      arguments.operands(
        "<results>", en: "the folder that `run -o` wrote", th: "โฟลเดอร์ที่ `run -o` เขียนไว้"
      ).first ?? ""
    file = arguments.value(
      "--out", "FILE", letter: "o", en: "html, svg, csv or json: its ending decides; - is standard output, as html",
      th: "html svg csv หรือ json ตามนามสกุล ถ้าเป็น - คือ html ออก stdout")
    chart = arguments.value("--chart", "ID", en: "which chart, for svg and csv", th: "ภาพใด สำหรับ svg และ csv")
    baseline = arguments.baseline()
  }

  func run(_ shell: inout Shell) throws(CommandFault) -> ExitCode {
    guard let file else {
      throw .usage(
        UsageFault(
          message: Words(en: "`longan report` needs a file to write", th: "`longan report` ต้องบอกไฟล์ที่จะเขียน"),
          help: Words("longan report \(folder) -o report.html")))
    }
    var results: RunResults
    var record: RunRecord
    do throws(FileFault) { (results, record) = try ResultFolder.read(folder) } catch { throw .file(error) }
    if let baseline {
      let (other, complaint) = results.compared(with: baseline)
      guard let other else {
        shell.complain(complaint.map { [$0] } ?? [])
        return .request
      }
      results = other
      record = record.ordered((0..<other.plan.fileCount).map { other.plan.givenPlace(of: $0) })
    }
    let text = try answer(results, record, to: file, shell.language)
    do throws(FileFault) {
      if file == "-" {
        shell.answer(text, terminator: "")
      } else {
        try FileWriting.write(Array(text.utf8), to: file)
        shell.tell(Words(en: "wrote \(file)", th: "เขียน \(file)")[shell.language])
      }
    } catch {
      throw .file(error)
    }
    return .done
  }

  /// What the ending of the file asks for.
  private func answer(
    _ results: RunResults, _ record: RunRecord, to file: String, _ language: Language
  ) throws(CommandFault) -> String {
    let ending = file.split(separator: ".").last.map(String.init) ?? ""
    switch file == "-" ? (chart == nil ? "html" : "svg") : ending {
    case "html": return ReportPage(results, record, language).html
    case "json": return SummaryEncoding(results).json
    case "csv" where chart == nil: return SummaryEncoding(results).csv
    case "csv", "svg":
      let charts = ReportCharts(results, record)
      let text = chart.flatMap { ending == "csv" ? charts.csv($0) : charts.svg($0, language) }
      if let text { return text }
      let known = Words(en: "there are ", th: "มี ") + Words(charts.kinds.joined(separator: ", "))
      guard let chart else {
        throw .usage(
          UsageFault(
            message: Words(en: "a picture needs `--chart`", th: "ไฟล์ภาพต้องระบุ `--chart`"), help: known))
      }
      throw .usage(
        UsageFault(
          message: Words(en: "there is no chart `\(chart)`", th: "ไม่มีภาพ `\(chart)`"),
          help: Suggestion.question(chart, in: charts.kinds + charts.names) ?? known))
    default:
      throw .usage(
        UsageFault(
          message: Words(en: "`\(file)` ends in nothing that can be written", th: "เขียนไฟล์ที่ลงท้ายแบบ `\(file)` ไม่ได้"),
          help: Words("html, svg, csv, json")))
    }
  }
}
