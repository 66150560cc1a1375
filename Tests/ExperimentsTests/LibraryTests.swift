import Experiments
import Foundation
import ScenarioFile
import SupplyChain
import Testing

@Suite("The built-in scenarios")
struct LibraryTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Scenarios")

  @Test("are the files of the folder Scenarios, byte for byte")
  func same() throws {
    let names = ScenarioFormat.library.names + ScenarioFormat.observedNames
    let found = try FileManager.default.subpathsOfDirectory(atPath: Self.folder.path).filter { $0.hasSuffix(".json5") }
    #expect(names.sorted() == found.map { String($0.dropLast(6)) }.sorted())
    for name in names {
      let bytes = try Data(contentsOf: Self.folder.appending(path: name + ".json5"))
      let isSame = ScenarioFormat.library.bytes(name) == Array(bytes)
      #expect(isSame, "\(name)")
    }
  }

  @Test("are without mistakes", arguments: ScenarioFormat.library.names)
  func good(name: String) throws {
    let reading = try ScenarioReading("lib:" + name, as: ScenarioFormat.format, library: ScenarioFormat.library)
    #expect(reading.diagnostics.map(\.message.english) == [])
  }

  @Test("of observations are without mistakes, and every point has its source", arguments: ScenarioFormat.observedNames)
  func observed(name: String) throws {
    let reading = try ObservedReading("lib:" + name, library: ScenarioFormat.library)
    #expect(reading.diagnostics.map(\.message.english) == [])
    let observed = Form.read(reading.file.tree) { Observed($0) }
    #expect(!observed.points.isEmpty && observed.points.allSatisfy { $0.source.hasSuffix(")") })
    #expect(name == "observed/" + observed.id)
  }

  @Test("every metric is explained by how it is taken, in both languages")
  func metrics() {
    for metric in Metric.all + Metric.daily {
      #expect(metric.how.english.count > 20 && metric.how.thai.count > 10, "\(metric.id)")
      #expect(!metric.how.english.hasPrefix(metric.words.english), "\(metric.id)")
    }
    let words = ScenarioFormat.format.explanations.map(\.word)
    for subject in Sighting.Subject.allCases { #expect(words.count { $0 == subject.rawValue } == 1, "\(subject)") }
  }

  @Test("every setting is explained in both languages, and shares have a range from 0 to 1")
  func explained() {
    for (path, setting, _) in ScenarioFormat.format.shape.settings {
      #expect(!setting.words.english.isEmpty && !setting.words.thai.isEmpty, "\(path)")
      if setting.unit == .share, case .number(let range, _, _) = setting.type {
        #expect(range.lowerBound >= 0 && range.upperBound == 1, "\(path)")
      }
    }
  }
}
