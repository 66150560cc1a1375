import Experiments
import Foundation
import ScenarioFile

/// What is promised of anything that somebody calls a scenario: it is read to its end, and is good, or something is said.
package enum ScenarioPromise {
  /// How a file breaks it, with a change laid over it as `--set` does; nothing where it is kept.
  package static func broken(by bytes: [UInt8], change: String? = nil) -> String? {
    let text = SourceText(name: "spoiled.json5", bytes: bytes)
    let (root, complaints) = JSON5Reader.read(text)
    let layers = root.map { [ScenarioLayer(text: text, root: $0)] } ?? []
    let changes = change.map { [$0] } ?? []
    let reading = ScenarioReading(layers: layers, complaints: complaints, changes: changes, as: ScenarioFormat.format)
    if root == nil, reading.diagnostics.isEmpty { return "nothing was read and nothing said" }
    for diagnostic in reading.diagnostics {
      if let fault = fault(of: diagnostic) { return "\(diagnostic.kind.id): \(fault)" }
    }
    return reading.hasErrors ? nil : fault(ofGood: reading)
  }

  /// What is said is said in both languages, and for programs.
  private static func fault(of diagnostic: Diagnostic) -> String? {
    if diagnostic.message.english.isEmpty || diagnostic.message.thai.isEmpty { return "no words" }
    for language in Language.allCases {
      let said = DiagnosticRenderer(language: language).render(diagnostic)
      if !said.contains(diagnostic.kind.id) { return "its id is not shown" }
      if said.split(separator: "\n").contains(where: { $0.contains(" | ") && DisplayWidth.of($0) > 240 }) {
        return "a line of the file is not cut"
      }
    }
    let rows = Diagnostic.rows([diagnostic])
    if !rows.csvLines[0].utf8.allSatisfy({ 0x20..<0x7f ~= $0 }) { return "its CSV is not one line of ASCII" }
    guard let json = try? JSONSerialization.jsonObject(with: Data(rows.jsonLines[0].utf8)) as? [String: Any] else {
      return "its JSON is none"
    }
    if let range = diagnostic.label?.range {
      let isInside = range.bytes.lowerBound <= range.text.bytes.count && range.line <= range.text.lineCount
      if !isInside || json["line"] as? Int != range.line { return "its place is none" }
    }
    return nil
  }

  /// What is good can be shown, read again, and is then the same.
  private static func fault(ofGood reading: ScenarioReading) -> String? {
    let json = ScenarioJSON.text(reading)
    let flat = SourceText(name: "flat.json5", json)
    let (root, complaints) = JSON5Reader.read(flat)
    guard let root else { return "what it prints of itself cannot be read" }
    let layer = ScenarioLayer(text: flat, root: root)
    let same = ScenarioReading(layers: [layer], complaints: complaints, as: ScenarioFormat.format)
    let known = Set(reading.diagnostics.map(\.kind.id))
    if let complaint = same.diagnostics.first(where: { !known.contains($0.kind.id) }) {
      return "what it prints of itself: \(complaint.message.english)"
    }
    if let line = Difference(reading, same, all: true).lines.first {
      return "what it prints of itself has another \(line.path)"
    }
    if ScenarioJSON.text(same) != json { return "it prints itself otherwise the second time" }
    let table = ShowTable(reading, .thai)
    if table.rows.csvLines.contains(where: { !$0.utf8.allSatisfy { 0x20..<0x7f ~= $0 } }) {
      return "a row of it is not one line of ASCII"
    }
    if table.lines.count < table.rows.rows.count { return "a value is not shown" }
    _ = Form.read(reading.tree) { Scenario($0) }
    return nil
  }
}
