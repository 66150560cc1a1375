/// Settings from several files and flags, laid over each other: every value knows where it came from, and what it hid.
package struct SettingTree: Sendable {
  package var root: Object

  /// What a `null` took away, and where it says so.
  package private(set) var removed: [(path: String, range: SourceRange)] = []

  /// Tables that it names, by path, as they were read: a part of what it means.
  package internal(set) var tables: [String: SourceText] = [:]

  package init(root: Object = Object()) {
    self.root = root
  }

  /// A value as a file or a flag gives it.
  package struct Leaf: Sendable {
    package let node: JSONNode
    /// Where it stands.
    package let range: SourceRange
    /// Where the value stood that it took the place of.
    package let over: Over?

    package init(node: JSONNode, range: SourceRange, over: Over?) {
      self.node = node
      self.range = range
      self.over = over
    }

    /// A value that another took the place of.
    package struct Over: Sendable {
      package let node: JSONNode
      package let range: SourceRange
    }
  }

  package struct Member: Sendable {
    package let key: String
    /// Where the key was last given.
    package var keyRange: SourceRange
    package var node: Node
  }

  /// Members in the order in which they were first given.
  package struct Object: Sendable {
    package var members: [Member] { slots.compactMap(\.self) }

    /// A member that was removed leaves its slot empty, so that the places of the others stay.
    private var slots: [Member?] = []
    private var places: [String: Int] = [:]

    package init() {}

    package subscript(key: String) -> Node? { member(key)?.node }

    package func member(_ key: String) -> Member? { places[key].flatMap { slots[$0] } }

    /// The object under a key.
    package func object(_ key: String) -> Object? {
      if case .object(let object)? = self[key] { return object }
      return nil
    }

    package mutating func set(_ key: String, _ range: SourceRange, _ node: Node) {
      let member = Member(key: key, keyRange: range, node: node)
      if let place = places[key] {
        slots[place] = member
      } else {
        places[key] = slots.count
        slots.append(member)
      }
    }

    package mutating func remove(_ key: String) {
      if let place = places.removeValue(forKey: key) { slots[place] = nil }
    }

    /// Changes the object under a key, which is made if there is none.
    mutating func update(_ key: String, _ range: SourceRange, _ change: (inout Object) -> Void) {
      var object = object(key) ?? Object()
      change(&object)
      set(key, range, .object(object))
    }
  }

  package enum Node: Sendable {
    case leaf(Leaf)
    case object(Object)
  }

  /// What stands at a path.
  package subscript(path: SettingPath) -> Node? {
    var node = Node.object(root)
    for key in path.keys {
      guard case .object(let object) = node, let next = object[key] else { return nil }
      node = next
    }
    return node
  }

  // MARK: Laying over

  /// Lays an object of a file over what is there: objects merge key by key, all else replaces, `null` removes.
  ///
  /// A distribution and an axis count as plain values: half of one and half of another would be neither.
  package mutating func lay(_ members: [JSONMember], of text: SourceText) {
    var layer = Layer(text: text)
    layer.lay(members, over: &root, at: "")
    removed += layer.removed
  }

  /// One file's or one flag's values on their way into the tree.
  private struct Layer {
    let text: SourceText
    var removed: [(path: String, range: SourceRange)] = []

    mutating func lay(_ members: [JSONMember], over object: inout Object, at path: String) {
      for member in members {
        lay(member.node, under: member.key, SourceRange(text, member.keyBytes), over: &object, at: path)
      }
    }

    mutating func lay(
      _ node: JSONNode, under key: String, _ keyRange: SourceRange, over object: inout Object, at path: String
    ) {
      switch node.value {
      case .broken: break
      case .null:
        if object[key] != nil { removed.append((path + key, SourceRange(text, node.bytes))) }
        object.remove(key)
      case .object(let members) where !SettingTree.isPlain(members):
        object.update(key, keyRange) { lay(members, over: &$0, at: path + key + ".") }
      case .array(let elements) where !elements.isEmpty && elements.allSatisfy(\.isObject):
        // A list of objects takes the place of another as a whole; its elements are known by their places.
        object.set(key, keyRange, .object(Object()))
        object.update(key, keyRange) { list in
          for (index, element) in elements.enumerated() {
            let start = element.bytes.lowerBound
            lay(
              element, under: String(index + 1), SourceRange(text, start..<start + 1), over: &list,
              at: path + key + ".")
          }
        }
      default:
        var over: Leaf.Over?
        if case .leaf(let leaf)? = object[key] { over = Leaf.Over(node: leaf.node, range: leaf.range) }
        object.set(key, keyRange, .leaf(Leaf(node: node, range: SourceRange(text, node.bytes), over: over)))
      }
    }
  }

  /// Whether an object is a distribution, an axis or a title, which are replaced whole.
  static func isPlain(_ members: [JSONMember]) -> Bool {
    members.contains { ["dist", "values"].contains($0.key) }
      || members.contains { $0.key == "from" && $0.node.isNumber }
      || (!members.isEmpty && members.allSatisfy { ["en", "th"].contains($0.key) })
  }

  /// Puts something at a path in the place of whatever is there; nothing takes it away.
  package mutating func put(_ node: Node?, at path: SettingPath, _ range: SourceRange) {
    func descend(_ keys: ArraySlice<String>, _ object: inout Object) {
      guard let key = keys.first else { return }
      if keys.count > 1 {
        object.update(key, range) { descend(keys.dropFirst(), &$0) }
      } else if let node {
        object.set(key, range, node)
      } else {
        object.remove(key)
      }
    }
    descend(path.keys[...], &root)
  }

  /// Lays one value over what is at a path, as `--set` does.
  package mutating func lay(_ node: JSONNode, of text: SourceText, at path: SettingPath, _ pathRange: SourceRange) {
    var layer = Layer(text: text)
    func descend(_ keys: ArraySlice<String>, _ object: inout Object, _ before: String) {
      guard let key = keys.first else { return }
      if keys.count == 1 {
        layer.lay(node, under: key, pathRange, over: &object, at: before)
      } else {
        object.update(key, pathRange) { descend(keys.dropFirst(), &$0, before + key + ".") }
      }
    }
    descend(path.keys[...], &root, "")
    removed += layer.removed
  }
}

extension JSONNode {
  package var isNumber: Bool {
    if case .number = value { return true }
    return false
  }
}
