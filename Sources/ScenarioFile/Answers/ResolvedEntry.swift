import Units

/// One value of a resolved scenario: where it stands, what it is, and who said so.
package struct ResolvedEntry: Sendable {
  package let path: String
  package let setting: Setting?
  /// The value in one spelling, the same for whoever means the same.
  package let output: JSONOutput
  /// As the file has it, which keeps the era of a date.
  package let spelling: String
  /// Nothing for a default.
  package let leaf: SettingTree.Leaf?

  package var value: String { output.line() }

  /// Whether it names or explains something and changes no result.
  package var isLabel: Bool { ResolvedEntry.isLabel(path) }

  /// The same of a path.
  package static func isLabel(_ path: String) -> Bool {
    let keys = path.split(separator: ".")
    return keys.first == "sources" || keys.first == "doubt" || keys.last == "title" || path == "id" || path == "$schema"
      || path == "longan"
  }
}

extension ScenarioReading {
  /// Every value in the order of the format, defaults included; ids in the order of the files.
  package var entries: [ResolvedEntry] { ScenarioReading.entries(tree.root, .object(format.shape), format.shape, "") }

  /// The same, and what is doubted of defaults too.
  var entriesWithDoubts: [ResolvedEntry] {
    ScenarioReading.entries(doubtful.root, .object(format.shape), format.shape, "")
  }

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
    case .paths(let paths):
      let root = paths.target ?? root
      return object.members.compactMap { member in
        guard case .leaf(let leaf) = member.node else { return nil }
        // A factor, a source or an axis is no value of the setting that it is about.
        let setting = paths.content == .values ? root.setting(SettingPath(member.key, in: root)) : nil
        return ScenarioReading.entry(leaf, setting, dot + member.key)
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
      return [ResolvedEntry(path: path, setting: setting, output: standard.output, spelling: standard.json, leaf: nil)]
    case (.object, nil): return entries(SettingTree.Object(), shape, root, path)
    case (_, .object(let object)?): return entries(object, shape, root, path)
    default: return []
    }
  }

  private static func entry(_ leaf: SettingTree.Leaf, _ setting: Setting?, _ path: String) -> ResolvedEntry {
    let output = setting.flatMap { ValueReader.value(of: leaf.node, as: $0.type)?.output } ?? leaf.node.output
    let isDate = if case .date? = setting?.type { true } else { false }
    return ResolvedEntry(
      path: path, setting: setting, output: output, spelling: isDate ? leaf.node.json : output.line(), leaf: leaf)
  }
}

extension SettingValue {
  /// The one spelling of the value.
  package var output: JSONOutput {
    switch self {
    case .number(let number): .number(number)
    case .drawn(let drawn):
      .object(
        [("dist", .text(drawn.law.rawValue))]
          + zip(drawn.law.parameters, drawn.parameters).map { ($0, .number($1)) })
    case .flag(let flag): .flag(flag)
    case .text(let text): .text(text)
    case .words(let words):
      words.english == words.thai
        ? .text(words.english) : .object([("en", .text(words.english)), ("th", .text(words.thai))])
    case .date(let date): .text(date.isoText)
    case .yearly(let month, let day): .text(DateWords.twoDigits(month) + "-" + DateWords.twoDigits(day))
    case .list(let values): .array(values.map(\.output))
    case .rest: .text("rest")
    }
  }

  /// The same on one line.
  package var json: String { output.line() }
}

extension JSONNode {
  /// The value as a file has it.
  package var output: JSONOutput {
    switch value {
    case .null, .broken: .null
    case .bool(let flag): .flag(flag)
    case .number(let number): .number(number)
    case .string(let text): .text(text)
    case .array(let elements): .array(elements.map(\.output))
    case .object(let members): .object(members.map { ($0.key, $0.node.output) })
    }
  }

  /// The same on one line.
  package var json: String { output.line() }
}
