import ScenarioFile
import Units

/// What somebody may have seen of a real season, to be asked of a simulated one.
package struct Sighting: Sendable {
  package enum Subject: String, SettingChoice {
    case harvestedShare = "harvested_share"
    case harvestedShareOfSeason = "harvested_share_of_season"
    case picked = "picked_t"
    case farmPrice = "farm_price_thb_per_kg"
    case loss = "loss_share"
    case unsold = "unsold_t"
    case inSeason = "in_season_t"
    case offSeason = "offseason_t"
    case exports = "exports_t"
    case trough = "price_trough_date"

    package var unit: SettingUnit { self == .harvestedShareOfSeason ? .share : SettingUnit(key: rawValue) }

    /// What it is called in tables.
    package var title: Words {
      switch self {
      case .harvestedShare: Words(en: "Harvested by then", th: "เก็บเกี่ยวแล้วสะสม")
      case .harvestedShareOfSeason: Words(en: "Harvested in those days", th: "เก็บเกี่ยวในช่วงนั้น")
      case .picked: Words(en: "Picked fruit", th: "ผลที่เก็บ")
      case .farmPrice: Words(en: "Farm price", th: "ราคาที่สวน")
      case .loss: Words(en: "Lost or trimmed", th: "สูญเสีย")
      case .unsold: Words(en: "Fruit with no buyer", th: "ผลผลิตที่ขายไม่ได้")
      case .inSeason: Words(en: "Ripe fruit, in season", th: "ผลสุกในฤดู")
      case .offSeason: Words(en: "Ripe fruit, off season", th: "ผลสุกนอกฤดู")
      case .exports: Words(en: "Exported", th: "ปริมาณส่งออก")
      case .trough: Words(en: "Day of the lowest price", th: "วันที่ราคาต่ำสุด")
      }
    }

    /// How it is taken.
    package var words: Words {
      switch self {
      case .harvestedShare:
        Words(
          en:
            "The part of all fruit picked in season that is picked by the end of a day; of one form where one is given.",
          th: "สัดส่วนของผลในฤดูที่เก็บแล้วเมื่อสิ้นวันนั้น เทียบกับที่เก็บได้ทั้งฤดู ระบุรูปแบบได้")
      case .harvestedShareOfSeason:
        Words(
          en: "The part of all fruit picked in season that is picked between two dates, both included.",
          th: "สัดส่วนของผลในฤดูที่เก็บระหว่างสองวันที่ รวมวันแรกและวันสุดท้าย")
      case .picked:
        Words(
          en: "Fruit picked on a day, between two dates, or all the time, in season and off.",
          th: "ปริมาณที่เก็บในหนึ่งวัน ระหว่างสองวันที่ หรือตลอดช่วง ทั้งในและนอกฤดู")
      case .farmPrice:
        Words(
          en: """
            What farmers were paid for a kilogram: money over mass of what was traded. A day stands for the seven days \
            around it, two dates for the days between them; without a date it is the season, or what is outside it.
            """,
          th: """
            ราคาเฉลี่ยที่เกษตรกรได้รับต่อกิโลกรัม ถ่วงด้วยปริมาณซื้อขาย ถ้าระบุวันเดียวหมายถึงเจ็ดวันรอบวันนั้น \
            ระบุสองวันหมายถึงช่วงนั้น ถ้าไม่ระบุคือทั้งฤดู หรือนอกฤดู
            """)
      case .loss:
        Words(
          en: """
            Of a channel: what was trimmed when its fruit was weighed and what spoiled at its buyers and behind them, over \
            what they took. Without a channel: all that was trimmed, left on the trees, dropped or spoiled at stations, over \
            what ripened.
            """,
          th: """
            ระบุช่องทาง: ส่วนที่ตัดทิ้งตอนชั่งและเน่าเสียที่ผู้ซื้อหรือหลังจากนั้น เทียบกับที่ผู้ซื้อรับ \
            ไม่ระบุช่องทาง: ส่วนที่ตัดทิ้ง ค้างต้น ร่วง หรือเสียที่จุดรับซื้อ เทียบกับผลสุก
            """)
      case .unsold:
        Words(
          en: "Fruit left on the trees, dropped from them, or spoiled anywhere.",
          th: "ผลที่ทิ้งค้างต้น ร่วงหล่น หรือเน่าเสียไม่ว่าที่ใด")
      case .inSeason: Words(en: "Fruit that ripened in season.", th: "ผลที่สุกในฤดู")
      case .offSeason: Words(en: "Fruit that ripened on induced trees.", th: "ผลที่สุกจากการชักนำนอกฤดู")
      case .exports:
        Words(
          en: "What was sold abroad, or in one market: fresh fruit as fresh, dried fruit as dried tonnes.",
          th: "ปริมาณที่ขายต่างประเทศ หรือตลาดเดียว ผลสดนับเป็นตันสด อบแห้งนับเป็นตันแห้ง")
      case .trough:
        Words(
          en: "The day of the season around which a week's trade paid least; loose AA unless told otherwise.",
          th: "วันในฤดูที่ราคาเฉลี่ยเจ็ดวันรอบนั้นต่ำสุด ถ้าไม่ระบุคือรูดร่วง AA")
      }
    }
  }

  package let subject: Subject
  /// All forms, grades, seasons and markets together where nothing is said.
  package var form: HarvestForm?
  package var grade: Grade?
  package var isOffSeason: Bool?
  package var market: Int?
  /// The facilities of a channel.
  package var facilities: [Int]?
  /// Days from the first that is shown; the whole of it where nothing is said.
  package var days: ClosedRange<Int>?

  package init(_ subject: Subject) { self.subject = subject }
}

