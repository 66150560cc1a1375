import Ledger
import ScenarioFile
import Units

/// Money for each kilogram that goes where it should.
package struct FreightAid: Part, BitwiseCopyable {
  package static let noun = Words(en: "aid for freight", th: "เงินช่วยค่าขนส่ง")

  package let bahtPerKg: Double
  package let capT: Double

  package init(_ form: Form) {
    bahtPerKg = form.number(
      "thb_per_kg", 0, in: 0...100, .choice, en: "What is paid for a kilogram.", th: "จ่ายต่อกิโลกรัม")
    capT = form.number("cap_t", 1e9, in: 0...1e9, .choice, en: "For how many tons at most.", th: "ไม่เกินกี่ตัน")
  }
}

/// Government pays a part of the interest on dryers' stock, and banks lend more on it.
package struct InterestAid: Part, BitwiseCopyable {
  package static let noun = Words(en: "aid for interest", th: "เงินช่วยดอกเบี้ย")

  package let share: Double
  package let moreCredit: Double

  package init(_ form: Form) {
    share = form.share(
      "interest_share", 0, .choice, en: "The part of the interest that is paid.", th: "สัดส่วนดอกเบี้ยที่จ่ายให้")
    moreCredit = form.share(
      "more_credit_share", 0, .choice, en: "How much more of the stock's worth is lent.",
      th: "วงเงินกู้เพิ่มเป็นสัดส่วนของมูลค่าสต็อก")
  }
}

/// A price below which government pays the difference to the farmer.
package struct PriceGuarantee: Part, BitwiseCopyable {
  package static let noun = Words(en: "a price guarantee", th: "การประกันราคา")

  package let bahtPerKg: Double
  package let capT: Double

  package init(_ form: Form) {
    bahtPerKg = form.number(
      "aa_thb_per_kg", 0, in: 0...1_000, .choice, en: "What loose AA is topped up to.", th: "ราคารูดร่วง AA ที่ประกัน")
    capT = form.number("cap_t", 1e9, in: 0...1e9, .choice, en: "For how many tons at most.", th: "ไม่เกินกี่ตัน")
  }
}

/// Outlets in other provinces: traders take more, and consumers there want more.
package struct Distribution: Part, BitwiseCopyable {
  package static let noun = Words(en: "the distribution programme", th: "โครงการกระจายผลผลิต")

  package let tPerDay: Double
  package let costPerKg: Double

  package init(_ form: Form) {
    tPerDay = form.number(
      "more_t_per_day", 0, in: 0...1e6, .choice, en: "How many more tons a day find an outlet.", th: "เพิ่มช่องทางวันละกี่ตัน")
    costPerKg = form.number(
      "thb_per_kg", 1.5, in: 0...100, .unsourced(0.5...4), en: "What that costs for a kilogram.", th: "ค่าใช้จ่ายต่อกิโลกรัม")
  }
}

extension Province {
  /// What aid adds to a kilogram sold in a market, as long as there is money for it.
  func aidPerKg(_ market: Int) -> Double {
    let terms = markets[market].terms
    var aid = 0.0
    if terms.isOutOfProvince, world.measures.haulageAid.bahtPerKg > 0 {
      aid += rest(of: world.measures.haulageAid, .haulageAid) > .zero ? world.measures.haulageAid.bahtPerKg : 0
    }
    if !terms.isAtHome, terms.product == .fresh, world.measures.exportAid.bahtPerKg > 0 {
      aid += rest(of: world.measures.exportAid, .exportAid) > .zero ? world.measures.exportAid.bahtPerKg : 0
    }
    return aid
  }

  private func rest(of aid: FreightAid, _ measure: Measures.Number) -> Grams {
    Grams(tonnes: aid.capT * scale, rounding: .nearestEven) - aided[measure.rawValue]
  }

  /// Pays aid on fruit that has been sold.
  mutating func payAid(_ mass: Grams, in market: Int, to buyer: Account<Satang>) {
    let terms = markets[market].terms
    if terms.isOutOfProvince {
      payAid(mass, world.measures.haulageAid, .haulageAid, to: buyer)
      payDistribution(mass, to: buyer)
    }
    if !terms.isAtHome, terms.product == .fresh { payAid(mass, world.measures.exportAid, .exportAid, to: buyer) }
  }

  private mutating func payAid(_ mass: Grams, _ aid: FreightAid, _ measure: Measures.Number, to buyer: Account<Satang>)
  {
    guard aid.bahtPerKg > 0 else { return }
    let counted = min(mass, max(.zero, rest(of: aid, measure)))
    aided[measure.rawValue] += counted
    let amount = BahtPerKilogram(aid.bahtPerKg).value(of: counted, rounding: .nearestEven)
    pay(amount, for: measure, to: buyer, event: "\(Measures.ids[measure.rawValue])")
  }

  /// The programme's own tons of the day: what was sold beyond what traders could take without it.
  private mutating func payDistribution(_ mass: Grams, to buyer: Account<Satang>) {
    let programme = world.measures.distribution
    guard programme.tPerDay > 0, programmeTotal > 0 else { return }
    let counted = mass.scaled(by: min(1, programme.tPerDay * 1e6 * scale / programmeTotal), rounding: .down)
    aided[Measures.Number.distribution.rawValue] += counted
    let amount = BahtPerKilogram(programme.costPerKg).value(of: counted, rounding: .nearestEven)
    pay(amount, for: .distribution, to: accounts.hauliers[0], event: "distribution programme")
  }

  /// Tops up what a farmer was paid for loose AA.
  mutating func topUp(_ lot: Lot, price: GradedPrice) {
    let guarantee = world.measures.priceGuarantee
    guard guarantee.bahtPerKg > 0, lot.form == .loose else { return }
    let number = Measures.Number.priceGuarantee.rawValue
    let rest = Grams(tonnes: guarantee.capT * scale, rounding: .nearestEven) - aided[number]
    let mass = min(lot.fruit[.aa], max(.zero, rest))
    let gap = guarantee.bahtPerKg - Double(price.satang[0]) / 100
    guard mass > .zero, gap > 0 else { return }
    aided[number] += mass
    let amount = BahtPerKilogram(gap).value(of: mass, rounding: .nearestEven)
    pay(amount, for: .priceGuarantee, to: accounts.farm[Int(lot.farm)], event: "top-up of lot \(lot.number)")
  }
}
