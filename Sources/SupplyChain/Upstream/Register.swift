import ScenarioFile
import Units

/// A real plot, as a register of farmers has it: a row of a table.
package struct RegisteredPlot: Part {
  package static let noun = Words(en: "a row of the register", th: "แถวในทะเบียน")

  let farm: String
  let plot: String
  let district: String
  let rai: Double
  let isTended: Bool?
  let isCertified: Bool?
  let season: SeasonChoice?
  let month: Int?
  let hasWater: Bool?
  let age: TreeAge?
  let picksItself: Bool?
  let isLargePlot: Bool?

  package init(_ form: Form) {
    farm = form.text(
      "farm", nil, isRequired: true,
      en: "The household's id: its rows belong together, and its luck hangs on it, wherever they stand.",
      th: "รหัสครัวเรือน แถวที่รหัสเดียวกันเป็นสวนเดียวกัน และโชคของสวนผูกกับรหัสนี้ ไม่ว่าอยู่แถวใด")
    plot = form.text(
      "plot", "", en: "The plot's id in its farm; its place among the farm's rows where nothing is said.",
      th: "รหัสแปลงในสวน ถ้าไม่ระบุใช้ลำดับในสวน")
    district = form.text(
      "district", nil, isRequired: true, en: "The id of a district of the scenario, or its name in Thai or English.",
      th: "ไอดีอำเภอในสถานการณ์ หรือชื่อไทยหรืออังกฤษ")
    rai = form.fixedNumber(
      "rai", nil, in: 0.002_5...10_000, .choice, en: "Its bearing area.", th: "เนื้อที่ให้ผล")
    _ = form.optionalChoice(
      "variety", Variety.self,
      en:
        "What is planted. It is checked and kept for whoever reads the table, and changes no result: both ripen and sell alike.",
      th: "พันธุ์ที่ปลูก ตรวจการสะกดและเก็บไว้ให้ผู้อ่านตาราง ไม่มีผลต่อการจำลอง เพราะสุกและขายเหมือนกันทุกพันธุ์")
    isTended = form.optionalFlag(
      "tended", en: "Whether its trees are tended so that they can be picked in bunches or baskets.",
      th: "ตัดแต่งดูแลจนเก็บเป็นช่อหรือตะกร้าได้หรือไม่")
    isCertified = form.optionalFlag("gap", en: "Whether it has a GAP certificate.", th: "มีใบรับรอง GAP หรือไม่")
    season = form.optionalChoice(
      "season", en: "Whether its flowers are induced out of season when the off-season share is the usual one.",
      th: "ทำในฤดูหรือนอกฤดู เมื่อสัดส่วนนอกฤดูเป็นปกติ")
    let asked = form.optionalNumber(
      "month", in: 1...12, en: "The month for which it is induced.", th: "เดือนที่ทำนอกฤดูให้ออก")
    month = asked.map { Int($0.rounded()) }
    hasWater = form.optionalFlag(
      "irrigation", en: "Whether there is water in the dry season, which off-season fruit needs.",
      th: "มีน้ำในหน้าแล้งหรือไม่ ซึ่งจำเป็นต่อการทำนอกฤดู")
    age = form.optionalChoice("age", en: "The trees' age.", th: "อายุต้น")
    picksItself = form.optionalFlag("family_picks", en: "Whether the family picks itself.", th: "ครอบครัวเก็บเองหรือไม่")
    isLargePlot = form.optionalFlag(
      "large_plot", en: "Whether the household is in a large-plot group.", th: "ครัวเรือนอยู่ในแปลงใหญ่หรือไม่")
  }
}

/// What is planted.
package enum Variety: String, SettingChoice {
  case eDaw = "e-daw"
  case biewKhiew = "biew-khiew"

  package var words: Words {
    switch self {
    case .eDaw: Words(en: "E-Daw", th: "อีดอ")
    case .biewKhiew: Words(en: "Biew Khiew", th: "เบี้ยวเขียว")
    }
  }
}

package enum TreeAge: String, SettingChoice, BitwiseCopyable {
  case young
  case full
  case old

  package var words: Words {
    switch self {
    case .young: Words(en: "young", th: "ต้นเล็ก")
    case .full: Words(en: "full-grown", th: "โตเต็มที่")
    case .old: Words(en: "old", th: "ต้นแก่")
    }
  }
}

/// All farms of a register in the order in which they first appear, each with its plots.
struct Register {
  struct Farm {
    let id: UInt32
    let district: Int
    /// Where its first row names its district.
    let start: Range<Int>
    var picksItself: Bool?
    var isLargePlot: Bool?
    var plots: [Plot] = []

    /// The names of many plots; of few they are quicker compared one by one.
    private var names: Set<String>?

    init(id: UInt32, district: Int, start: Range<Int>) {
      (self.id, self.district, self.start) = (id, district, start)
    }

    /// Whether a name is none of its plots' so far.
    mutating func isNew(_ name: String) -> Bool {
      if plots.count < 16 { return !plots.contains { $0.name == name } }
      if names == nil { names = Set(plots.map(\.name)) }
      return names?.insert(name).inserted == true
    }
  }

  struct Plot {
    let id: UInt32
    /// What it is called in its farm.
    let name: String
    let area: SquareWah
    let row: RegisteredPlot
  }

  private(set) var farms: [Farm] = []
  private(set) var diagnostics: [Diagnostic]

