import Experiments
import Foundation
import ScenarioFile
import Testing

@Suite("The schema for editors")
struct SchemaTests {
  @Test("is JSON, knows every setting, and says it in both languages")
  func knowsAll() throws {
    let text = EditorSchema(ScenarioFormat.format.shape).text(title: "longan")
    let schema = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(schema["allowTrailingCommas"] as? Bool == true)
    let properties = try #require(schema["properties"] as? [String: Any])
    #expect(Set(properties.keys) == Set(ScenarioFormat.format.shape.members.map(\.key)))
    let bytes = Data(text.utf8)
    for (path, setting, _) in ScenarioFormat.format.shape.settings {
      for said in [JSONText.quoted(setting.key) + ":", setting.words.thai] {
        #expect(bytes.firstRange(of: Data(said.utf8)) != nil, "\(path)")
      }
    }
  }

  /// With Python's `jsonschema`, where it is installed: the schema takes every shipped file, as it stands and as it shows
  /// itself, and refuses these.
  @Test("takes what is good and refuses what is bad, says another validator")
  func otherValidator() throws {
    guard let python = ProcessInfo.processInfo.environment["LONGAN_JSONSCHEMA_PYTHON"] else {
      print("skipped: LONGAN_JSONSCHEMA_PYTHON names no Python with jsonschema")
      return
    }
    func files(_ names: [String]) -> [String] {
      let texts = names.compactMap { name in
        ScenarioFormat.library.bytes(name).map { SourceText(name: name, bytes: $0) }
      }
      return texts.compactMap { JSON5Reader.read($0).0?.json }
    }
    let observed = files(ScenarioFormat.observedNames)
    #expect(observed.count >= 4)
    let badObserved = [
      #"{ "observed": 2, "scenario": "lib:small" }"#,
      #"{ "observed": 1, "scenario": "x", "points": {} }"#, #"{ "observed": 1, "scenario": "x", "points": [ 1 ] }"#,
      #"{ "observed": 1, "scenario": "x", "points": [ { "metric": "unsold" } ] }"#,
      #"{ "observed": 1, "scenario": "x", "points": [ { "metric": "unsold_t", "form": "loose" } ] }"#,
      #"{ "observed": 1, "scenario": "x", "set": { "supply.in_season": 1 } }"#,
    ]
    try validate(EditorSchema(ObservedFormat.format.shape), good: observed, bad: badObserved, python)
    let drawn = #"{ "dist": "uniform", "low": 0, "high": 1 }"#
    let good =
      files(ScenarioFormat.library.names) + ScenarioFormat.library.names.map { flat("lib:" + $0) } + [
        "{}", #"{ "supply": { "offseason_share": \#(drawn) }, "farms": null }"#,
        #"{ "policies": { "p": { "scale": { "labour.pickers": \#(drawn) } } } }"#,
      ]
    #expect(good.count > 24)
    let bad = [
      #"{ "farms": { "households": 0.5 } }"#, #"{ "farms": { "gap_area_share": 45 } }"#,
      #"{ "farms": { "household": 5 } }"#, #"{ "calendar": { "from": "2569-13-01" } }"#,
      #"{ "calendar": { "from": 2569 } }"#,
      #"{ "districts": { "Li": { "area_share": 1 } } }"#, #"{ "sources": { "farms.nothing": "x" } }"#,
      #"{ "sources": { "farms.households": 3 } }"#, #"{ "longan": 2 }"#, #"{ "title": { "de": "x" } }"#,
      #"{ "farms": { "area_rai": { "dist": "normal", "mean": 1 } } }"#, #"{ "farms": [] }"#, "[]",
      #"{ "farms": { "area_rai": \#(drawn) } }"#, #"{ "shocks": { "s": { "chance_share": \#(drawn) } } }"#,
      #"{ "policies": { "p": { "set": { "farms.area_rai": \#(drawn) } } } }"#,
      #"{ "policies": { "p": { "scale": { "farms.area_rai": \#(drawn) } } } }"#,
      #"{ "policies": { "p": { "measures": { "new-ovens": { "counts": 3 } } } } }"#,
      #"{ "facilities": { "x": { "kind": "cold", "ovens": 3 } } }"#, #"{ "markets": { "x": { "product": "figs" } } }"#,
      #"{ "sweep": { "axes": { "labour.pickers": 3 } } }"#, #"{ "sweep": { "design": "gird" } }"#,
      #"{ "run": { "reps": 0 } }"#, #"{ "extends": 3 }"#, #"{ "calender": {} }"#,
      #"{ "calendar": { "warm_from": 31 } }"#, #"{ "targets": { "t": { "metric": "unsold", "at_most": 3 } } }"#,
      #"{ "targets": { "t": { "metric": "unsold_t", "form": "lose", "at_most": 3 } } }"#,
    ]
    try validate(EditorSchema(ScenarioFormat.format.shape), good: good, bad: bad, python)
  }

  private func validate(_ schema: EditorSchema, good: [String], bad: [String], _ python: String) throws {
    let schema = schema.text(title: "longan")
    let documents = try JSONSerialization.data(withJSONObject: ["schema": schema, "good": good, "bad": bad])
    let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "validate.py")
    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments = [script.path]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    process.standardError = output
    try process.run()
    input.fileHandleForWriting.write(documents)
    try input.fileHandleForWriting.close()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(said == "" && process.terminationStatus == 0)
  }

  private func flat(_ name: String) -> String {
    guard let reading = try? ScenarioReading(name, as: ScenarioFormat.format, library: ScenarioFormat.library) else {
      return ""
    }
    return ScenarioJSON.text(reading)
  }
}
