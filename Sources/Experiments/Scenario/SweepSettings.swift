import ScenarioFile

/// Which points a sweep runs.
package struct SweepSettings: Part {
  package static let noun = Words(en: "the sweep section", th: "ส่วน sweep")

  package enum Kind: String, SettingChoice {
    case grid
    case zip
    case lhs
    case sobol
    case tornado
    case morris
    case saltelli

    package var words: Words {
      switch self {
      case .grid: Words(en: "every combination", th: "ทุกชุดค่า")
      case .zip: Words(en: "the first values together, then the second ones", th: "จับคู่ค่าลำดับเดียวกัน")
      case .lhs: Words(en: "a Latin hypercube", th: "Latin hypercube")
      case .sobol: Words(en: "scrambled points of Sobol'", th: "จุดแบบ Sobol'")
      case .tornado: Words(en: "one axis at a time, from the scenario's own values", th: "เปลี่ยนทีละแกนจากค่าเดิม")
      case .morris: Words(en: "screening by Morris", th: "คัดกรองแบบ Morris")
      case .saltelli: Words(en: "for Sobol' indices", th: "สำหรับดัชนี Sobol'")
      }
    }

    /// Whether all points stand or fall together, so that none may be left out.
    var isStructured: Bool { [.tornado, .morris, .saltelli].contains(self) }
    /// Whether the values lie anywhere between the ends, and not on steps.
    var isSampled: Bool { [.lhs, .sobol, .morris, .saltelli].contains(self) }
  }

  package let kind: Kind
  package let axes: [(path: String, node: SettingTree.Node)]
  package let condition: String
  package let points: Int
  package let reps: Int?

  package init(_ form: Form) {
    kind = form.choice("design", .grid, en: "How the points are laid out.", th: "วิธีวางจุด")
    axes = form.paths(
      "axes", .axes, en: "Settings and the values that they take.", th: "ค่าตั้งและค่าที่จะให้ลอง")
    condition = form.text(
      "where", "",
      en: "Which points are run: comparisons of axes with numbers, joined by && and ||, such as a.b_share <= 0.6.",
      th: "เงื่อนไขของจุดที่จะรัน เปรียบเทียบแกนกับตัวเลข เชื่อมด้วย && และ || เช่น a.b_share <= 0.6")
    points = form.fixedCount(
      "points", 64, in: 1...1_000_000,
      en: "How many points lhs and sobol have, trajectories morris, base points saltelli.",
      th: "จำนวนจุดของ lhs และ sobol จำนวนเส้นทางของ morris จำนวนจุดฐานของ saltelli")
    reps = form.optionalNumber(
      "reps", in: 1...1_000_000, en: "How many years are simulated at each point; as many as `run.reps` unless told.",
      th: "จำนวนปีจำลองต่อจุด ปกติเท่ากับ `run.reps`"
    ).map { Int($0.rounded()) }
  }
}