  static func ask(_ form: Form) -> SourceText? {
    form.table(
      "register", of: RegisteredPlot.self,
      en: """
        A table of real plots, CSV with a line of names: these farms take the place of those that `households`, `area_rai`, \
        `size_log_sd` and `plot_rai` make. What a row does not say is drawn by the farm's and the plot's ids.
        """,
      th: """
        ตารางแปลงจริง เป็น CSV ที่แถวแรกเป็นชื่อคอลัมน์ ใช้แทนสวนที่สร้างจาก `households` `area_rai` `size_log_sd` และ `plot_rai` \
        ค่าที่แถวไม่ระบุจะสุ่มตามรหัสสวนและรหัสแปลง
        """)
  }

  init(_ text: SourceText, districts: [(id: String, part: District)]) {
    var table = Table<RegisteredPlot>(text)
    diagnostics = []
    var names: [String: Int] = [:]
    for (index, district) in districts.enumerated() {
      for name in [district.id, district.part.title.english, district.part.title.thai] where !name.isEmpty {
        names[name] = names[name] ?? index
      }
    }
    var places: [String: Int] = [:]
    // Few rows are shorter, and a farm has more than one.
    places.reserveCapacity(text.bytes.count / 128)
    farms.reserveCapacity(text.bytes.count / 128)
    // Rows of a farm, and of a district, mostly stand together.
    var lastFarm = (name: "", place: 0)
    var lastDistrict = (name: "", index: Int?.none)
    while diagnostics.count + table.diagnostics.count < JSON5Limits.standard.diagnostics, let row = table.next() {
      if row.district != lastDistrict.name { lastDistrict = (row.district, names[row.district]) }
      guard let district = lastDistrict.index else {
        reportDistrict(row.district, table.range("district"), districts)
        continue
      }
      let place = row.farm == lastFarm.name ? lastFarm.place : places[row.farm] ?? farms.count
      lastFarm = (row.farm, place)
      if place == farms.count {
        places[row.farm] = place
        farms.append(
          Farm(id: Register.id(of: row.farm), district: district, start: table.range("district").bytes))
      } else if farms[place].district != district {
        diagnostics.append(
          Diagnostic(
            Register.twoDistricts,
            Words(en: "farm `\(row.farm.brief)` is in two districts", th: "สวน `\(row.farm.brief)` อยู่สองอำเภอ"),
            at: table.range("district")
          ).relating([Diagnostic.Label(SourceRange(text, farms[place].start))]).helping(
            Words(
              en: "give its plots in the other district another farm id", th: "ให้รหัสสวนอื่นแก่แปลงที่อยู่อีกอำเภอ")))
        continue
      }
      let name = row.plot.isEmpty ? "#\(farms[place].plots.count + 1)" : row.plot
      if !farms[place].isNew(name) {
        diagnostics.append(
          Diagnostic(
            .duplicateKey,
            Words(
              en: "farm `\(row.farm.brief)` has plot `\(name.brief)` already",
              th: "สวน `\(row.farm.brief)` มีแปลง `\(name.brief)` แล้ว"), at: table.range("plot")))
        continue
      }
      farms[place].picksItself = farms[place].picksItself ?? row.picksItself
      farms[place].isLargePlot = farms[place].isLargePlot ?? row.isLargePlot
      farms[place].plots.append(
        Plot(
          id: Register.hash(name, after: Register.hash("\u{1f}", after: Register.hash(row.farm))), name: name,
          area: SquareWah(rai: row.rai, rounding: .nearestEven), row: row))
    }
    diagnostics = table.diagnostics + diagnostics
  }

  private mutating func reportDistrict(
    _ name: String, _ range: SourceRange, _ districts: [(id: String, part: District)]
  ) {
    let known = districts.map(\.id)
    diagnostics.append(
      Diagnostic(
        .unknownID, Words(en: "there is no district `\(name.brief)`", th: "ไม่มีอำเภอ `\(name.brief)`"), at: range
      ).helping(
        Suggestion.question(name, in: known) ?? Words(en: "there are ", th: "มี ")
          + Words(known.joined(separator: ", ")), replacement: Suggestion.nearest(to: name, in: known)))
  }

  /// By which a farm's luck is known: its number, where it is one, else its name made into one.
  static func id(of name: String) -> UInt32 { UInt32(name).flatMap { String($0) == name ? $0 : nil } ?? hash(name) }

  private static func hash(_ name: String, after before: UInt32 = 2_166_136_261) -> UInt32 {
    name.utf8.reduce(before) { ($0 ^ UInt32($1)) &* 16_777_619 }
  }

  static let twoDistricts = DiagnosticKind.error(
    "farm-in-two-districts", en: "Rows of one farm name different districts; a farm's stations and pickers are of one.",
    th: "แถวของสวนเดียวกันระบุต่างอำเภอ สวนหนึ่งใช้จุดรับซื้อและแรงงานของอำเภอเดียว")
}

extension World {
  /// What is wrong with the register, where there is one.
  package static let registerKinds = [Register.twoDistricts]
  package static let checkRegister: @Sendable (SettingTree, ObjectShape) -> [Diagnostic] = { tree, _ in
    let world = Form.read(tree) { World($0) }
    return world.register.map { Register($0, districts: world.districts).diagnostics } ?? []
  }
}
