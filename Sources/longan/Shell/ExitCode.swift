import Experiments
import ScenarioFile

/// How the program ends: the codes that scripts read.
enum ExitCode: Int32, CaseIterable {
  case done = 0
  /// It ran, and the answer is no.
  case no = 1
  /// Fix the request.
  case request = 2
  /// Fix the machine.
  case machine = 3
  case incomplete = 4
  case ourFault = 70
  case again = 75
  case interrupted = 130

  init(_ kind: SweepFault.Kind) {
    self =
      switch kind {
      case .request: .request
      case .incomplete: .incomplete
      case .ourFault: .ourFault
      case .again: .again
      case .interrupted: .interrupted
      }
  }

  /// When it ends so.
  var words: Words {
    switch self {
    case .done:
      Words(
        en: "yes: it is done; also when `diff` finds no difference, and when the reader of a pipe goes away",
        th: "ใช่: เสร็จแล้ว รวมถึง `diff` ที่ไม่พบความแตกต่าง และเมื่อผู้อ่านปลายท่อปิดไปก่อน")
    case .no:
      Words(
        en:
          "no: it ran, and the answer is no; `diff` found differences, or --strict found a warning or a missed target",
        th: "ไม่: ทำงานครบ แต่คำตอบคือไม่ เช่น `diff` พบความแตกต่าง หรือใช้ --strict แล้วมีคำเตือนหรือไม่ถึงเป้าหมาย")
    case .request:
      Words(
        en: "fix the request: a command, a flag, a value or a scenario is wrong",
        th: "แก้คำสั่ง: คำสั่ง ตัวเลือก ค่า หรือไฟล์สถานการณ์ไม่ถูกต้อง")
    case .machine:
      Words(
        en: "fix the machine: a file is not there, or may not be read or written",
        th: "แก้เครื่อง: ไม่มีไฟล์ หรือไม่มีสิทธิ์อ่านหรือเขียน")
    case .incomplete:
      Words(
        en: "incomplete: parts of the work are missing; it says which to run",
        th: "ยังไม่ครบ: งานบางส่วนขาดอยู่ โปรแกรมบอกว่าต้องรันส่วนใด")
    case .ourFault:
      Words(
        en: "our bug: the program contradicts itself; it says what to send us",
        th: "ข้อบกพร่องของโปรแกรม: ผลขัดแย้งกันเอง โปรแกรมบอกว่าควรส่งอะไรให้เรา")
    case .again:
      Words(
        en: "run it again: stopped early by a signal, no space or no memory; what was finished is saved",
        th: "รันอีกครั้ง: หยุดก่อนเสร็จเพราะสัญญาณ พื้นที่เต็ม หรือหน่วยความจำไม่พอ ส่วนที่เสร็จแล้วบันทึกไว้")
    case .interrupted:
      Words(en: "interrupted by Ctrl-C; what was finished is saved", th: "หยุดด้วย Ctrl-C ส่วนที่เสร็จแล้วบันทึกไว้")
    }
  }

  /// `longan help exit-codes`.
  static let topic = HelpTopic(
    "exit-codes", Words(en: "how a command ended, for scripts", th: "คำสั่งจบอย่างไร สำหรับสคริปต์"),
    [.rows(columns: 4, allCases.map { HelpTopic.Row(String($0.rawValue), $0.words) })])
}
