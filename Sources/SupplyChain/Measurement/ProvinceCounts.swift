import Ledger

/// How much of everything a province has had since its founding.
package struct ProvinceCounts: Sendable {
  package let households: Int
  package let plots: Int
  package let lots: Int
  package let trucks: Int
  package let batches: Int
  package let shipments: Int
  /// Entries in the books of mass and money.
  package let postings: Int
}

extension Province {
  package var counts: ProvinceCounts {
    ProvinceCounts(
      households: land.farms.count, plots: land.plots.count, lots: Int(record.lotCount), trucks: Int(loadCount),
      batches: Int(batchCount), shipments: Int(shipmentCount),
      postings: books.mass.postings + books.money.postings)
  }
}
