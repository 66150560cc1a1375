import EventCore
import ScenarioFile

/// What is sold.
package enum Product: String, SettingChoice, BitwiseCopyable {
  case fresh
  case dried
  case flesh
  case processed

  package var words: Words {
    switch self {
    case .fresh: Words(en: "fresh fruit", th: "ผลสด")
    case .dried: Words(en: "whole dried fruit", th: "ลำไยอบแห้งทั้งเปลือก")
    case .flesh: Words(en: "golden dried flesh", th: "เนื้อลำไยอบแห้งสีทอง")
    case .processed: Words(en: "canned fruit, juice and the like", th: "กระป๋อง น้ำผลไม้ และอื่น ๆ")
    }
  }
}

/// What carries fruit to a market.
package enum Carrier: String, SettingChoice, BitwiseCopyable {
  case trucks
  case reefers
  case none

  package var words: Words {
    switch self {
    case .trucks: Words(en: "ten-wheelers", th: "รถสิบล้อ")
    case .reefers: Words(en: "cooled containers", th: "ตู้เย็น")
    case .none: Words(en: "nothing: it is fetched", th: "ผู้ซื้อมารับเอง")
    }
  }
}

/// Where fruit is sold for good.
package struct Market: Part {
  package static let noun = Words(en: "a market", th: "ตลาด")

  package let title: Words
  package let terms: MarketTerms

  package init(_ form: Form) {
    title = form.words("title", Words(""), en: "What the market is called.", th: "ชื่อตลาด")
    terms = MarketTerms(form)
  }
}

/// What a market takes and pays, in plain numbers.
package struct MarketTerms: BitwiseCopyable, Sendable {
  package let product: Product
  package let price: Graded
  package let referenceTPerDay: Double
  /// Of dried fruit: the fresh fruit of a whole season.
  package let referenceTPerYear: Double
  package let months: Months
  package let flexibility: Double
  package let memoryDays: Double
  package let choke: Double
  package let competitorShare: Double
  package let demand: Double
  package let freight: Double
  package let carrier: Carrier
  package let travelDays: Double
  package let crossesBorder: Bool
  package let needsGAP: Bool
  package let admittedPackerShare: Double
  package let isAtHome: Bool
  package let isOutOfProvince: Bool

  init(_ form: Form) {
    product = form.choice("product", .fresh, settled: .atFounding, en: "What it takes.", th: "รับอะไร")
    price = form.graded(
      "price_thb_per_kg", nil, in: 0...2_000, .unsourced(1...500), en: "What it pays at its reference volume.",
      th: "ราคาที่ปริมาณอ้างอิง")
    // Dried fruit keeps: its price follows what the whole year brings.
    referenceTPerYear =
      form.only(when: "product", is: product, in: [.dried]) { form in
        form.number(
          "reference_t_per_year", nil, in: 0.001...1_000_000_000,
          .derived("230,000 t here and 2.3 times that in other provinces"),
          en: "The fresh fruit of a season, competitors' included, at which it pays that price.",
          th: "ปริมาณผลสดทั้งฤดูรวมคู่แข่ง ที่ราคาเท่าราคาอ้างอิง")
      } ?? 1
    let volume = form.only(when: "product", is: product, in: [.fresh, .flesh, .processed]) { form in
      let referenceTPerDay = form.number(
        "reference_t_per_day", nil, in: 0.001...10_000_000, .unsourced(1...10_000),
        en: "The fresh fruit a day, competitors' included, at which it pays that price.",
        th: "ปริมาณผลสดต่อวันรวมคู่แข่ง ที่ราคาเท่าราคาอ้างอิง")
      let months = form.months(
        "month_volume", Array(repeating: 1, count: 12), in: 0.001...100, .unsourced(0.1...2),
        en: "How much of the reference volume it takes.", th: "สัดส่วนของปริมาณอ้างอิงที่ตลาดรับได้")
      let memoryDays = form.number(
        "memory_days", 7, in: 1...365, .unsourced(3...21), en: "Over how many days arrivals count.",
        th: "นับผลเข้าตลาดย้อนหลังกี่วัน")
      let competitorShare = form.share(
        "competitor_share", 0, .choice, en: "The part of other provinces' fruit that comes to this market.",
        th: "สัดส่วนผลจากจังหวัดอื่นที่เข้าตลาดนี้")
      return (referenceTPerDay, months, memoryDays, competitorShare)
    }
    (referenceTPerDay, months, memoryDays, competitorShare) =
      volume ?? (1, Months(numbers: InlineArray(repeating: 1)), 1, 0)
    flexibility = form.number(
      "price_flexibility", 0.5, in: 0...5, .derived("0.4 to 0.65 at the market is about 1 at the farm"),
      en: "By how many per cent its price falls when 1 % more arrives.", th: "ราคาลดลงกี่ % เมื่อผลเข้าตลาดเพิ่ม 1 %")
    choke = form.number(
      "choke", 1.3, in: 1...20, .unsourced(1.15...1.6), en: "How many times the reference price can rise at most.",
      th: "ราคาสูงสุดเป็นกี่เท่าของราคาอ้างอิง")
    demand = form.number(
      "demand", 1, in: 0...10, .choice, en: "What happens to demand: 0.8 makes the price a fifth lower.",
      th: "อุปสงค์ 0.8 ทำให้ราคาลดลงหนึ่งในห้า")
    freight = form.number(
      "freight_thb_per_kg", 0, in: 0...1_000, .choice, en: "What it costs to bring a kilogram there.",
      th: "ค่าขนส่งถึงตลาด")
    let way = form.only(when: "product", is: product, in: [.fresh]) { form in
      let carrier = form.choice(
        "carrier", Carrier.none, settled: .atFounding, en: "What carries fruit there.", th: "ขนส่งด้วยอะไร")
      let travelDays = form.number(
        "travel_days", 0, in: 0...100, .choice, en: "How long the way is.", th: "ใช้เวลาเดินทางกี่วัน")
      let crossesBorder = form.flag(
        "crosses_border", false, en: "Whether trucks wait for a slot at the border.", th: "ต้องรอคิวผ่านด่านหรือไม่")
      let needsGAP = form.flag(
        "needs_gap", false, en: "Whether only fruit of GAP plots may be sold there.", th: "รับเฉพาะผลจากแปลง GAP หรือไม่")
      let isOutOfProvince = form.flag(
        "out_of_province", false, en: "Whether haulage aid counts fruit that goes there.",
        th: "ผลที่ไปตลาดนี้นับเป็นการกระจายออกนอกจังหวัดเพื่อรับเงินช่วยค่าขนส่งหรือไม่")
      return (carrier, travelDays, crossesBorder, needsGAP, isOutOfProvince)
    }
    (carrier, travelDays, crossesBorder, needsGAP, isOutOfProvince) = way ?? (.none, 0, false, false, false)
    admittedPackerShare = form.share(
      "admitted_packer_share", 1, .choice, en: "The part of the packers that may sell there.",
      th: "สัดส่วนล้งที่ได้รับอนุญาตให้ส่ง")
    isAtHome = form.flag(
      "at_home", false, settled: .atFounding, en: "Whether its consumers are Thai.", th: "ผู้บริโภคอยู่ในประเทศหรือไม่")
  }
}
