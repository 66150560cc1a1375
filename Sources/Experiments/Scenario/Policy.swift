import ScenarioFile
import SupplyChain
import Units

/// Something that might be done.
package struct Policy: Part {
  package static let noun = Words(en: "a policy", th: "มาตรการ")

  package let title: Words
  package let from: CalendarDate?
  package let strength: Double
  package let changes: Changes
  /// Measures that it takes, as they would stand in the file's own.
  package let measures: [(path: String, node: SettingTree.Node)]

  /// Its changes of settings, and its measures, which are settings too.
  package var allChanges: Changes {
    Changes(set: changes.set + measures, scale: changes.scale, add: changes.add)
  }

  package init(_ form: Form) {
    title = form.words("title", Words(""), en: "What it is called.", th: "ชื่อมาตรการ")
    from = form.date("from", nil, en: "From when on it holds; all the time where nothing is said.", th: "เริ่มใช้ตั้งแต่วันที่")
    strength = form.fixedNumber(
      "strength", 1, in: 0...10, .choice, en: "How much of it: 0 nothing, 0.5 half the change, 1 as written.",
      th: "ความแรง 0 คือไม่มี 0.5 คือครึ่งหนึ่ง 1 คือตามที่เขียน")
    changes = Changes(form)
    measures = form.overlay(
      "measures", of: Measures.self, en: "What government does under it.", th: "มาตรการของรัฐภายใต้ทางเลือกนี้")
  }
}
