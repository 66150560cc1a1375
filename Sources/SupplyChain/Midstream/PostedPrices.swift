import Units

extension Province {
  /// What a station pays; nothing when nobody would buy.
  func postedPrice(_ station: Int, _ form: HarvestForm, certified: Bool) -> GradedPrice {
    posted[station * 6 + form.index * 2 + (certified ? 1 : 0)]
  }

  /// The same in baht.
  func postedBaht(_ station: Int, _ form: HarvestForm, certified: Bool) -> Graded {
    postedBaht[station * 6 + form.index * 2 + (certified ? 1 : 0)]
  }

  /// The buyers in reach of a station that take a form.
  func linkRange(_ station: Int, _ form: HarvestForm) -> Range<Int> {
    let place = station * 3 + form.index
    return Int(linkStarts[place])..<Int(linkStarts[place + 1])
  }

  /// Every station asks the buyers in reach and posts its prices for the day.
  mutating func postPrices() {
    // No closures here: one that looks at the province would be handed a copy of it.
    var rooms: [Double] = []
    rooms.reserveCapacity(sites.count)
    for site in sites.indices { rooms.append(roomOfBuyer(site)) }
    for station in stations.indices {
      for form in HarvestForm.allCases {
        let place = station * 3 + form.index
        expectedSales[place] += (salesToday[place] - expectedSales[place]) / 3
        salesToday[place] = 0
        isUnsettled[place] = true
        var (room, isDearer) = (0.0, false)
        for link in linkRange(station, form) {
          let site = Int(links[link].site)
          room += rooms[site]
          if sites[site].market != sites[site].plainMarket { isDearer = true }
        }
        roomToday[place] = room
        hasDearerMarket[place] = isDearer
      }
    }
    settlePrices()
  }

  /// A buyer has closed or opened: the stations that sell to it post anew before anybody asks them.
  mutating func unsettlePrices(around site: Int) {
    let form = buyers[Int(sites[site].facility)].buys.index
    for place in stationsOf[site].indices { isUnsettled[Int(stationsOf[site][place]) * 3 + form] = true }
  }

  /// Every station posts anew whose buyers have changed.
  mutating func settlePrices() {
    for station in stations.indices {
      for form in HarvestForm.allCases { settlePrice(station, form) }
    }
  }

  /// One station posts anew, if its buyers have changed.
  mutating func settlePrice(_ station: Int, _ form: HarvestForm) {
    guard isUnsettled[station * 3 + form.index] else { return }
    isUnsettled[station * 3 + form.index] = false
    let terms = stationTerms[stations[station].facility]
    let kept = 1 - terms.loss
    let margin = Graded(repeating: terms.margin)
    // Who has fruit that nobody would take buys no more of the kind.
    let isBuying = stations[station].yard < terms.room && stations[station].refusedLots[form.index] == 0
    let plain = isBuying ? offer(station, form, certified: false) : .zero
    let isDearer = isBuying && hasDearerMarket[station * 3 + form.index]
    let certified = isDearer ? offer(station, form, certified: true) : plain
    post(plain * kept - margin, station * 6 + form.index * 2)
    post(certified * kept - margin, station * 6 + form.index * 2 + 1)
  }

  private mutating func post(_ price: Graded, _ place: Int) {
    posted[place] = GradedPrice(price)
    postedBaht[place] = posted[place].baht
  }

  /// What a station's buyers pay, freight taken off, for as much as it expects to sell today: the best of them first, as
  /// far as each has room, so that one who takes little does not make the price of all.
  private func offer(_ station: Int, _ form: HarvestForm, certified: Bool) -> Graded {
    var best = Graded.zero
    // The eight that pay most for AA, the best first.
    var dearest = InlineArray<8, Int>(repeating: -1)
    var pays = InlineArray<8, Double>(repeating: 0)
    let trucks = world.transport.trucks
    for place in linkRange(station, form) {
      let net = net(links[place], trucks, certified: certified)
      best.replace(with: net, where: net .> best)
      guard net[0] > pays[7] else { continue }
      var rank = 7
      while rank > 0, net[0] > pays[rank - 1] {
        pays[rank] = pays[rank - 1]
        dearest[rank] = dearest[rank - 1]
        rank -= 1
      }
      pays[rank] = net[0]
      dearest[rank] = place
    }
    guard best[0] > 0 else { return best }
    var left = max(expectedSales[station * 3 + form.index], 2e6)
    var (sold, worth) = (0.0, Graded.zero)
    for rank in 0..<8 where left > 0 && dearest[rank] >= 0 {
      let net = net(links[dearest[rank]], trucks, certified: certified)
      let mass = min(left, roomOfBuyer(Int(links[dearest[rank]].site)))
      left -= mass
      sold += mass
      worth += mass * net.notBelowZero
    }
    guard sold > 0 else { return best }
    // The smaller grades go to whoever values them; a larger one is never worth less than a smaller.
    best[1] = max(min(best[1], worth[1] / sold), best[2])
    best[0] = max(min(best[0], worth[0] / sold), best[1])
    return best
  }

  /// How much more a buyer would take today of what one of its stations brings.
  private func roomOfBuyer(_ site: Int) -> Double {
    guard sites[site].isOpen else { return 0 }
    let most = world.congestion.closesAt * sites[site].comfortable + sites[site].outflow
    return max(0, most - Double(sites[site].held.count)) / sites[site].stationCount
  }

  /// What a buyer pays when freight is taken off.
  @inline(__always)
  private func net(_ link: BuyerLink, _ trucks: FleetTerms, certified: Bool) -> Graded {
    let bid = certified ? bids.certified[Int(link.site)] : bids.plain[Int(link.site)]
    return bid - Graded(repeating: trucks.bahtPerKg + trucks.bahtPerKgKm * Double(link.km))
  }
}
