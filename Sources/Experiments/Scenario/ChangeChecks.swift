import ScenarioFile
import Units

/// What policies and shocks may change, and when.
enum ChangeChecks {
  static let settledAlready = DiagnosticKind.error(
    "settled-already",
    en: """
      A shock, or a policy with `from`, changes a setting that the world is made with, such as how many households there \
      are; or one that is no part of the world, such as the calendar. On that day it would change nothing any more.
      """,
    th: """
      เหตุการณ์หรือมาตรการที่มี `from` เปลี่ยนค่าที่ใช้สร้างโลกจำลองตั้งแต่แรก เช่น จำนวนครัวเรือน หรือค่าที่ไม่เป็นส่วนของโลก เช่น ปฏิทิน \
      ถึงวันนั้นจะไม่มีผลแล้ว
      """)

  static let check: @Sendable (SettingTree, ObjectShape) -> [Diagnostic] = { tree, root in
    var found: [Diagnostic] = []
    for (map, noun) in [
      ("shocks", Words(en: "a shock", th: "เหตุการณ์")), ("policies", Words(en: "a policy", th: "มาตรการ")),
    ] {
      for member in tree.root.object(map)?.members ?? [] {
        guard case .object(let changer) = member.node else { continue }
        let from = changer.member("from")
        for key in ["set", "scale", "add"] {
          for change in changer.object(key)?.members ?? [] {
            let setting = tree.setting(SettingPath(change.key, in: root), in: root)
            let path = "\(map).\(member.key).\(key)"
            switch setting?.settled {
            case .always?:
              var complaint = Diagnostic(
                settledAlready,
                Words(en: "`\(change.key)` is no part of the world", th: "`\(change.key)` ไม่เป็นส่วนของโลกจำลอง"),
                at: change.keyRange, noun + Words(en: " cannot change it", th: "เปลี่ยนค่านี้ไม่ได้")
              ).helping(Words(en: "change it in the file, or by --set", th: "แก้ในไฟล์ หรือใช้ --set"))
              complaint.path = path
              found.append(complaint)
            case .atFounding? where from != nil:
              var complaint = Diagnostic(
                settledAlready,
                Words(
                  en: "`\(change.key)` is settled when the world is made",
                  th: "`\(change.key)` กำหนดไว้ตั้งแต่สร้างโลกจำลอง"),
                at: change.keyRange, noun + Words(en: " with a date cannot change it", th: "ที่มีวันที่เปลี่ยนค่านี้ไม่ได้")
              ).relating(from.map { [Diagnostic.Label($0.keyRange)] } ?? []).helping(
                map == "policies"
                  ? Words(en: "leave out `from`, or change it by --set", th: "เอา `from` ออก หรือใช้ --set")
                  : Words(
                    en: "make it a policy without `from`, or change it by --set",
                    th: "ทำเป็นมาตรการที่ไม่มี `from` หรือใช้ --set"))
              complaint.path = path
              found.append(complaint)
            default: break
            }
          }
        }
      }
    }
    return found
  }
}
