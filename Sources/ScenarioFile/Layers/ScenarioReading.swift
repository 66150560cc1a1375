/// A kind of file: what may stand in it, and what must hold between its parts.
package struct FileFormat: Sendable {
  package let shape: ObjectShape

  /// A key that every file of this kind has, and none of another; nothing for the kind that all others are.
  package let mark: String?

  /// What only those who know the model can see: a shock outside the calendar, a policy that hides an axis.
  package let checks: [@Sendable (SettingTree, ObjectShape) -> [Diagnostic]]

  /// Those of them that look at some sections alone, and so can be made while another is wrong.
  package let checksOfSections: [(sections: [String], check: @Sendable (SettingTree, ObjectShape) -> [Diagnostic])]

  /// What those report.
  package let kinds: [DiagnosticKind]

  /// Words of the model that people meet in answers, such as its metrics.
  package let explanations: [Explanation]

  package init(
    shape: ObjectShape, mark: String? = nil, kinds: [DiagnosticKind] = [], explanations: [Explanation] = [],
    checks: [@Sendable (SettingTree, ObjectShape) -> [Diagnostic]] = [],
    checksOfSections: [(sections: [String], check: @Sendable (SettingTree, ObjectShape) -> [Diagnostic])] = []
  ) {
    self.shape = shape
    self.mark = mark
    self.kinds = kinds
    self.explanations = explanations
    self.checks = checks
    self.checksOfSections = checksOfSections
  }
}

