/// The way to a setting, `facilities.pa-sang.ovens`: the one way to name it, on the command line and in files.
///
/// In a policy's or a shock's `set`, `scale` and `add`, in `sources` and in a sweep's `axes` the rest of the path is one
/// key: `policies.more.set.labour.pickers` has four parts.
package struct SettingPath: Sendable, Hashable, CustomStringConvertible {
  package let keys: [String]

  package init(keys: [String]) {
    self.keys = keys
  }

  /// The path that is written, in a file of a shape.
  package init(_ text: String, in shape: ObjectShape) {
    var keys: [String] = []
    var rest = text[...]
    var here: Shape? = .object(shape)
    while !rest.isEmpty || keys.isEmpty {
      if case .paths? = here {
        keys.append(String(rest))
        break
      }
      let key = rest.prefix { $0 != "." }
      keys.append(String(key))
      here = here?.child(String(key))
      if key.count == rest.count { break }
      rest = rest.dropFirst(key.count + 1)
    }
    self.keys = keys
  }

  package var description: String { keys.joined(separator: ".") }
}

extension Shape {
  /// What may stand under a key.
  package func child(_ key: String) -> Shape? {
    switch self {
    case .value, .paths: nil
    case .object(let object): object.member(key)?.shape
    case .map(let map): .object(map.element)
    }
  }
}

extension ObjectShape {
  /// What may stand at a path.
  package subscript(path: SettingPath) -> Shape? {
    path.keys.reduce(Shape.object(self)) { $0?.child($1) }
  }

  /// The setting at a path, where there is one.
  package func setting(_ path: SettingPath) -> Setting? {
    if case .value(let setting)? = self[path] { return setting }
    return nil
  }

  /// Every setting with its path, ids as `*`.
  package var settings: [(path: String, setting: Setting, condition: Condition?)] {
    func collect(_ shape: Shape, _ path: String, _ condition: Condition?) -> [(String, Setting, Condition?)] {
      let dot = path.isEmpty ? "" : path + "."
      switch shape {
      case .value(let setting): return [(path, setting, condition)]
      case .object(let object):
        return object.members.flatMap { collect($0.shape, dot + $0.key, $0.condition ?? condition) }
      case .map(let map): return collect(.object(map.element), dot + "*", condition)
      case .paths: return []
      }
    }
    return collect(.object(self), "", nil)
  }
}
