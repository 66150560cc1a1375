/// What one row of a table says, by the keys of its part.
final class TableRow {
  private let keys: [String]
  /// In the order in which the part asks.
  private var values: [SettingValue?]
  private var next = 0

  init(_ keys: [String]) {
    self.keys = keys
    values = Array(repeating: nil, count: keys.count)
  }

  /// Takes what another row says, and gives back what the one before said.
  func take(_ other: inout [SettingValue?]) {
    swap(&values, &other)
    next = 0
  }

  /// What it says under a key, where it says something.
  func value(_ key: String) -> SettingValue? {
    // A part asks for its keys in the same order every time, so that the next is where it is looked for.
    var place = next
    if place >= keys.count || keys[place] != key {
      guard let found = keys.firstIndex(of: key) else { return nil }
      place = found
    }
    next = place + 1
    return values[place]
  }
}
