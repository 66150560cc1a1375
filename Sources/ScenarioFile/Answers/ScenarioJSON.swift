/// `longan show --json`: the whole scenario in one file that builds upon nothing; run, it is the same scenario.
package enum ScenarioJSON {
  package static func text(_ reading: ScenarioReading) -> String {
    object(reading.doubtful.root, .object(reading.format.shape), indent: "") + "\n"
  }

  /// Only what files and flags say, laid over each other, each `"rest"` as it was written: read, it is the same scenario.
  package static func written(_ reading: ScenarioReading) -> JSONOutput {
    func output(_ object: SettingTree.Object) -> JSONOutput {
      .object(
        object.members.map { member in
          switch member.node {
          case .leaf(let leaf): (member.key, leaf.node.output)
          case .object(let inner): (member.key, output(inner))
          }
        })
    }
    // What a file builds upon is in here already.
    var root = reading.written.root
    root.remove("extends")
    return output(root)
  }

  private static func object(_ object: SettingTree.Object, _ shape: Shape, indent: String) -> String {
    let inner = indent + "  "
    let members = members(object, shape, inner)
    if members.isEmpty { return "{}" }
    return "{\n" + members.map { "\(inner)\(JSONText.quoted($0.0)): \($0.1)" }.joined(separator: ",\n") + "\n\(indent)}"
  }

  private static func members(_ object: SettingTree.Object, _ shape: Shape, _ indent: String) -> [(String, String)] {
    switch shape {
    case .value: []
    case .object(let shape):
      shape.members.filter { member in member.condition.map { TreeChecker.holds($0, object, shape) } ?? true }
        .compactMap { member -> (String, String)? in
          // What a file builds upon is in here already.
          if indent == "  ", member.key == "extends" { return nil }
          return value(object[member.key], member.shape, indent).map { (member.key, $0) }
        }
    case .map(let map):
      object.members.compactMap { member in value(member.node, .object(map.element), indent).map { (member.key, $0) } }
    case .paths:
      object.members.compactMap { member in
        if case .leaf(let leaf) = member.node { return (member.key, leaf.node.json) }
        return nil
      }
    }
  }

  private static func value(_ node: SettingTree.Node?, _ shape: Shape, _ indent: String) -> String? {
    switch (shape, node) {
    case (.value, .leaf(let leaf)?): return leaf.node.json
    case (.value(let setting), nil): return setting.standard?.json
    case (.object, nil):
      let text = object(SettingTree.Object(), shape, indent: indent)
      return text == "{}" ? nil : text
    case (_, .object(let inner)?): return object(inner, shape, indent: indent)
    default: return nil
    }
  }
}
