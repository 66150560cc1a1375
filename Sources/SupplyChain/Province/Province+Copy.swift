import Ledger

extension Province {
  /// Becomes a copy of another province, in the memory that this one has already.
  ///
  /// What is large is copied at once; what is small is shared until one of the two changes it.
  package mutating func copy(from other: Province) {
    var copy = other
    copy.trees.reuse(&trees)
    copy.harvestMonths.reuse(&harvestMonths)
    copy.plotsOfMonth.reuse(&plotsOfMonth)
    copy.bearings.reuse(&bearings)
    copy.lots.reuse(&lots)
    copy.parcels.reuse(&parcels)
    copy.lotLists.reuse(&lotLists)
    copy.loads.reuse(&loads)
    copy.batches.reuse(&batches)
    copy.shelves.reuse(&shelves)
    copy.shipped.reuse(&shipped)
    copy.shipments.reuse(&shipments)
    copy.openLoads.reuse(&openLoads)
    copy.posted.reuse(&posted)
    copy.postedBaht.reuse(&postedBaht)
    copy.bids.reuse(&bids)
    copy.record.farms.reuse(&record.farms)
    copy.record.days.reuse(&record.days)
    for district in copy.hanging.indices where hanging.indices.contains(district) {
      copy.hanging[district].reuse(&hanging[district])
    }
    swap(&copy.books, &books)
    copy.books.copy(from: other.books)
    self = copy
  }
}