/// A scenario with all its layers: what it says in the end, what said so, and all that is wrong with it.
package struct ScenarioReading: Sendable {
  package let format: FileFormat
  package private(set) var tree: SettingTree
  /// The same before anything was worked out of other values, so that those may still change.
  package private(set) var written: SettingTree
  /// The files, the one that was named last.
  package let layers: [ScenarioLayer]
  package private(set) var diagnostics: [Diagnostic]

  package var hasErrors: Bool { diagnostics.contains { $0.kind.severity == .error } }

  /// Reads a scenario and lays changes of the command line over it; a file with the mark of another format is read as
  /// that.
  package init(
    _ name: String, changes: [String] = [], as format: FileFormat, or others: [FileFormat] = [],
    library: ScenarioLibrary
  ) throws(FileFault) {
    var loader = ScenarioLoader(library: library)
    try loader.load(name)
    let marked = others.first { other in loader.layers.last.map { $0.root.has(other.mark) } ?? false }
    self.init(layers: loader.layers, complaints: loader.diagnostics, changes: changes, as: marked ?? format)
  }

  /// Reads a scenario that another file names, and lays what that file says over it.
  package init(
    _ name: String, namedAt range: SourceRange, _ assignments: (SettingTree) -> [SettingAssignment],
    as format: FileFormat, library: ScenarioLibrary
  ) {
    var loader = ScenarioLoader(library: library)
    loader.load(name, namedAt: range)
    self.init(layers: loader.layers, complaints: loader.diagnostics, as: format, assignments)
  }

  package init(
    layers: [ScenarioLayer], complaints: [Diagnostic] = [], changes: [String] = [], as format: FileFormat,
    tables: [String: SourceText] = [:], _ assignments: (SettingTree) -> [SettingAssignment] = { _ in [] }
  ) {
    self.format = format
    self.layers = layers
    tree = SettingTree()
    written = tree
    diagnostics = complaints
    for layer in layers {
      diagnostics += ShapeChecker.check(layer.root, of: layer.text, as: format.shape)
      if case .object(let members) = layer.root.value { tree.lay(members, of: layer.text) }
    }
    for change in changes {
      do throws(SettingFault) {
        lay(try SettingAssignment(change, in: format.shape))
      } catch {
        diagnostics.append(error.diagnostic)
      }
    }
    for assignment in assignments(tree) { lay(assignment) }
    tree.settle(format.shape, layers.map(\.text))
    written = tree
    if let text = layers.last?.text {
      if hasErrors { diagnostics += complaintsOfGoodParts(text) } else { completeTree(text, format.checks, tables) }
    }
    diagnostics = ScenarioReading.inOrder(diagnostics, of: layers.map(\.text))
  }

  /// The same scenario without complaints of a kind, for whoever looks into that better.
  package func forgiving(_ kind: DiagnosticKind?) -> ScenarioReading {
    var copy = self
    copy.diagnostics.removeAll { $0.kind == kind }
    return copy
  }

  /// The same scenario with other values laid over it, which are good by themselves; whether all fits together is seen
  /// again, without the checks that only those who know the model can make.
  package func laying(_ values: [(path: SettingPath, node: SettingTree.Node?)], of text: SourceText) -> ScenarioReading
  {
    var copy = self
    copy.diagnostics = []
    copy.tree = written
    for (path, node) in values { copy.tree.put(node, at: path, SourceRange(text, 0..<0)) }
    copy.tree.settle(format.shape, layers.map(\.text))
    copy.written = copy.tree
    copy.completeTree(text, [], tree.tables)
    return copy
  }

  private mutating func completeTree(
    _ text: SourceText, _ checks: [@Sendable (SettingTree, ObjectShape) -> [Diagnostic]],
    _ tables: [String: SourceText]
  ) {
    diagnostics += TreeChecker.check(tree, as: format.shape, of: text)
    if hasErrors { return }
    tree.workOut(format.shape)
    tree.tables = tables
    readTables()
    for check in checks { diagnostics += check(tree, format.shape) }
  }

  private mutating func lay(_ assignment: SettingAssignment) {
    do throws(SettingFault) {
      let path = assignment.path
      guard format.shape[path] != nil || isInPaths(path) else {
        throw SettingFault(format.shape.unknownPath(path.description, at: assignment.pathRange))
      }
      if let missing = tree.missingID(on: path, in: format.shape),
        !assignment.node.isObject || path.keys.last != missing.id
      {
        let known: [String] =
          if case .object(let object)? = tree[SettingPath(missing.map, in: format.shape)] {
            object.members.map(\.key)
          } else { [] }
        throw SettingFault(
          Diagnostic(
            .unknownPath,
            Words(en: "there is no `\(missing.id)` in `\(missing.map)`", th: "ไม่มี `\(missing.id)` ใน `\(missing.map)`"),
            at: assignment.pathRange
          ).helping(Suggestion.question(missing.id, in: known)))
      }
      diagnostics += ShapeChecker.check(assignment, in: format.shape)
      tree.lay(assignment.node, of: assignment.text, at: path, assignment.pathRange)
    } catch {
      diagnostics.append(error.diagnostic)
    }
  }

  /// Reads the tables that settings name, those that are not given already.
  private mutating func readTables() {
    for (path, setting, _) in format.shape.settings where setting.columns != nil && tree.tables[path] == nil {
      guard case .leaf(let leaf)? = tree[SettingPath(path, in: format.shape)], case .string(let name) = leaf.node.value
      else { continue }
      do throws(SettingFault) {
        tree.tables[path] = try TableFile.read(name, namedAt: leaf.range, layers.map(\.text))
      } catch {
        var complaint = error.diagnostic
        complaint.path = path
        diagnostics.append(complaint)
      }
    }
  }

  private func isInPaths(_ path: SettingPath) -> Bool {
    if case .paths? = format.shape[SettingPath(keys: path.keys.dropLast())] { return true }
    return false
  }

  /// Files in the order in which they are read, places in the order of the file, the command line after them.
  private static func inOrder(_ diagnostics: [Diagnostic], of texts: [SourceText]) -> [Diagnostic] {
    func place(_ diagnostic: Diagnostic) -> (Int, Int) {
      guard let range = diagnostic.label?.range else { return (texts.count + 1, 0) }
      return (texts.firstIndex { $0 === range.text } ?? texts.count, range.text.isArgument ? 0 : range.bytes.lowerBound)
    }
    let placed = diagnostics.enumerated().map { (place: place($0.element), number: $0.offset, diagnostic: $0.element) }
    return placed.sorted {
      ($0.place.0, $0.place.1, $0.number) < ($1.place.0, $1.place.1, $1.number)
    }.map(\.diagnostic)
  }
}

extension JSONNode {
  var isObject: Bool {
    if case .object = value { return true }
    return false
  }

  /// Whether it is an object with a key.
  fileprivate func has(_ key: String?) -> Bool {
    if case .object(let members) = value { return members.contains { $0.key == key } }
    return false
  }
}
