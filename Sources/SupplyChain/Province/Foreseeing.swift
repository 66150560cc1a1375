import EventCore
import Ledger

extension Province {
  /// Worth its while where farms and their lots do not fit the memory next to the core: it breaks even at some forty
  /// thousand farms.
  package var looksAhead: Bool { land.farms.count > 40_000 }

  /// Sends for what an event will touch: first for the record that it names, then for what that record names.
  ///
  /// Lots, farms, loads and batches lie all over memory, in the order in which they came; without this the province waits
  /// for each of them in turn.
  package func foresee(_ event: ChainEvent, _ nearness: Nearness) {
    switch event {
    case .picked(let lot):
      if nearness == .soon { lots.prefetch(lot) } else { sendFor(farm: lots[lot].farm) }
    case .delivered(let lot):
      if nearness == .soon { lots.prefetch(lot) } else { foresee(deliveryOf: lots[lot]) }
    case .weighed(let lot):
      if nearness == .soon { lots.prefetch(lot) } else { foresee(weighingOf: lots[lot]) }
    case .loadArrived(let load):
      if nearness == .soon { loads.prefetch(load) } else { foresee(arrivalOf: loads[load]) }
    case .worked(let batch), .gassed(let batch):
      if nearness == .soon { batches.prefetch(batch) } else { foresee(batchOf: Int(batches[batch].site)) }
    case .ripens(let bearing):
      bearings.prefetch(bearing)
    case .atBorder(let shipment), .cleared(let shipment), .atMarket(let shipment):
      shipments.prefetch(shipment)
    default: break
    }
  }

  /// Sends for what a farm earns and spends.
  func sendFor(farm: UInt32) {
    record.farms.prefetch(Int(farm))
    books.money.prefetch(accounts.farm[Int(farm)])
  }

  private func foresee(deliveryOf lot: Lot) {
    stations.prefetch(Int(lot.station))
    stations[Int(lot.station)].bays.sendForLine()
    books.mass.prefetch(accounts.yard[Int(lot.station)])
  }

  private func foresee(weighingOf lot: Lot) {
    sendFor(farm: lot.farm)
    foresee(deliveryOf: lot)
    books.money.prefetch(accounts.station[Int(lot.station)])
    posted.prefetch(Int(lot.station) * 6 + lot.form.index * 2)
    let first = linkRange(Int(lot.station), lot.form).lowerBound
    links.prefetch(first)
    links.prefetch(first + 8)
    openLoads.prefetch(first)
    openLoads.prefetch(first + 16)
  }

  /// A machine is free, and takes the next fruit that waits.
  private func foresee(batchOf site: Int) {
    sites.prefetch(site)
    parcels.prefetch(sites[site].intake)
    books.mass.prefetch(accounts.intake[site])
    books.mass.prefetch(accounts.working[site])
    books.mass.prefetch(accounts.stock[site])
    books.money.prefetch(accounts.buyer[site])
  }

  private func foresee(arrivalOf load: Load) {
    let site = Int(load.site)
    sites.prefetch(site)
    books.mass.prefetch(accounts.intake[site])
    books.money.prefetch(accounts.buyer[site])
  }
}
