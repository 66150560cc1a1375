/// All that stands in some list, once: what only a later list has comes behind what it follows there, so that it does not
/// matter which of two lists comes first where one has all of the other.
func merged<Element: Hashable>(_ lists: [[Element]]) -> [Element] {
  guard var all = lists.first else { return [] }
  for list in lists.dropFirst() where list != all {
    var known = Set(all)
    for (place, element) in list.enumerated() where known.insert(element).inserted {
      let before = place > 0 ? all.firstIndex(of: list[place - 1]) : nil
      all.insert(element, at: before.map { $0 + 1 } ?? 0)
    }
  }
  return all
}
