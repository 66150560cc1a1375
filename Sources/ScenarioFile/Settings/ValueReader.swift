import Units

/// Makes a setting's value of what stands in a file, or says why it is none.
package enum ValueReader {
  /// The value, where it is one; what was checked is read by this.
  package static func value(of node: JSONNode, as type: ValueType) -> SettingValue? {
    switch (node.value, type) {
    case (.number(let number), .number(let range, let isWhole, _)):
      return number.isFinite && range.contains(number) && !(isWhole && number != number.rounded())
        ? .number(number) : nil
    case (.string("rest"), .number): return .rest
    case (.object(let members), .number(_, _, mayBeDrawn: true)): return drawn(members).map { .drawn($0) }
    case (.bool(let flag), .flag): return .flag(flag)
    case (.string(let text), .text), (.string(let text), .id), (.string(let text), .words),
      (.string(let text), .table):
      return .text(text)
    case (.string(let text), .choice(let choices)): return choices.contains { $0.id == text } ? .text(text) : nil
    case (.object(let members), .words): return words(members).map { .words($0) }
    case (.string(let text), .date(let isYearly)):
      if let date = try? CalendarDate(text: text) { return .date(date) }
      return isYearly ? yearly(text) : nil
    case (.string(let text), .files): return .list([.text(text)])
    case (.array, .files): return value(of: node, as: .list(.text))
    case (.array(let elements), .list(let type)):
      let values = elements.compactMap { value(of: $0, as: type) }
      return values.count == elements.count ? .list(values) : nil
    default: return nil
    }
  }

  /// The distribution that an object says, where it says one.
  static func drawn(_ members: [JSONMember]) -> DrawnNumber? {
    guard case .string(let name)? = members.first(where: { $0.key == "dist" })?.node.value,
      let law = DrawnNumber.Law(rawValue: name)
    else { return nil }
    let parameters = law.parameters.compactMap { name -> Double? in
      guard case .number(let number)? = members.first(where: { $0.key == name })?.node.value, number.isFinite else {
        return nil
      }
      return number
    }
    guard parameters.count == law.parameters.count, members.count == parameters.count + 1 else { return nil }
    let drawn = DrawnNumber(law: law, parameters: parameters)
    return drawn.fault == nil ? drawn : nil
  }

  private static func words(_ members: [JSONMember]) -> Words? {
    func text(_ key: String) -> String? {
      guard case .string(let text)? = members.first(where: { $0.key == key })?.node.value else { return nil }
      return text
    }
    guard let english = text("en") ?? text("th"), members.allSatisfy({ ["en", "th"].contains($0.key) }) else {
      return nil
    }
    return Words(en: english, th: text("th") ?? english)
  }

  /// A day of every year, `08-02`; the 29th of February is one.
  private static func yearly(_ text: String) -> SettingValue? {
    guard text.utf8.count == 5, let date = try? CalendarDate(text: "2000-" + text) else { return nil }
    return .yearly(month: date.month, day: date.day)
  }
}

extension SettingTree.Leaf {
  /// The date, where it is one of a year.
  package var date: CalendarDate? {
    guard case .date(let date)? = ValueReader.value(of: node, as: .date(isYearly: false)) else { return nil }
    return date
  }
}
