import Units

/// One value of a resolved scenario: where it stands, what it is, and who said so.
package struct ResolvedEntry: Sendable {
  package let path: String
  package let setting: Setting?
  /// The value in one spelling, as JSON; the same for whoever means the same.
  package let value: String
  /// As the file has it, which keeps the era of a date.
  package let spelling: String
  /// Nothing for a default.
  package let leaf: SettingTree.Leaf?
}

extension ScenarioReading {
  /// Every value in the order of the format, defaults included; ids in the order of the files.
  package var entries: [ResolvedEntry] { ScenarioReading.entries(tree.root, .object(format.shape), format.shape, "") }

  private static func entries(
    _ object: SettingTree.Object, _ shape: Shape, _ root: ObjectShape, _ path: String
  ) -> [ResolvedEntry] {
    let dot = path.isEmpty ? "" : path + "."
    switch shape {
    case .value: return []
    case .object(let shape):
      return shape.members.filter { member in member.condition.map { TreeChecker.holds($0, object, shape) } ?? true }
        .flatMap { member in entry(object[member.key], member.shape, root, dot + member.key) }
    case .map(let map):
      return object.members.flatMap { member -> [ResolvedEntry] in
        guard case .object(let element) = member.node else { return [] }
        return entries(element, .object(map.element), root, dot + member.key)
      }
    case .paths:
      return object.members.compactMap { member in
        guard case .leaf(let leaf) = member.node else { return nil }
        return ScenarioReading.entry(leaf, root.setting(SettingPath(member.key, in: root)), dot + member.key)
      }
    }
  }

  private static func entry(
    _ node: SettingTree.Node?, _ shape: Shape, _ root: ObjectShape, _ path: String
  ) -> [ResolvedEntry] {
    switch (shape, node) {
    case (.value(let setting), .leaf(let leaf)?): return [entry(leaf, setting, path)]
    case (.value(let setting), nil):
      guard let standard = setting.standard else { return [] }
      let value = standard.json
      return [ResolvedEntry(path: path, setting: setting, value: value, spelling: value, leaf: nil)]
    case (.object, nil): return entries(SettingTree.Object(), shape, root, path)
    case (_, .object(let object)?): return entries(object, shape, root, path)
    default: return []
    }
  }

  private static func entry(_ leaf: SettingTree.Leaf, _ setting: Setting?, _ path: String) -> ResolvedEntry {
    let value = setting.flatMap { ValueReader.value(of: leaf.node, as: $0.type)?.json } ?? leaf.node.json
    let isDate = if case .date? = setting?.type { true } else { false }
    return ResolvedEntry(
      path: path, setting: setting, value: value, spelling: isDate ? leaf.node.json : value, leaf: leaf)
  }
}

extension SettingValue {
  /// The one spelling of the value.
  package var json: String {
    switch self {
    case .number(let number): JSONText.number(number)
    case .drawn(let drawn):
      "{ \"dist\": \"\(drawn.law.rawValue)\", "
        + zip(drawn.law.parameters, drawn.parameters).map { "\"\($0)\": \(JSONText.number($1))" }.joined(
          separator: ", ") + " }"
    case .flag(let flag): String(flag)
    case .text(let text): JSONText.quoted(text)
    case .words(let words):
      words.english == words.thai
        ? JSONText.quoted(words.english)
        : "{ \"en\": \(JSONText.quoted(words.english)), \"th\": \(JSONText.quoted(words.thai)) }"
    case .date(let date): JSONText.quoted(date.isoText)
    case .yearly(let month, let day): "\"" + DateWords.twoDigits(month) + "-" + DateWords.twoDigits(day) + "\""
    case .list(let values): "[" + values.map(\.json).joined(separator: ", ") + "]"
    case .rest: "\"rest\""
    }
  }
}

extension JSONNode {
  /// The value as JSON on one line.
  package var json: String {
    switch value {
    case .null, .broken: "null"
    case .bool(let flag): String(flag)
    case .number(let number): JSONText.number(number)
    case .string(let text): JSONText.quoted(text)
    case .array(let elements): "[" + elements.map(\.json).joined(separator: ", ") + "]"
    case .object(let members):
      members.isEmpty
        ? "{}" : "{ " + members.map { "\(JSONText.quoted($0.key)): \($0.node.json)" }.joined(separator: ", ") + " }"
    }
  }
}
