import ScenarioFile
import SupplyChain
import Units

/// The kind of file that observations come in.
package enum ObservedFormat {
  package static let format = FileFormat(
    shape: Form.shape(of: Observed.noun) { _ = Observed($0) }, mark: "observed", checks: [SeasonSpan.check])
}

/// A file of observations with the scenario that it names, and all that is wrong with either.
package struct ObservedReading {
  package let file: ScenarioReading
  /// With what was known before the season laid over it; nothing where the file itself has errors.
  package let scenario: ScenarioReading?
  package let diagnostics: [Diagnostic]

  package var hasErrors: Bool { diagnostics.contains { $0.kind.severity == .error } }

  /// Reads a file of observations that somebody named.
  package init(_ name: String, library: ScenarioLibrary) throws(FileFault) {
    let files = ScenarioLibrary(names: ScenarioFormat.observedNames, bytes: library.bytes)
    self.init(try ScenarioReading(name, as: ObservedFormat.format, library: files), library: library)
  }

  /// Reads the scenario that a file of observations names.
  package init(_ file: ScenarioReading, library: ScenarioLibrary) {
    self.file = file
    guard !file.hasErrors, case .leaf(let leaf)? = file.tree.root["scenario"], case .string(let name) = leaf.node.value
    else {
      scenario = nil
      diagnostics = file.diagnostics
      return
    }
    let observed = file.tree.root
    let scenario = ScenarioReading(
      name, namedAt: leaf.range, { ObservedReading.assignments(observed, over: $0) }, as: ScenarioFormat.format,
      library: library)
    self.scenario = scenario
    let read = file.diagnostics + scenario.diagnostics
    diagnostics =
      scenario.hasErrors
      ? read : read + RunPlan.gaps(scenario) + ObservedChecks(file, scenario).diagnostics
  }

  /// What the file says of the scenario: its days, and what was known.
  private static func assignments(_ observed: SettingTree.Object, over tree: SettingTree) -> [SettingAssignment] {
    let shape = ScenarioFormat.format.shape
    var found: [SettingAssignment] = []
    for member in observed.object("calendar")?.members ?? [] {
      guard case .leaf(let leaf) = member.node else { continue }
      found.append(SettingAssignment("calendar." + member.key, leaf.node, at: member.keyRange, in: shape))
    }
    for member in observed.object("set")?.members ?? [] {
      if case .leaf(let leaf) = member.node {
        found.append(SettingAssignment(member.key, leaf.node, at: member.keyRange, in: shape))
      }
    }
    return found
  }
}
