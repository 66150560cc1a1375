import ScenarioFile

/// What a cold store holds.
package struct ColdTerms: BitwiseCopyable, Sendable {
  package let roomT: Double
  package let cost: Double

  /// All cold stores together; the dearest says what a day costs.
  init(_ stores: [ColdTerms]) {
    roomT = stores.reduce(0) { $0 + $1.roomT }
    cost = stores.map(\.cost).max() ?? 0
  }

  init(_ form: Form) {
    roomT = form.number(
      "room_t", 0, in: 0...1_000_000, .choice, en: "Tons of packed fruit that all of them hold.",
      th: "ความจุห้องเย็นรวม (ตัน)")
    cost = form.number(
      "store_thb_per_kg", 0.15, in: 0...100, .unsourced(0.05...0.5), en: "What a day in it costs.", th: "ค่าฝากต่อวัน")
  }
}
