/// Checks what only shows when all files and flags lie over each other: what is missing, what does not fit together.
struct TreeChecker {
  let root: ObjectShape
  let tree: SettingTree
  /// Where something that is missing would belong: the file that was named.
  let text: SourceText
  private(set) var diagnostics: [Diagnostic] = []

  static func check(_ tree: SettingTree, as root: ObjectShape, of text: SourceText) -> [Diagnostic] {
    var checker = TreeChecker(root: root, tree: tree, text: text)
    checker.check(tree.root, as: root, keyRange: nil, at: [])
    return checker.diagnostics
  }

  private init(root: ObjectShape, tree: SettingTree, text: SourceText) {
    self.root = root
    self.tree = tree
    self.text = text
  }

  /// Enough has been said.
  private var hasGivenUp: Bool { diagnostics.count >= JSON5Limits.standard.diagnostics }

  private mutating func report(_ diagnostic: Diagnostic, at path: [String]) {
    if hasGivenUp { return }
    var diagnostic = diagnostic
    diagnostic.path = path.joined(separator: ".")
    diagnostics.append(diagnostic)
  }

  private mutating func check(
    _ object: SettingTree.Object, as shape: ObjectShape, keyRange: SourceRange?, at path: [String]
  ) {
    let present = shape.members.filter { member in member.condition.map { TreeChecker.holds($0, object, shape) } ?? true
    }
    for member in present where object[member.key] == nil {
      guard case .value(let setting) = member.shape, setting.isRequired else { continue }
      reportMissing(setting, of: shape, keyRange, at: path)
    }
    for member in object.members {
      let known = shape.members.filter { $0.key == member.key }
      if known.isEmpty { continue }
      guard
        let fitting = known.first(where: { known in
          present.contains { $0.key == known.key && $0.condition == known.condition }
        })
      else {
        // Of something whose kind is missing, that alone is said.
        if let key = known[0].condition?.key, case .value(let kind)? = shape.member(key)?.shape, kind.isRequired,
          object[key] == nil
        {
          continue
        }
        reportOtherKind(member, known[0], object, shape, at: path)
        continue
      }
      check(member, as: fitting.shape, at: path + [member.key])
    }
    for group in shape.groups { checkGroup(group, of: object, at: path) }
  }

  private mutating func check(_ member: SettingTree.Member, as shape: Shape, at path: [String]) {
    switch (shape, member.node) {
    case (.object(let shape), .object(let object)): check(object, as: shape, keyRange: member.keyRange, at: path)
    case (.map(let map), .object(let object)):
      if object.members.count > MapShape.most { reportTooMany(member, object.members[MapShape.most], at: path) }
      for element in object.members {
        if case .object(let inner) = element.node {
          check(inner, as: map.element, keyRange: element.keyRange, at: path + [element.key])
        }
      }
      if let key = map.sharesAddUp { checkShares(of: object, key, map, at: path) }
    case (.value(let setting), .leaf(let leaf)): checkID(leaf.node, setting.type, leaf.range, at: path)
    // What another file has is seen when the two are read together.
    case (.paths(let paths), .object(let object)) where paths.target == nil:
      for element in object.members { checkPathExists(element, at: path) }
    default: break
    }
  }

  private mutating func reportTooMany(_ map: SettingTree.Member, _ first: SettingTree.Member, at path: [String]) {
    report(
      Diagnostic(
        .tooMany, Words(en: "`\(map.key)` has too many entries", th: "`\(map.key)` มีรายการมากเกินไป"),
        at: first.keyRange,
        Words(en: "the first of too many", th: "รายการแรกที่เกิน")), at: path)
  }

  static func holds(_ condition: ObjectShape.Condition, _ object: SettingTree.Object, _ shape: ObjectShape) -> Bool {
    if case .leaf(let leaf)? = object[condition.key], case .string(let value) = leaf.node.value {
      return condition.values.contains(value)
    }
    guard case .value(let setting)? = shape.member(condition.key)?.shape, case .text(let value)? = setting.standard
    else {
      return false
    }
    return condition.values.contains(value)
  }

  // MARK: Ids and paths

