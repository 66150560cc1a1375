import ScenarioFile
import Units

/// Something that befalls the province between two dates.
package struct Shock: Part {
  package static let noun = Words(en: "a shock", th: "เหตุการณ์")

  package let title: Words
  package let from: CalendarDate?
  package let to: CalendarDate?
  package let strength: Double
  package let chance: Double
  package let changes: Changes

  package init(_ form: Form) {
    title = form.words("title", Words(""), en: "What it is called.", th: "ชื่อเหตุการณ์")
    from = form.date("from", nil, isRequired: true, en: "Its first day.", th: "วันแรก")
    to = form.date("to", nil, isRequired: true, en: "Its last day.", th: "วันสุดท้าย")
    strength = form.fixedNumber(
      "strength", 1, in: 0...10, .choice, en: "How much of it: 0 nothing, 0.5 half the change, 1 as written.",
      th: "ความแรง 0 คือไม่มี 0.5 คือครึ่งหนึ่ง 1 คือตามที่เขียน")
    chance = form.fixedNumber(
      "chance_share", 1, in: 0...1, .choice, en: "In what share of the years it happens.",
      th: "เกิดขึ้นในสัดส่วนเท่าใดของปีจำลอง")
    changes = Changes(form)
  }
}

/// Changes of settings by their paths.
package struct Changes: Sendable {
  package let set: [(path: String, node: SettingTree.Node)]
  package let scale: [(path: String, node: SettingTree.Node)]
  package let add: [(path: String, node: SettingTree.Node)]

  init(
    set: [(path: String, node: SettingTree.Node)], scale: [(path: String, node: SettingTree.Node)],
    add: [(path: String, node: SettingTree.Node)]
  ) {
    self.set = set
    self.scale = scale
    self.add = add
  }

  init(_ form: Form) {
    set = form.paths("set", .values, en: "Settings and the values they get.", th: "ค่าตั้งและค่าใหม่")
    scale = form.paths("scale", .factors, en: "Settings and what they are multiplied with.", th: "ค่าตั้งและตัวคูณ")
    add = form.paths("add", .terms, en: "Settings and what is added to them.", th: "ค่าตั้งและจำนวนที่บวกเพิ่ม")
  }

  package var paths: [String] { (set + scale + add).map(\.path) }
}
