import SupplyChain

/// Follows one lot: keeps the events of the lot itself, of the loads and batches that hold a part of it, and of the
/// shipments that hold those batches.
package struct LotWay {
  package let lot: Int
  package private(set) var entries: [TraceEntry] = []
  /// The largest number of a lot that was heard of.
  package private(set) var lastLot = 0
  private var loads: Set<Int> = []
  private var batches: Set<Int> = []
  private var shipments: Set<Int> = []

  package init(lot: Int) { self.lot = lot }

  package mutating func hear(_ entry: TraceEntry) {
    if case .whole(let number)? = entry["lot"] { lastLot = max(lastLot, number) }
    if case .parts(let parts)? = entry["lots"], parts.contains(where: { $0.lot == lot }) {
      if case .whole(let load)? = entry["load"] { loads.insert(load) }
      if case .whole(let batch)? = entry["batch"] { batches.insert(batch) }
      entries.append(entry)
    } else if case .numbers(let numbers)? = entry["batches"] {
      guard case .whole(let shipment)? = entry["shipment"], numbers.contains(where: { batches.contains($0) }) else {
        return
      }
      shipments.insert(shipment)
      entries.append(entry)
    } else if isOwn(entry, "lot", [lot]) || isOwn(entry, "load", loads) || isOwn(entry, "batch", batches)
      || isOwn(entry, "shipment", shipments)
    {
      entries.append(entry)
    }
  }

  private func isOwn(_ entry: TraceEntry, _ key: String, _ known: Set<Int>) -> Bool {
    if case .whole(let number)? = entry[key] { return known.contains(number) }
    return false
  }
}
