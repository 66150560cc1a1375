import Experiments
import ScenarioFile

/// What is said when the program has to stop: whose fault it is, where it was, and what to send us.
enum OurFault {
  /// What comes to the same place again.
  struct Way: Sendable {
    /// How the scenario was named.
    let file: String
    /// The command for a policy and a number of years.
    let command: @Sendable (_ policy: String, _ reps: Int) -> String
  }

  /// A year had to stop.
  static func words(_ moment: YearMoment, _ complaint: String, _ way: Way) -> Words {
    let date = DateWords.both(moment.date)
    let hours = [moment.hour, moment.hour + 1].map { ($0 < 10 ? "0" : "") + "\($0):00" }
    let command = way.command(moment.policy, moment.year)
    // Nobody else has the file.
    let isHere = !way.file.hasPrefix("lib:") && way.file != "-"
    let (policy, year) = (moment.policy, moment.year)
    return Words(
      en: """
        bug: \(complaint)
             on \(date.english) between \(hours[0]) and \(hours[1]) (policy \(policy), year \(year))
        this is a fault in longan \(Longan.version), not in your file; nothing was written
        please send:  \(command)\(isHere ? "\n              and \(way.file)" : "")
        """,
      th: """
        ข้อบกพร่อง: \(complaint)
             \(date.thai) ระหว่าง \(hours[0]) ถึง \(hours[1]) น. (มาตรการ \(policy) ปีจำลองที่ \(year))
        เป็นข้อบกพร่องของ longan \(Longan.version) ไม่ใช่ของไฟล์คุณ ยังไม่ได้เขียนอะไร
        โปรดส่ง:  \(command)\(isHere ? "\n          และ \(way.file)" : "")
        """)
  }

  /// Something else had to stop: what was typed is all that is known.
  static func words(_ complaint: String, typed words: [String]) -> Words {
    let command = (["longan"] + words).map(Run.quoted).joined(separator: " ")
    return Words(
      en: """
        bug: \(complaint)
        this is a fault in longan \(Longan.version), not in your files
        please send:  \(command)
                      and the files that it names
        """,
      th: """
        ข้อบกพร่อง: \(complaint)
        เป็นข้อบกพร่องของ longan \(Longan.version) ไม่ใช่ของไฟล์คุณ
        โปรดส่ง:  \(command)
                  และไฟล์ที่อ้างถึง
        """)
  }
}
