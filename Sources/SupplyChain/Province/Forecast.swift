/// Fruit that is expected to become ripe, by day; sums over a stretch of days are what buyers look at.
struct Forecast: Sendable {
  private let firstDay: Int
  private var grams: [Int64]

  init(firstDay: Int, days: Int) {
    self.firstDay = firstDay
    grams = Array(repeating: 0, count: days)
  }

  mutating func add(_ mass: Int64, on day: Int) {
    let place = day - firstDay
    if grams.indices.contains(place) { grams[place] += mass }
  }

  func sum(from day: Int, days: Int) -> Int64 {
    let first = max(0, day - firstDay)
    let last = min(grams.count, day - firstDay + days)
    return first < last ? grams[first..<last].reduce(0, +) : 0
  }
}
