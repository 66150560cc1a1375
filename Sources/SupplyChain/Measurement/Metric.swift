import ScenarioFile

/// Something that is measured: its id carries its unit, and is a column of tables and the name of a target.
package struct Metric: Sendable {
  package enum Better: Sendable {
    case more
    case less
    case neither
  }

  package let id: String
  package let words: Words
  /// How it is taken, in plain words.
  package let how: Words
  package let better: Better

  package init(_ id: String, _ better: Better = .neither, en: String, th: String, how: Words) {
    self.id = id
    self.better = better
    self.how = how
    words = Words(en: en, th: th)
  }

  package var unit: SettingUnit { SettingUnit(key: id) }

  /// Whether its parts make up a whole that means something.
  package var addsUp: Bool { [Metric.ripe.id, Metric.market.id, Metric.exportValue.id].contains(id) }

  /// The forms and grades that it is taken of; nothing for all of them together.
  package var cuts: [(form: HarvestForm?, grade: Grade?)] {
    func cuts(_ grades: [Grade]) -> [(HarvestForm?, Grade?)] {
      HarvestForm.allCases.flatMap { form in grades.map { (form, $0) } }
    }
    switch id {
    case Metric.picked.id: return [(nil, nil)] + HarvestForm.allCases.map { ($0, nil) }
    case Metric.farmPrice.id, Metric.offSeasonPrice.id, Metric.weekMin.id: return cuts(Grade.allCases)
    case Metric.troughDay.id: return cuts([.aa])
    case Metric.daysBelowCost.id: return [(.loose, .aa)]
    default: return [(nil, nil)]
    }
  }
}

/// One number of a simulated year: what is measured, and of what part of the chain.
package struct Measure: Sendable, Hashable {
  package let metric: String
  package var form = ""
  package var grade = ""
  package var district = ""
  package var channel = ""
  package var season = ""
  package var group = ""

  package init(_ metric: Metric) { self.metric = metric.id }

  package init(
    metric: String, form: String = "", grade: String = "", district: String = "", channel: String = "",
    season: String = "", group: String = ""
  ) {
    (self.metric, self.form, self.grade, self.district) = (metric, form, grade, district)
    (self.channel, self.season, self.group) = (channel, season, group)
  }

  /// As it stands in a wide table, its unit at the end: `loose.AA.farm_price_thb_per_kg`.
  package var column: String {
    ([form, grade, district, channel, season, group].filter { !$0.isEmpty } + [metric]).joined(separator: ".")
  }
}

/// All numbers of one simulated year, in an order that is the same for every year of a scenario.
package struct YearMeasures: Sendable {
  package private(set) var measures: [Measure] = []
  package private(set) var values: [Double?] = []

  mutating func add(
    _ metric: Metric, _ value: Double?, form: HarvestForm? = nil, grade: Grade? = nil, district: String = "",
    channel: String = "", season: String = "", group: String = ""
  ) {
    var measure = Measure(metric)
    measure.form = form?.rawValue ?? ""
    measure.grade = grade?.id ?? ""
    measure.district = district
    measure.channel = channel
    measure.season = season
    measure.group = group
    measures.append(measure)
    values.append(value.flatMap { $0.isFinite ? $0 : nil })
  }

  package func value(_ metric: Metric, form: String = "", grade: String = "", group: String = "") -> Double? {
    var measure = Measure(metric)
    (measure.form, measure.grade, measure.group) = (form, grade, group)
    return measures.firstIndex(of: measure).flatMap { values[$0] }
  }
}
