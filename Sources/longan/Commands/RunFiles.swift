import Experiments
import Foundation
import Reports
import ScenarioFile

/// What a run writes besides its answer: a folder, a report; asked for before anything is simulated.
struct RunFiles {
  private let folder: ResultFolder?
  private let report: String?
  private let started = RunFiles.now

  /// Makes sure that all can be written.
  init(_ record: RunRecord, folder: String?, report: String?, isForced: Bool) throws(CommandFault) {
    self.report = report
    if let folder, !isForced, let fault = RunFiles.refusal(folder, record) { throw .usage(fault) }
    do throws(FileFault) {
      if let report { try FileWriting.probe(report) }
      self.folder = if let folder { try ResultFolder(at: folder) } else { nil }
    } catch {
      throw .file(error)
    }
  }

  /// Why a folder is left alone.
  private static func refusal(_ folder: String, _ record: RunRecord) -> UsageFault? {
    let help = Words(en: "another folder, or --force to write over it", th: "ใช้โฟลเดอร์อื่น หรือ --force เพื่อเขียนทับ")
    switch ResultFolder.occupant(of: folder) {
    case .nothing: return nil
    case .run(let scenarios) where scenarios == record.files.map(\.scenario): return nil
    case .run:
      return UsageFault(
        message: Words(en: "\(folder) holds the run of another scenario", th: "\(folder) เป็นผลของสถานการณ์อื่น"),
        help: help)
    case .other:
      return UsageFault(
        message: Words(en: "\(folder) holds something else than a run", th: "\(folder) มีอย่างอื่นที่ไม่ใช่ผลการจำลองอยู่"),
        help: help)
    }
  }

  func write(_ results: RunResults, _ record: RunRecord, _ shell: Shell) throws(CommandFault) {
    if folder == nil && report == nil { return }
    let page = ReportPage(results, record, shell.language).html
    do throws(FileFault) {
      if let report { try FileWriting.write(Array(page.utf8), to: report) }
      try folder?.write(results, record, report: page, started: started, ended: RunFiles.now)
    } catch {
      folder?.abandon()
      throw .file(error)
    }
    for path in [folder?.path, report].compactMap({ $0 }) {
      shell.tell(Words(en: "wrote \(path)", th: "เขียน \(path)")[shell.language])
    }
  }

  /// The only clock there is, for the manifest alone.
  private static var now: String {
    var seconds = time(nil)
    var parts = unsafe tm()
    unsafe gmtime_r(&seconds, &parts)
    func two(_ number: Int32) -> String { (number < 10 ? "0" : "") + String(number) }
    let days = unsafe [parts.tm_mon + 1, parts.tm_mday].map(two).joined(separator: "-")
    let hours = unsafe [parts.tm_hour, parts.tm_min, parts.tm_sec].map(two).joined(separator: ":")
    return unsafe "\(parts.tm_year + 1_900)-\(days)T\(hours)Z"
  }
}
