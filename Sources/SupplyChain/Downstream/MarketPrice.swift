import EventCore
import Ledger
import Randomness
import Units

/// A market at work.
struct MarketState: BitwiseCopyable, Sendable {
  var terms: MarketTerms
  /// What it pays today, in baht a kilogram.
  var price = Graded.zero
  /// The same in whole satang, as it is paid.
  var posted = GradedPrice.zero
  /// Fruit that has come since yesterday, as fresh fruit.
  var arrived = Grams.zero
  /// Tons a day, own and competitors', as the market remembers them.
  var remembered = 0.0
}

extension Province {
  /// Midnight: every market counts what came, its own and others', and sets its prices.
  mutating func setPrices() {
    let competing = competitorTons(on: today)
    // The programme's outlets are shared out over the markets of other provinces.
    let outlets = Double(max(1, markets.count { $0.terms.isOutOfProvince && $0.terms.carrier == .trucks }))
    let month = calendar.date(ofDay: today).month
    for market in markets.indices {
      let part = markets[market].terms
      let programme =
        part.isOutOfProvince && part.carrier == .trucks ? world.measures.distribution.tPerDay / outlets : 0
      let reference = part.referenceTPerDay * part.months[month] + programme
      var state = markets[market]
      let came = state.arrived.tonnes / scale + competing * part.competitorShare
      if hasPrices {
        state.remembered += (came - state.remembered) / part.memoryDays
      } else {
        state.remembered = reference
      }
      state.arrived = .zero
      let level =
        part.product == .dried
        ? driedLevel(part) : Province.level(state.remembered / reference, part.flexibility, choke: part.choke)
      state.price = part.price * (level * part.demand)
      state.posted = GradedPrice(state.price)
      markets[market] = state
    }
    hasPrices = true
  }

  /// What a volume beside the reference does to the price; nothing that arrives makes it explode.
  static func level(_ ratio: Double, _ flexibility: Double, choke: Double) -> Double {
    guard ratio > 0 else { return choke }
    return min(choke, Elementary.exp(-flexibility * Elementary.log(ratio)))
  }

  // MARK: Competitors

  /// Ripe fruit of other provinces on a day, in tons: the same bell, some days later.
  func competitorTons(on day: Int) -> Double {
    let competitors = world.competitors
    let crop = world.crop
    guard competitors.timesOwn > 0 else { return 0 }
    let date = calendar.date(ofDay: day)
    let weather = 1 + (crop.yearWeather - 1) * competitors.sameWeather
    let moved = competitors.copies * (offSeasonShare - crop.offSeason.usualShare)
    let usual = crop.offSeason.usualShare
    let potential = usual < 1 ? crop.inSeasonT / (1 - usual) : crop.inSeasonT
    let size = competitors.timesOwn * competitors.surge * weather
    let peak =
      Double(dayOfYear(date.year, crop.season.peak.month, crop.season.peak.day)) + crop.season.peakShiftDays
      + competitors.lagDays - 0.35 * crop.season.tendedLeadDays
    let sd = max((crop.season.spreadDays * crop.season.spreadDays + 36).squareRoot(), 1)
    let z = (Double(day) - peak) / sd
    let inSeason = potential * (1 - usual - moved) * Elementary.exp(-z * z / 2) / (sd * 2.506_628_274_631)
    let weights = crop.offSeason.months
    let total = weights.total
    let days = Double(CalendarYear.days(inMonth: date.month, of: date.year))
    let offSeason = total > 0 ? potential * (usual + moved) * weights[date.month] / total / days : 0
    return size * max(0, inSeason + offSeason)
  }

  // MARK: Dried fruit

  /// The price of dried fruit follows what the year is expected to bring, with what is left of the last, and rises
  /// while the stock is held.
  private func driedLevel(_ part: MarketTerms) -> Double {
    let store = world.driedStore
    let supply = driedSupplyT.map { $0 / part.referenceTPerYear } ?? 1
    return Province.level(supply, part.flexibility, choke: part.choke)
      * Elementary.exp(Double(monthsSinceHarvest) * Elementary.log1p(store.risePerMonth))
  }

  /// Whole months since the first of September.
  private var monthsSinceHarvest: Int {
    let month = calendar.date(ofDay: today).month
    // In the harvest itself the rise of the last year is over.
    return month == 7 || month == 8 ? 0 : (month + 12 - 9) % 12
  }

