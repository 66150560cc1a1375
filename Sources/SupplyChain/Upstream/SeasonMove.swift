import Ledger
import Units

/// What the two crops had brought up to a day.
struct SeasonTakings: BitwiseCopyable, Sendable {
  var inSeason = CropRecord()
  var offSeason = CropRecord()

  /// Baht a kilogram since an earlier day; nothing where nothing was sold.
  static func priceSince(_ earlier: CropRecord, _ now: CropRecord) -> Double? {
    let kilograms = (now.sold - earlier.sold).kilograms
    return kilograms > 0 ? (now.paid - earlier.paid).baht / kilograms : nil
  }
}

extension Province {
  /// The share of the year's tonnage that farmers mean to induce: what the scenario asks, moved by what they have seen.
  var offSeasonShare: Double { min(1, max(0, world.crop.offSeason.share + seasonMove)) }

  /// The first of March, before chlorate is given for the next off season: farmers compare what both crops brought in the
  /// year that has passed.
  ///
  /// The fruit of the coming July is not sold yet when they decide about the winter after it: that is how a good price
  /// calls up too much. Those who have water and money follow in the order in which they would go anyway.
  mutating func reconsiderSeasons() {
    defer {
      takings = SeasonTakings(inSeason: record.inSeason, offSeason: record.offSeason)
      reconsideredOn = today
    }
    // Farmers judge by a whole year.
    guard world.behaviour.seasonResponse > 0, today - reconsideredOn >= 300 else { return }
    // Of a crop that nobody had they remember what it brought the last time.
    cropPrices.inSeason = SeasonTakings.priceSince(takings.inSeason, record.inSeason) ?? cropPrices.inSeason
    cropPrices.offSeason = SeasonTakings.priceSince(takings.offSeason, record.offSeason) ?? cropPrices.offSeason
    guard let inSeason = cropPrices.inSeason, let offSeason = cropPrices.offSeason else { return }
    let gain = offSeason - inSeason - world.behaviour.usualPremium
    let moved = offSeasonShare + (1 - world.behaviour.seasonInertia) * world.behaviour.seasonResponse * gain
    seasonMove = min(1, max(0, moved)) - world.crop.offSeason.share
  }

  /// A calendar year is over, or the simulated time: notes what both crops have brought up to then.
  mutating func closeYear() {
    record.years.append(SeasonTakings(inSeason: record.inSeason, offSeason: record.offSeason))
  }
}
