import ScenarioFile

/// On what terms a packer, dryer or factory buys, and how it works.
package struct BuyerTerms: Sendable {
  package let buys: HarvestForm
  package let bestGrade: Grade
  package let worstGrade: Grade
  package let markets: [String]
  package let cost: Double
  package let margin: Double
  package let comfortableDays: Double
  package let freshPerProduct: Double
  package let work: WorkTerms

  init(_ form: Form, _ kind: FacilityKind) {
    buys = form.choice("buys", .loose, settled: .atFounding, en: "In which form it takes fruit.", th: "รับผลในรูปแบบใด")
    bestGrade =
      form.choice(
        "best_grade", GradeChoice.aa, en: "The largest grade that it pays for; larger fruit is paid like it.",
        th: "เกรดใหญ่สุดที่จ่ายราคาให้ ผลใหญ่กว่านั้นได้ราคาเท่ากัน"
      ).grade
    worstGrade =
      form.choice("worst_grade", GradeChoice.c, en: "The smallest grade that it takes.", th: "เกรดเล็กสุดที่รับ").grade
    markets = form.ids(of: "markets", "markets", en: "Where it may sell.", th: "ตลาดที่ขายได้")
    cost = form.number(
      "cost_thb_per_kg", 2, in: 0...1_000, .unsourced(1...10), en: "What it spends on a kilogram of fresh fruit.",
      th: "ต้นทุนแปรรูปต่อกิโลกรัมผลสด")
    margin = form.share(
      "margin_share", 0.08, .unsourced(0.03...0.15), en: "The part of the value that it keeps.", th: "สัดส่วนกำไร")
    comfortableDays = form.number(
      "comfortable_days", 2.5, in: 0.1...365, .unsourced(1...5),
      en: "How many days' work it likes to have waiting.", th: "ปริมาณรอแปรรูปที่พอดี คิดเป็นจำนวนวัน")
    // Each kind has its own default, which `show` and a resolved file must tell.
    let ratios = [(FacilityKind.dryer, 3.3), (.flesh, 10), (.factory, 1)].map { maker, standard in
      form.only(when: "kind", is: kind, in: [maker]) { form in
        form.number(
          "fresh_per_product", standard, in: 1...100, .article("3.3 fresh to 1 dried whole; about 10 to 1 as flesh"),
          en: "Kilograms of fresh fruit in one of product.", th: "ผลสดกี่กิโลกรัมได้ผลิตภัณฑ์หนึ่งกิโลกรัม")
      }
    }
    freshPerProduct = ratios.compactMap(\.self).first ?? 1
    let dryer = form.only(when: "kind", is: kind, in: [.dryer]) { WorkTerms.dryer(DryerTerms($0)) }
    let packer = form.only(when: "kind", is: kind, in: [.packer]) { WorkTerms.packer(PackerTerms($0)) }
    let plant = form.only(when: "kind", is: kind, in: [.flesh, .factory]) { WorkTerms.plant(PlantTerms($0)) }
    work = dryer ?? packer ?? plant ?? .plant(PlantTerms(form))
  }

  /// As which grade it pays for fruit of a grade; nothing where it does not take it.
  func pays(_ grade: Grade) -> Grade? {
    grade.rawValue > worstGrade.rawValue ? nil : grade.rawValue < bestGrade.rawValue ? bestGrade : grade
  }
}

/// How a buyer works its fruit.
package enum WorkTerms: Sendable {
  case dryer(DryerTerms)
  case packer(PackerTerms)
  case plant(PlantTerms)
}

/// What every kind of work comes down to: machines that take a batch for a time, at some hours of the day.
struct Work: BitwiseCopyable, Sendable {
  /// Machines of all sites together.
  var machines: Double
  /// What one takes at a time, in tons.
  var batchT: Double
  var hoursPerBatch: Double
  var hoursPerT: Double
  var opens: Double
  var closes: Double

  /// Tons that a machine works through in a day.
  var tonsPerMachineDay: Double {
    let hours = max(0, closes - opens)
    let hoursOfBatch = hoursPerBatch + hoursPerT * batchT
    return hoursOfBatch > 0 ? batchT * hours / hoursOfBatch : 0
  }
}
