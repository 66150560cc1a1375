import Units

/// Something that happened to a lot, a load, a batch or a shipment, for whoever wants to follow it.
package struct TraceEntry: Sendable {
  package enum Value: Sendable, Equatable {
    case whole(Int)
    case text(String)
    case district(Int)
    case facility(Int)
    case market(Int)
    /// Grams by grade, AA first.
    case fruit([Int])
    /// Which lots, and grams of each.
    case parts([Part])
    case numbers([Int])
  }

  package struct Part: Sendable, Equatable {
    package let lot: Int
    package let grams: Int
  }

  /// The minute since the first day's midnight.
  package let at: Int
  package let event: String
  package let fields: [(key: String, value: Value)]

  package subscript(_ key: String) -> Value? { fields.first { $0.key == key }?.value }
}

/// Hears what happens in one simulated year.
package final class TraceListener: Sendable {
  let hear: @Sendable (TraceEntry) -> Void

  package init(_ hear: @escaping @Sendable (TraceEntry) -> Void) { self.hear = hear }
}

extension Province {
  /// Tells what has happened, when somebody listens.
  @inline(__always)
  func tell(_ event: String, at time: Int, _ fields: () -> [(key: String, value: TraceEntry.Value)]) {
    if let listener { listener.hear(TraceEntry(at: time, event: event, fields: fields())) }
  }

  func told(_ fruit: GradedGrams) -> TraceEntry.Value { .fruit((0..<4).map { Int(fruit.counts[$0]) }) }

  func told(facilityOf site: Int) -> TraceEntry.Value { .facility(Int(sites[site].facility)) }

  func told(_ parcels: [Parcel]) -> TraceEntry.Value {
    .parts(parcels.map { TraceEntry.Part(lot: Int($0.lot), grams: Int($0.fruit.total.count)) })
  }

  /// The lots that lie on a load.
  func told(loaded line: Line) -> TraceEntry.Value {
    var told: [Parcel] = []
    parcels.forEach(in: line) { told.append($0) }
    return self.told(told)
  }

  /// The lots that a batch is made of.
  func told(_ list: LotList) -> TraceEntry.Value {
    .parts(lotLists[list].map { TraceEntry.Part(lot: Int($0.lot), grams: Int($0.grams)) })
  }

  /// The batches of a shipment.
  func told(shipped line: Line) -> TraceEntry.Value {
    var numbers: [Int] = []
    shipped.forEach(in: line) { numbers.append(Int($0.number)) }
    return .numbers(numbers)
  }
}
