import Units

/// The days of the in-season harvest: from the first twentieth of its ripe fruit to the last.
struct SeasonWindow {
  let days: Range<Int>

  init(_ record: SeasonRecord, calendar: SeasonCalendar) {
    var ripe: [Double] = []
    for (place, day) in record.days.enumerated() {
      // Fruit from June to September is in season whoever induced it.
      let month = calendar.date(ofDay: record.firstDay + place).month
      ripe.append((6...9).contains(month) ? day.ripe.tonnes : 0)
    }
    let total = ripe.reduce(0, +)
    guard total > 0 else {
      days = 0..<0
      return
    }
    var sum = 0.0
    var first = 0
    var last = ripe.count - 1
    for (place, mass) in ripe.enumerated() {
      if sum <= 0.02 * total { first = place }
      if sum <= 0.98 * total { last = place }
      sum += mass
    }
    days = first..<min(last + 1, ripe.count)
  }
}

extension Array where Element == Double {
  /// The mean of seven days around each day, or of as many as there are.
  func sevenDayMeans() -> [Double] {
    indices.map { day in
      let from = Swift.max(0, day - 3)
      let to = Swift.min(count, day + 4)
      return self[from..<to].reduce(0, +) / Double(to - from)
    }
  }
}
