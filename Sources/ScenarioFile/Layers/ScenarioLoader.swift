import Foundation

extension DiagnosticKind {
  package static let extendsNotFound = error(
    "extends-not-found", en: "The file that is to be built upon is not there, or cannot be read.",
    th: "ไม่พบไฟล์ที่ใช้เป็นฐาน หรืออ่านไม่ได้")
  package static let extendsCycle = error(
    "extends-cycle", en: "Files build upon each other in a circle, or deeper than anybody could follow.",
    th: "ไฟล์อ้างถึงกันเป็นวงกลม หรือซ้อนกันลึกเกินไป")
  package static let extendsOutside = error(
    "extends-outside",
    en:
      "A scenario builds only upon files in the folder of the scenario that is run, or in folders below it, or on lib: names.",
    th: "ไฟล์ที่ใช้เป็นฐานต้องอยู่ในโฟลเดอร์ของไฟล์ที่สั่งรัน โฟลเดอร์ย่อย หรือเป็นชื่อ lib: เท่านั้น")

  static let ofLoading: [DiagnosticKind] = [extendsNotFound, extendsCycle, extendsOutside]
}

/// The scenarios that are built in, by name: `lamphun` for `lib:lamphun`.
package struct ScenarioLibrary: Sendable {
  package let names: [String]
  package let bytes: @Sendable (String) -> [UInt8]?

  package init(names: [String], bytes: @escaping @Sendable (String) -> [UInt8]?) {
    self.names = names
    self.bytes = bytes
  }
}

/// One file of a scenario, as it was read.
package struct ScenarioLayer: Sendable {
  package let text: SourceText
  package let root: JSONNode

  package init(text: SourceText, root: JSONNode) {
    self.text = text
    self.root = root
  }
}

/// Reads a scenario's file and those that it builds upon.
package struct ScenarioLoader {
  let library: ScenarioLibrary
  package private(set) var layers: [ScenarioLayer] = []
  package private(set) var diagnostics: [Diagnostic] = []
  private var folder: String?
  private var filesRead = 1

  /// How many files may build upon each other, and how many may be read in all.
  private static let mostLevels = 16
  private static let mostFiles = 64

  package init(library: ScenarioLibrary) {
    self.library = library
  }

  /// Reads the scenario that somebody named: a path, `lib:` and a name, or `-` for standard input.
  package mutating func load(_ name: String) throws(FileFault) {
    if name.hasPrefix("lib:") {
      guard let bytes = library.bytes(String(name.dropFirst(4))) else {
        throw FileFault(.notInLibrary(library.names), name)
      }
      add(SourceText(name: name, bytes: bytes), below: [])
    } else {
      let bytes = try FileReading.bytes(of: name)
      folder = FileReading.realPath(name == "-" ? "." : FileReading.folder(of: name))
      add(SourceText(name: name == "-" ? "stdin" : name, bytes: bytes), below: [])
    }
  }

  /// Reads the scenario that a file names, as if that file built upon it.
  package mutating func load(_ name: String, namedAt range: SourceRange) {
    if !range.text.name.hasPrefix("lib:") {
      folder = FileReading.realPath(FileReading.folder(of: range.text.name))
    }
    extend(name, range, [])
  }

  /// Adds a file on top of those that it builds upon.
  private mutating func add(_ text: SourceText, below: [String]) {
    let (root, complaints) = JSON5Reader.read(text)
    diagnostics += complaints
    guard let root else { return }
    if case .object(let members) = root.value {
      for base in members.filter({ $0.key == "extends" }).flatMap({ ScenarioLoader.names(in: $0.node) }) {
        extend(base.name, SourceRange(text, base.bytes), below + [FileReading.realPath(text.name) ?? text.name])
      }
    }
    layers.append(ScenarioLayer(text: text, root: root))
  }

  private static func names(in node: JSONNode) -> [(name: String, bytes: Range<Int>)] {
    switch node.value {
    case .string(let name): [(name, node.bytes)]
    case .array(let elements): elements.flatMap { names(in: $0) }
    default: []
    }
  }

  private mutating func extend(_ name: String, _ range: SourceRange, _ below: [String]) {
    let isBuiltIn = name.hasPrefix("lib:")
    let path = isBuiltIn ? name : FileReading.folder(of: range.text.name) + "/" + name
    let shown = isBuiltIn || FileReading.folder(of: range.text.name) != "." ? path : name
    guard below.count < ScenarioLoader.mostLevels else {
      return report(
        .extendsCycle,
        Words(en: "files build upon each other \(below.count) deep", th: "ไฟล์อ้างถึงกันลึก \(below.count) ชั้น"), range)
    }
    filesRead += 1
    guard filesRead < ScenarioLoader.mostFiles else {
      if filesRead > ScenarioLoader.mostFiles { return }
      return report(
        .extendsCycle,
        Words(
          en: "more than \(ScenarioLoader.mostFiles) files build upon each other",
          th: "มีไฟล์ที่อ้างถึงกันมากกว่า \(ScenarioLoader.mostFiles) ไฟล์"), range)
    }
    if isBuiltIn {
      guard !below.contains(name) else { return reportCycle(name, below, range) }
      guard let bytes = library.bytes(String(name.dropFirst(4))) else {
        return report(
          .extendsNotFound, Words(en: "there is no \(name)", th: "ไม่มี \(name)"), range,
          help: Suggestion.question(name, in: library.names.map { "lib:" + $0 }))
      }
      return add(SourceText(name: name, bytes: bytes), below: below)
    }
    guard let folder, !range.text.name.hasPrefix("lib:") else {
      return report(
        .extendsOutside,
        Words(en: "a built-in scenario builds upon lib: names only", th: "ไฟล์ที่มากับโปรแกรมอ้างได้เฉพาะชื่อ lib:"), range)
    }
    let outside = Words(en: "\(name) is outside the scenario's folder", th: "\(name) อยู่นอกโฟลเดอร์ของไฟล์ที่สั่งรัน")
    let copy = Words(en: "copy it into the folder", th: "คัดลอกไฟล์มาไว้ในโฟลเดอร์เดียวกัน")
    if name.hasPrefix("/") { return report(.extendsOutside, outside, range, help: copy) }
    guard let real = FileReading.realPath(path) else {
      return report(.extendsNotFound, Words(en: "there is no file \(shown)", th: "ไม่มีไฟล์ \(shown)"), range)
    }
    guard real.hasPrefix(folder == "/" ? "/" : folder + "/") else {
      return report(.extendsOutside, outside, range, help: copy)
    }
    guard !below.contains(real) else { return reportCycle(name, below, range) }
    do throws(FileFault) {
      add(SourceText(name: shown, bytes: try FileReading.bytes(of: path, mayBePipe: false)), below: below)
    } catch {
      report(.extendsNotFound, error.words, range)
    }
  }

  private mutating func reportCycle(_ name: String, _ below: [String], _ range: SourceRange) {
    report(
      .extendsCycle, Words(en: "\(name) builds upon this file already", th: "\(name) อ้างถึงไฟล์นี้อยู่แล้ว"), range,
      Words(en: "a circle", th: "วนเป็นวงกลม"))
  }

  private mutating func report(
    _ kind: DiagnosticKind, _ message: Words, _ range: SourceRange, _ label: Words? = nil, help: Words? = nil
  ) {
    diagnostics.append(Diagnostic(kind, message, at: range, label).helping(help))
  }
}
