import Randomness
import ScenarioFile
import SupplyChain
import Units

/// What somebody without a model would say.
package enum NaiveGuess: String, CaseIterable, Sendable {
  case lastYear = "last_year"
  case inverseCrop = "inverse_crop"
  case constantShares = "constant_shares"

  /// In a sentence.
  package var words: Words {
    switch self {
    case .lastYear: Words(en: "same as last year", th: "เท่ากับปีก่อน")
    case .inverseCrop: Words(en: "price ∝ 1 ÷ crop", th: "ราคา ∝ 1 ÷ ผลผลิต")
    case .constantShares: Words(en: "constant shares", th: "สัดส่วนคงที่")
    }
  }

  /// Over a column.
  package var heading: Words {
    switch self {
    case .lastYear: Words(en: "last yr", th: "ปีก่อน")
    case .inverseCrop: Words(en: "1÷crop", th: "1÷ผล")
    case .constantShares: Words(en: "shares", th: "สัดส่วน")
    }
  }
}

/// The guesses about one season, made of the year before and of what was known of this one.
package struct NaiveGuesses {
  private let previous: PreviousYear
  /// This year's in-season crop, as it was expected.
  private let cropT: Double
  private let usualOffSeasonShare: Double

  package init(_ previous: PreviousYear, _ world: World) {
    self.previous = previous
    cropT = world.terms.crop.inSeasonT
    usualOffSeasonShare = world.terms.crop.offSeason.usualShare
  }

  /// How much larger than last year's this year's crop is.
  private var growth: Double? { previous.inSeasonT.flatMap { $0 > 0 ? cropT / $0 : nil } }

  /// Nothing where such a guess cannot be made.
  package func value(_ guess: NaiveGuess, of point: ObservedPoint) -> Double? {
    switch guess {
    case .lastYear: lastYear(point)
    case .inverseCrop: inverseCrop(point)
    case .constantShares: constantShares(point)
    }
  }

  private func lastYear(_ point: ObservedPoint) -> Double? {
    if let before = point.seen.previous { return before }
    switch point.metric {
    case .farmPrice:
      guard let form = point.form, let grade = point.grade, point.isOffSeason != true else { return nil }
      return previous.price(form, grade)
    case .unsold: return previous.unsoldT
    case .inSeason: return previous.inSeasonT
    case .offSeason: return previous.offSeasonT
    case .exports: return point.market == nil ? previous.exportsT : nil
    case .loss: return point.channel == nil && point.isOffSeason == nil ? previous.lossShare : nil
    case .trough: return previous.trough.map { Double($0.dayNumber) }
    case .harvestedShare, .harvestedShareOfSeason, .picked: return nil
    }
  }

  private func inverseCrop(_ point: ObservedPoint) -> Double? {
    guard point.metric == .farmPrice, let growth, growth > 0 else { return nil }
    return lastYear(point).map { $0 / growth }
  }

  private func constantShares(_ point: ObservedPoint) -> Double? {
    switch point.metric {
    case .harvestedShare: return point.date.map { NaiveGuesses.harvested(by: $0) }
    case .harvestedShareOfSeason: return harvested(from: point.from, to: point.to)
    case .picked:
      guard point.form == nil else { return nil }
      return harvested(from: point.date ?? point.from, to: point.date ?? point.to).map { $0 * cropT }
    case .unsold, .exports: return lastYear(point).flatMap { before in growth.map { before * $0 } }
    case .offSeason:
      return usualOffSeasonShare < 1 ? cropT * usualOffSeasonShare / (1 - usualOffSeasonShare) : nil
    case .farmPrice, .loss, .inSeason, .trough: return nil
    }
  }

  /// Of the in-season harvest; nothing where the days are not all in its months.
  private func harvested(from: CalendarDate?, to: CalendarDate?) -> Double? {
    guard let from, let to, (6...9).contains(from.month), (6...9).contains(to.month), from.year == to.year else {
      return nil
    }
    return NaiveGuesses.harvested(by: to) - NaiveGuesses.harvested(by: from.advanced(by: -1))
  }

  /// The same part of the harvest by the same day of every year: the bell around 2 August with a standard deviation of 16
  /// days that fits the pooled years.
  static func harvested(by date: CalendarDate) -> Double {
    guard let middle = try? CalendarDate(year: date.year, month: 8, day: 2) else { return 0 }
    return Elementary.normalCumulative((Double(middle.distance(to: date)) + 0.5) / 16)
  }
}