  /// On the first of July the year's supply is known: the crop here and elsewhere, and what more is left than usual.
  mutating func expectDriedSupply() {
    let crop = world.crop
    let competitors = world.competitors
    let own = Double(forecast.sum(from: today - 60, days: 150)) / 1e6 / scale
    let weather = 1 + (crop.yearWeather - 1) * competitors.sameWeather
    let theirs = competitors.timesOwn * crop.inSeasonT * competitors.surge * weather
    let left = Double(sites.reduce(Int64(0)) { $0 + $1.stock.total.count }) / 1e6 / scale
    let surplus = 3.3 * (left - world.driedStore.usualLeftT)
    driedSupplyT = max(0, own + theirs + surplus)
  }

  // MARK: Selling from the shelf

  /// Sells what stands on a plant's shelf at once.
  mutating func sellShelf(_ site: Int, _ agenda: inout Agenda<Int, ChainEvent>) {
    sellStock(site, upTo: sites[site].stock.total, at: agenda.now)
  }

  /// Midnight at a dryer: hold the stock while the price rises faster than it costs, else sell a part every day.
  mutating func sellDried(_ site: Int) {
    guard sites[site].stock.total > .zero, sites[site].market >= 0 else { return }
    let store = world.driedStore
    let price = markets[Int(sites[site].market)].price[0]
    let gain = store.risePerMonth * price
    let cost = store.interestPerMonth * price + store.storePerMonth
    let date = calendar.date(ofDay: today)
    let clear = dayOfYear(date.year, store.clearDate.month, store.clearDate.day)
    let daysLeft = clear >= today ? clear - today + 1 : clear + 366 - today
    var share = 0.0
    if gain <= cost { share = store.sellShare }
    if daysLeft <= 180 { share = max(share, 1 / Double(daysLeft)) }
    if credit(of: site) <= .zero { share = max(share, 0.1) }
    sites[site].saleCarry += Double(sites[site].stock.total.count) * share
    let whole = Grams(Int64(sites[site].saleCarry))
    sites[site].saleCarry -= Double(sellStock(site, upTo: whole, at: today * 1_440).count)
  }

  /// Sells whole batches, the oldest first, up to a mass of product; answers how much.
  @discardableResult
  private mutating func sellStock(_ site: Int, upTo most: Grams, at now: Int) -> Grams {
    let market = Int(sites[site].market >= 0 ? sites[site].market : sites[site].plainMarket)
    guard market >= 0 else { return .zero }
    var fruit = GradedGrams.zero
    while !sites[site].shelf.isEmpty {
      let batch = shelves.first(of: sites[site].shelf)
      guard (fruit + batch.fruit).total <= most else { break }
      shelves.removeFirst(of: &sites[site].shelf)
      fruit += batch.fruit
      tell("sold", at: now) {
        [("batch", .whole(Int(batch.number))), ("market", .market(market)), ("g", told(batch.fruit))]
      }
      lotLists.remove(batch.lots)
    }
    let mass = fruit.total
    guard mass > .zero else { return .zero }
    sites[site].shelved -= mass
    sites[site].stock -= fruit
    let worth = worth(of: fruit, in: market)
    let freight = BahtPerKilogram(markets[market].terms.freight).value(of: mass, rounding: .nearestEven)
    let buyer = accounts.buyer[site]
    let event = "sale of stock of buyer"
    books.mass.post(mass, from: accounts.stock[site], to: accounts.sold[market], event: "\(event) \(site)")
    books.money.post(worth, from: accounts.market[market], to: buyer, event: "\(event) \(site)")
    books.money.post(freight, from: buyer, to: accounts.hauliers[0], event: "\(event) \(site)")
    let ratio = buyers[Int(sites[site].facility)].freshPerProduct
    markets[market].arrived += mass.scaled(by: ratio, rounding: .nearestEven)
    record.marketed(
      mass, fresh: mass.scaled(by: ratio, rounding: .nearestEven), worth, in: market, from: site,
      on: today)
    return mass
  }

  /// Interest on what dryers owe, every day.
  mutating func payInterest(_ site: Int) {
    let owed = books.money.balance(of: accounts.buyer[site])
    guard owed < .zero, buyers[Int(sites[site].facility)].cashPerMachine != nil else { return }
    let interest = Satang(-owed.count).scaled(by: world.driedStore.interestPerMonth / 30, rounding: .nearestEven)
    let aid = interest.scaled(by: world.measures.interestAid.share, rounding: .down)
    pay(aid, for: .interestAid, to: accounts.banks[0], event: "interest aid for buyer \(site)")
    books.money.post(
      interest - aid, from: accounts.buyer[site], to: accounts.banks[0], event: "interest of buyer \(site)")
  }
}
