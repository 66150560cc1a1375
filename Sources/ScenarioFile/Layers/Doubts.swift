/// How far numbers may be off that rest on nothing: a file says it of its numbers, by path, the format of its defaults.
///
/// Whoever gives a number means it: a doubt holds as long as no later file or flag gives the number itself.
extension ScenarioReading {
  /// What is drawn in the place of each doubtful number.
  package var doubts: [(path: String, law: DrawnNumber)] {
    var found: [(path: String, law: DrawnNumber)] = []
    for member in format.shape.members {
      guard case .paths(let paths) = member.shape, paths.content == .doubts else { continue }
      for entry in tree.root.object(member.key)?.members ?? [] {
        guard case .leaf(let leaf) = entry.node,
          let type = format.shape.setting(SettingPath(entry.key, in: format.shape))?.typeInDoubt,
          case .drawn(let law)? = ValueReader.value(of: leaf.node, as: type)
        else { continue }
        found.append((entry.key, law))
      }
    }
    let said = Set(found.map(\.path))
    for entry in entries where entry.leaf == nil && !said.contains(entry.path) {
      if let range = entry.setting?.grounds.doubt { found.append((entry.path, DrawnNumber(within: range))) }
    }
    return found
  }

  /// The tree with all of them in it, so that a file that gives the defaults leaves them as doubtful as they are.
  var doubtful: SettingTree {
    var tree = tree
    for member in format.shape.members {
      guard case .paths(let paths) = member.shape, paths.content == .doubts, let text = layers.last?.text else {
        continue
      }
      let nowhere = SourceRange(text, 0..<0)
      var object = SettingTree.Object()
      for (path, law) in doubts {
        let node = SettingValue.drawn(law).output.node
        object.set(path, nowhere, .leaf(SettingTree.Leaf(node: node, range: nowhere, over: nil)))
      }
      if !object.members.isEmpty { tree.root.set(member.key, nowhere, .object(object)) }
    }
    return tree
  }
}

extension SettingTree {
  /// Takes away doubts about numbers that something later gives, and what is said of the source or the doubt of something
  /// that was removed.
  mutating func settle(_ shape: ObjectShape, _ files: [SourceText]) {
    // The command line comes after all files, what is laid over it after that.
    func rank(_ leaf: Leaf) -> Int {
      files.firstIndex { $0 === leaf.range.text } ?? (leaf.range.text.isArgument ? files.count : files.count + 1)
    }
    let gone = removed.map(\.path).filter { path in
      if case nil = self[SettingPath(path, in: shape)] { true } else { false }
    }
    for member in shape.members {
      guard case .paths(let paths) = member.shape, paths.content == .sources || paths.content == .doubts,
        var said = root.object(member.key), let keyRange = root.member(member.key)?.keyRange
      else { continue }
      for entry in said.members {
        if gone.contains(where: { entry.key == $0 || entry.key.hasPrefix($0 + ".") }) { said.remove(entry.key) }
        guard paths.content == .doubts, case .leaf(let doubt) = entry.node,
          case .leaf(let value)? = self[SettingPath(entry.key, in: shape)]
        else { continue }
        if rank(value) > rank(doubt) { said.remove(entry.key) }
      }
      root.set(member.key, keyRange, .object(said))
    }
  }
}