  private mutating func checkID(_ node: JSONNode, _ type: ValueType, _ range: SourceRange, at path: [String]) {
    switch (type, node.value) {
    case (.list(let element), .array(let nodes)):
      for node in nodes { checkID(node, element, SourceRange(range.text, node.bytes), at: path) }
    case (.id(let map), .string(let id)):
      if case .object(let object)? = tree[SettingPath(map, in: root)], object[id] != nil { return }
      if hasGivenUp { return }
      let known = ids(of: map)
      report(
        Diagnostic(
          .unknownID,
          Words(en: "there is no `\(id.brief)` in `\(map)`", th: "ไม่มี `\(id.brief)` ใน `\(map)`"), at: range
        ).helping(
          Suggestion.question(id, in: known), replacement: Suggestion.nearest(to: id, in: known).map { "\"\($0)\"" }),
        at: path)
    default: break
    }
  }

  private func ids(of map: String) -> [String] {
    guard case .object(let object)? = tree[SettingPath(map, in: root)] else { return [] }
    return object.members.map(\.key)
  }

  /// A path may name a setting that every such thing has, but only of a thing that is there.
  private mutating func checkPathExists(_ member: SettingTree.Member, at path: [String]) {
    let target = SettingPath(member.key, in: root)
    guard root.setting(target) != nil, let missing = tree.missingID(on: target, in: root) else { return }
    report(
      Diagnostic(
        .unknownPath,
        Words(en: "there is no `\(missing.id)` in `\(missing.map)`", th: "ไม่มี `\(missing.id)` ใน `\(missing.map)`"),
        at: member.keyRange
      ).helping(Suggestion.question(missing.id, in: ids(of: missing.map))), at: path)
  }

  // MARK: Shares

  /// How many parts of a sum are shown one by one.
  private static let mostParts = 20

  private struct Share {
    let key: String
    let value: Double
    let spelling: String
    let range: SourceRange?
    let isRest: Bool
  }

  private mutating func checkGroup(_ group: ShareGroup, of object: SettingTree.Object, at path: [String]) {
    let shape = root[SettingPath(keys: path)]
    let shares = group.keys.compactMap { key -> Share? in
      guard case .value(let setting)? = shape?.child(key) else { return nil }
      return share(key, object[key], setting.standard)
    }
    check(shares, group.noun, at: path)
  }

  private mutating func checkShares(of object: SettingTree.Object, _ key: String, _ map: MapShape, at path: [String]) {
    let standard: SettingValue? =
      if case .value(let setting)? = map.element.member(key)?.shape { setting.standard } else { nil }
    let shares = object.members.compactMap { member -> Share? in
      guard case .object(let element) = member.node else { return nil }
      return share(member.key, element[key], standard)
    }
    let name = path.last ?? ""
    if !shares.isEmpty { check(shares, Words(en: "`\(key)` of `\(name)`", th: "`\(key)` ของ `\(name)`"), at: path) }
  }

  private func share(_ key: String, _ node: SettingTree.Node?, _ standard: SettingValue?) -> Share? {
    guard case .leaf(let leaf)? = node else {
      guard case .number(let value)? = standard else { return nil }
      return Share(key: key, value: value, spelling: JSONText.number(value), range: nil, isRest: false)
    }
    switch leaf.node.value {
    case .number(let value):
      return Share(key: key, value: value, spelling: leaf.range.spelling, range: leaf.range, isRest: false)
    case .string("rest"): return Share(key: key, value: 0, spelling: "rest", range: leaf.range, isRest: true)
    // A drawn share is checked when it is drawn.
    default: return nil
    }
  }

