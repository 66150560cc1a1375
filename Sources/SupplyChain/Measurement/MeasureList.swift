import ScenarioFile
import Units

extension World {
  /// All that a year of this world is measured by, known before any year has passed.
  package var measures: [Measure] { Metric.all.flatMap { measures(of: $0) } }

  private func measures(of metric: Metric) -> [Measure] {
    func each(_ ids: [String], _ key: WritableKeyPath<Measure, String>) -> [Measure] {
      ids.map { id in
        var measure = Measure(metric)
        measure[keyPath: key] = id
        return measure
      }
    }
    let whole = [Measure(metric)]
    let cut = metric.cuts.map { Measure(metric: metric.id, form: $0.form?.rawValue ?? "", grade: $0.grade?.id ?? "") }
    let seasons = each(Measure.seasons, \.season)
    let buyers = each(facilities.filter { $0.part.kind.isBuyer }.map(\.id), \.channel)
    switch metric.id {
    case Metric.ripe.id: return seasons
    case Metric.absorbed.id: return whole + buyers
    case Metric.utilisation.id, Metric.waitHours.id: return buyers
    case Metric.lossShare.id: return seasons + Measure.bySeason(buyers)
    case Metric.offSeasonShare.id: return each(["tonnage", "value"] + years, \.group)
    case Metric.cropPrice.id: return Measure.bySeason(each(years, \.group))
    case Metric.market.id, Metric.exportValue.id: return each(markets.map(\.id), \.channel)
    case Metric.farmIncomePerRai.id:
      return whole + each(["small", "larger", "large-plot", "on-their-own"], \.group)
        + each(districts.map(\.id), \.district)
    case Metric.salesOfPoorest.id: return each((1..<10).map { "poorest-\($0 * 10)" }, \.group)
    case Metric.groupIncome.id: return each(Measure.purses, \.group)
    case Metric.publicCost.id: return whole + each(Measures.ids, \.group)
    default: return cut
    }
  }

  /// The calendar years that are told one by one: none where there is one alone.
  private var years: [String] {
    guard let from = span.from, let to = span.to, from.year < to.year else { return [] }
    return (from.year...to.year).map { String($0 + 543) }
  }
}

extension Measure {
  static let seasons = ["in", "off"]

  /// Whose money it is, in the order of the books.
  static let purses = [
    "farmers", "pickers", "hauliers", "stations", "buyers", "processing", "banks", "inputs", "contractors",
    "government",
    "markets",
  ]

  fileprivate static func bySeason(_ measures: [Measure]) -> [Measure] {
    measures.flatMap { measure in
      seasons.map { season in
        var part = measure
        part.season = season
        return part
      }
    }
  }
}

/// A measure as somebody names it: what is left out may be all of it, or must be said.
package struct MeasureName: Sendable, Equatable {
  /// What it may be a part of.
  package enum Cut: String, CaseIterable, Sendable {
    case form, grade, district, channel, season, group

    package var words: Words {
      switch self {
      case .form: Words(en: "form", th: "รูปแบบ")
      case .grade: Words(en: "grade", th: "เกรด")
      case .district: Words(en: "district", th: "อำเภอ")
      case .channel: Words(en: "channel", th: "ช่องทาง")
      case .season: Words(en: "season", th: "ฤดู")
      case .group: Words(en: "group", th: "กลุ่ม")
      }
    }

    fileprivate var key: WritableKeyPath<Measure, String> {
      switch self {
      case .form: \.form
      case .grade: \.grade
      case .district: \.district
      case .channel: \.channel
      case .season: \.season
      case .group: \.group
      }
    }
  }

  package enum Meaning: Equatable, Sendable {
    /// One measure, or several that add up.
    case parts([Measure])
    /// A cut must be said, and what there is of it.
    case open(Cut, [String])
    /// It is never cut so.
    case uncut(Cut)
    /// It is cut so, but has no such part; what there is.
    case noPart(Cut, [String])
    /// There is no such measure.
    case unknown
  }

  private let named: Measure

  package init(
    metric: String, form: String = "", grade: String = "", district: String = "", channel: String = "",
    season: String = "", group: String = ""
  ) {
    named = Measure(
      metric: metric, form: form, grade: grade, district: district, channel: channel, season: season, group: group)
  }

  /// What is meant among what is measured.
  package func meaning(in all: [Measure]) -> Meaning {
    let own = all.filter { $0.metric == named.metric }
    if own.isEmpty { return .unknown }
    func choices(_ cut: Cut, _ measures: [Measure]) -> [String] {
      var seen: Set<String> = []
      return measures.map { $0[keyPath: cut.key] }.filter { !$0.isEmpty && seen.insert($0).inserted }
    }
    let (said, unsaid) = (
      Cut.allCases.filter { !named[keyPath: $0.key].isEmpty }, Cut.allCases.filter { named[keyPath: $0.key].isEmpty }
    )
    for cut in said {
      let there = choices(cut, own)
      if there.isEmpty { return .uncut(cut) }
      if !there.contains(named[keyPath: cut.key]) { return .noPart(cut, there) }
    }
    var fitting = own
    for cut in said {
      let before = fitting
      fitting = fitting.filter { $0[keyPath: cut.key] == named[keyPath: cut.key] }
      if fitting.isEmpty { return .noPart(cut, choices(cut, before)) }
    }
    func depth(_ measure: Measure) -> Int { unsaid.count { !measure[keyPath: $0.key].isEmpty } }
    // All of it where that is measured, else the fewest cuts.
    let least = fitting.map(depth).min() ?? 0
    let parts = fitting.filter { depth($0) == least }
    if least == 0 || Metric.all.first(where: { $0.id == named.metric })?.addsUp == true { return .parts(parts) }
    let cut = unsaid.first { !choices($0, parts).isEmpty } ?? .group
    return .open(cut, choices(cut, parts))
  }
}