extension Province {
  /// What a year that has passed says of it; nothing where there was nothing of the kind.
  package func seen(_ sighting: Sighting) -> Double? {
    switch sighting.subject {
    case .harvestedShare, .harvestedShareOfSeason: return harvestedShare(sighting)
    case .picked: return grams(sighting, isOffSeason: nil) / 1e6 / scale
    case .farmPrice: return farmPrice(sighting)
    case .loss:
      if let facilities = sighting.facilities { return lossShare(of: facilities, isOffSeason: sighting.isOffSeason) }
      let crops = sighting.isOffSeason.map { $0 ? [record.offSeason] : [record.inSeason] }
      let (lost, ripe) = (crops ?? [record.inSeason, record.offSeason]).reduce((0.0, 0.0)) {
        ($0.0 + ($1.lost + $1.trimmed).tonnes, $0.1 + $1.ripe.tonnes)
      }
      return ripe > 0 ? lost / ripe : nil
    case .unsold: return (record.leftUnpicked + record.dropped + record.spoiledMass).tonnes / scale
    case .inSeason: return record.inSeason.ripe.tonnes / scale
    case .offSeason: return record.offSeason.ripe.tonnes / scale
    case .exports:
      let sold = sighting.market.map { [$0] } ?? markets.indices.filter { !markets[$0].terms.isAtHome }
      return sold.reduce(0) { $0 + record.marketMass[$1].tonnes } / scale
    case .trough:
      let prices = weeklyPrices(sighting.form ?? .loose, sighting.grade ?? .aa)
      return Province.trough(of: prices, on: SeasonWindow(record, calendar: calendar).days).map { Double($0) }
    }
  }

  /// What was picked on some days, in some forms and seasons.
  private func grams(_ sighting: Sighting, isOffSeason: Bool?) -> Double {
    let days = record.days.indices.clamped(to: sighting.days.map { $0.lowerBound..<$0.upperBound + 1 } ?? 0..<Int.max)
    var sum = 0.0
    for day in days {
      for form in HarvestForm.allCases where sighting.form.map({ $0 == form }) ?? true {
        if isOffSeason != true { sum += Double(record.days[day].pickedInSeason[form.index].count) }
        if isOffSeason != false { sum += Double(record.days[day].pickedOffSeason[form.index].count) }
      }
    }
    return sum
  }

  /// The part of all that is picked in season that was picked on some days, or until the end of one.
  private func harvestedShare(_ sighting: Sighting) -> Double? {
    var (until, all) = (sighting, sighting)
    all.days = nil
    if sighting.subject == .harvestedShare { until.days = sighting.days.map { 0...max(0, $0.upperBound) } }
    let total = grams(all, isOffSeason: false)
    return total > 0 ? grams(until, isOffSeason: false) / total : nil
  }

  /// What farmers were paid for a kilogram: of one day, in the seven days around it, as ``weeklyPrices(_:_:)`` has it; of
  /// several, on those; else in the season or out of it.
  private func farmPrice(_ sighting: Sighting) -> Double? {
    var days: [Int]
    if let span = sighting.days {
      let around = span.count == 1 ? 3 : 0
      days = Array(record.days.indices.clamped(to: span.lowerBound - around..<span.upperBound + around + 1))
    } else {
      let season = SeasonWindow(record, calendar: calendar).days
      days = record.days.indices.filter { season.contains($0) != (sighting.isOffSeason ?? false) }
    }
    let forms = sighting.form.map { [$0] } ?? HarvestForm.allCases
    let grades = sighting.grade.map { [$0] } ?? Grade.allCases
    var (mass, money) = (0.0, 0.0)
    for day in days {
      for form in forms {
        for grade in grades {
          mass += Double(record.days[day].tradedMass[form.index][grade.rawValue])
          money += Double(record.days[day].tradedMoney[form.index][grade.rawValue])
        }
      }
    }
    // A ton says what a price is; satang and grams to baht and kilograms.
    return mass > 1e6 * scale ? money / mass * 10 : nil
  }

  /// What facilities lost of what they took, trimming included.
  func lossShare(of facilities: [Int], isOffSeason: Bool?) -> Double? {
    var (lost, taken) = (0.0, 0.0)
    for facility in facilities {
      for season in isOffSeason.map({ [$0 ? 1 : 0] }) ?? [0, 1] {
        lost += record.channels[facility * 2 + season].lost.tonnes
        taken += record.channels[facility * 2 + season].taken.tonnes
      }
    }
    return taken > 0 ? lost / taken : nil
  }
}

extension World {
  /// The ways of fruit that go by a name of their own, each with its facilities; a facility's id is a channel too.
  package var channels: [(id: String, facilities: [Int])] {
    let abroad = Set(markets.filter { !$0.part.terms.isAtHome && $0.part.terms.product == .fresh }.map(\.id))
    func those(_ holds: (Facility) -> Bool) -> [Int] { facilities.indices.filter { holds(facilities[$0].part) } }
    func exports(_ facility: Facility) -> Bool { facility.buyer?.markets.contains { abroad.contains($0) } ?? false }
    return [
      ("export-fresh", those { $0.kind == .packer && exports($0) }),
      ("domestic-fresh", those { $0.kind == .packer && !exports($0) }),
      ("dried", those { $0.kind == .dryer }), ("flesh", those { $0.kind == .flesh }),
      ("processed", those { $0.kind == .factory }),
    ] + facilities.indices.filter { facilities[$0].part.kind.isBuyer }.map { (facilities[$0].id, [$0]) }
  }
}
