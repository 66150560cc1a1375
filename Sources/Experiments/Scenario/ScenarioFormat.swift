import CScenarios
import ScenarioFile
import SupplyChain

/// The scenario file: every part of the world in the order in which people read it.
package enum ScenarioFormat {
  package static let format = FileFormat(
    shape: Form.shape(of: Words(en: "a scenario", th: "ไฟล์สถานการณ์")) { _ = Scenario($0) },
    kinds: ScenarioChecks.kinds,
    explanations: (Metric.all + Metric.daily).map { .metric($0.id, $0.words, $0.how) }
      + observed,
    checks: ScenarioChecks.all, checksOfSections: ScenarioChecks.ofSections)

  /// What only a file of observations speaks of.
  private static let observed = Sighting.Subject.allCases.filter { subject in
    !(Metric.all + Metric.daily).contains { $0.id == subject.rawValue }
  }.map { Explanation.metric($0.rawValue, $0.title, $0.words) }

  /// The scenarios that are built in; files of observations too, under `observed/`.
  package static let library = ScenarioLibrary(names: builtInNames.filter { !$0.hasPrefix("observed/") }) { name in
    guard let index = builtInNames.firstIndex(of: name) else { return nil }
    var count = 0
    guard let bytes = unsafe builtInScenarioBytes(index, &count) else { return nil }
    return unsafe Array(UnsafeBufferPointer(start: bytes, count: count))
  }

  /// The files of observations that are built in.
  package static let observedNames = builtInNames.filter { $0.hasPrefix("observed/") }

  private static let builtInNames: [String] = (0..<builtInScenarioCount()).compactMap { index in
    unsafe builtInScenarioName(index).map { unsafe String(cString: $0) }
  }
}