  private mutating func check(_ shares: [Share], _ noun: Words, at path: [String]) {
    let rests = shares.filter(\.isRest)
    let sum = shares.reduce(0) { $0 + $1.value }
    let total = JSONText.number((sum * 1e6).rounded() / 1e6)
    if rests.count > 1, let range = rests.last?.range {
      return report(
        Diagnostic(
          .sharesDoNotAddUp,
          Words(en: "only one of the ", th: "") + noun + Words(en: " can be the rest", th: "เป็น rest ได้เพียงค่าเดียว"),
          at: range), at: path)
    }
    let isGood = rests.isEmpty ? abs(sum - 1) <= 1e-6 : sum <= 1 + 1e-6
    guard !isGood, let last = shares.last(where: { $0.range != nil }), let range = last.range else { return }
    let related = shares.compactMap { share in
      share.key == last.key || share.range?.text !== range.text ? nil : share.range.map { Diagnostic.Label($0) }
    }
    // A sum of very many is told by its ends.
    let parts = shares.filter { !$0.isRest }.map(\.spelling.brief)
    let shown = parts.count <= TreeChecker.mostParts ? parts : parts.prefix(2) + ["…"] + parts.suffix(1)
    let calculation = shown.joined(separator: " + ") + " = " + total
    report(
      Diagnostic(
        .sharesDoNotAddUp,
        rests.isEmpty
          ? noun + Words(en: " add up to \(total), not 1", th: "รวมกันได้ \(total) ไม่ใช่ 1")
          : noun + Words(en: " add up to \(total), which leaves no rest", th: "รวมกันได้ \(total) จึงไม่เหลือ rest"),
        at: range,
        Words(calculation)
      ).relating(Array(related.prefix(TreeChecker.mostParts))).helping(
        Words(en: "change one of them, or write \"rest\" for one", th: "แก้ค่าหนึ่ง หรือเขียน \"rest\" แทนค่าหนึ่ง")), at: path)
  }

  // MARK: Complaints

  private mutating func reportMissing(
    _ setting: Setting, of shape: ObjectShape, _ keyRange: SourceRange?, at path: [String]
  ) {
    let range = keyRange ?? SourceRange(text, 0..<0)
    report(
      Diagnostic(
        .missingKey, shape.noun + Words(en: " needs `\(setting.key)`", th: "ต้องมี `\(setting.key)`"), at: range
      ).helping(setting.words), at: path + [setting.key])
  }

  private mutating func reportOtherKind(
    _ member: SettingTree.Member, _ known: ObjectShape.Member, _ object: SettingTree.Object, _ shape: ObjectShape,
    at path: [String]
  ) {
    let condition = known.condition
    let values = condition?.values.map { "\"\($0)\"" }.joined(separator: ", ") ?? ""
    report(
      Diagnostic(
        .unknownKey, shape.noun + Words(en: " has no key `\(member.key)`", th: "ไม่มีคีย์ `\(member.key)`"),
        at: member.keyRange,
        Words(en: "not a key here", th: "ไม่รู้จักคีย์นี้")
      ).noting(
        Words(
          en: "it belongs to `\(condition?.key ?? "")` \(values)", th: "คีย์นี้ใช้กับ `\(condition?.key ?? "")` \(values)")),
      at: path)
  }
}

extension SettingTree {
  /// The setting at a path, of those that its key may be the one that belongs to the kind of thing that is there.
  package func setting(_ path: SettingPath, in root: ObjectShape) -> Setting? {
    var shape = Shape.object(root)
    var node: Node? = .object(self.root)
    for key in path.keys {
      var object = Object()
      if case .object(let here)? = node { object = here }
      if case .object(let known) = shape {
        let members = known.members.filter { $0.key == key }
        let fitting = members.first { $0.condition.map { TreeChecker.holds($0, object, known) } ?? true }
        guard let member = fitting ?? members.first else { return nil }
        shape = member.shape
      } else {
        guard let next = shape.child(key) else { return nil }
        shape = next
      }
      node = object[key]
    }
    if case .value(let setting) = shape { return setting }
    return nil
  }

  /// The first id on a path that its map does not have.
  package func missingID(on path: SettingPath, in root: ObjectShape) -> (id: String, map: String)? {
    var shape = Shape.object(root)
    for (index, key) in path.keys.enumerated() {
      if case .map = shape, self[SettingPath(keys: Array(path.keys[...index]))] == nil {
        return (key, path.keys[..<index].joined(separator: "."))
      }
      guard let next = shape.child(key) else { return nil }
      shape = next
    }
    return nil
  }
}
