import ScenarioFile

/// A small format with one of everything that a format can have.
struct Garden: Part {
  static let noun = Words(en: "a garden", th: "สวน")

  let share: Double
  let peak: (month: Int, day: Int)
  let spreadDays: Double
  let grades: [Double]
  let districts: [(id: String, part: District)]
  let facilities: [(id: String, part: Facility)]
  let policies: [(id: String, part: Policy)]
  let isOpen: Bool
  let weights: [Double]

  struct District: Part {
    static let noun = Words(en: "a district", th: "อำเภอ")
    let areaShare: Double

    init(_ form: Form) {
      areaShare = form.share("area_share", nil, .unsourced(0...1), en: "Its part of the area.", th: "ส่วนแบ่งพื้นที่")
    }
  }

  enum Kind: String, SettingChoice {
    case station
    case dryer

    var words: Words { Words(rawValue) }
  }

  struct Facility: Part {
    static let noun = Words(en: "a facility", th: "สถานที่")
    let kind: Kind
    let district: String?
    let ovens: Int?
    let bays: Int?

    init(_ form: Form) {
      kind = form.choice("kind", nil, en: "What it does.", th: "ทำอะไร")
      district = form.id(of: "districts", "district", nil, en: "Where it stands.", th: "ตั้งอยู่ที่ใด")
      ovens = form.only(when: "kind", is: kind, in: [.dryer]) {
        $0.count("ovens", 10, in: 1...5_000, .press("a paper"), en: "How many ovens.", th: "จำนวนเตา")
      }
      bays = form.only(when: "kind", is: kind, in: [.station]) {
        $0.count("bays", 2, in: 1...50, .unsourced(1...6), en: "How many bays.", th: "จำนวนช่องรับ")
      }
    }
  }

  struct Policy: Part {
    static let noun = Words(en: "a policy", th: "มาตรการ")
    let title: Words
    let set: [(path: String, node: SettingTree.Node)]

    init(_ form: Form) {
      title = form.words("title", Words(""), en: "What it is called.", th: "ชื่อ")
      set = form.paths("set", .values, en: "What it sets.", th: "ค่าที่กำหนด")
      _ = form.paths("scale", .factors, en: "What it multiplies.", th: "ค่าที่คูณ")
    }
  }

  init(_ form: Form) {
    _ = form.text("extends", nil, en: "The file to build upon.", th: "ไฟล์ฐาน")
    _ = form.text("id", "", en: "Its name in paths.", th: "ไอดี")
    _ = form.words("title", Words(""), en: "Its title.", th: "ชื่อ")
    let supply = form.group("supply", Words(en: "the supply", th: "ผลผลิต"), en: "What grows.", th: "ผลผลิต") { form in
      let share = form.share(
        "offseason_share", 0.45, .unsourced(0.3...0.6), en: "Fruit out of season.", th: "สัดส่วนนอกฤดู")
      let peak = form.yearlyDate(
        "peak_date", month: 8, day: 2, .derived("pooled years"), en: "When most is ripe.", th: "วันที่สุกมากที่สุด")
      let spread = form.number(
        "spread_days", 13, in: 1...60, .unsourced(12...15), en: "How spread out the harvest is.", th: "ช่วงเวลาเก็บเกี่ยว")
      return (share, peak, spread)
    }
    (share, peak, spreadDays) = supply
    grades = form.group("grades", Words(en: "the grades", th: "เกรด"), en: "Shares by grade.", th: "สัดส่วนตามเกรด") {
      form in
      form.addUp(["AA_share", "A_share", "B_share"], en: "grade shares", th: "สัดส่วนเกรด")
      return ["AA", "A", "B"].map { form.share($0 + "_share", $0 == "AA" ? 0.5 : 0.25, .choice, en: "x", th: "x") }
    }
    districts = form.map("districts", sharesAddUp: "area_share", en: "The districts.", th: "อำเภอ")
    facilities = form.map("facilities", en: "The facilities.", th: "สถานที่")
    policies = form.map("policies", en: "What could be done.", th: "มาตรการ")
    isOpen = form.flag("is_open", true, en: "Whether it is open.", th: "เปิดอยู่หรือไม่")
    weights = form.numbers("weights", [1, 2], in: 0...10, .choice, en: "Weights.", th: "น้ำหนัก")
    _ = form.paths("sources", .sources, en: "Where numbers come from.", th: "ที่มา")
  }

  static let format = FileFormat(shape: Form.shape(of: noun) { _ = Garden($0) })

  static let library = ScenarioLibrary(names: ["base", "loop"]) { name in
    switch name {
    case "base": Array(#"{ id: "base", supply: { offseason_share: 0.3, spread_days: 16 } }"#.utf8)
    case "loop": Array(#"{ extends: "lib:loop" }"#.utf8)
    default: nil
    }
  }

  /// Reads texts laid over each other, the last on top.
  static func reading(_ texts: String..., changes: [String] = []) -> ScenarioReading {
    var layers: [ScenarioLayer] = []
    var complaints: [Diagnostic] = []
    for (index, text) in texts.enumerated() {
      let source = SourceText(name: "\(index == texts.count - 1 ? "garden" : "base-\(index)").json5", text)
      let (root, diagnostics) = JSON5Reader.read(source)
      complaints += diagnostics
      if let root { layers.append(ScenarioLayer(text: source, root: root)) }
    }
    return ScenarioReading(layers: layers, complaints: complaints, changes: changes, as: format)
  }
}
