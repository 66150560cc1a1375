extension DiagnosticKind {
  package static let badAssignment = error(
    "bad-assignment", en: "A change on the command line is written PATH=VALUE.",
    th: "การเปลี่ยนค่าในบรรทัดคำสั่งเขียนแบบ PATH=VALUE")
}

/// A change that the command line asks for, `--set labour.pickers=30000`, or another file.
package struct SettingAssignment: Sendable {
  package let text: SourceText
  package let path: SettingPath
  package let pathRange: SourceRange
  package let node: JSONNode

  /// A value that a file gives to a setting of another.
  package init(_ path: String, _ node: JSONNode, at pathRange: SourceRange, in shape: ObjectShape) {
    text = pathRange.text
    self.path = SettingPath(path, in: shape)
    self.pathRange = pathRange
    self.node = node
  }

  /// Reads `PATH=VALUE`; a value is JSON5, or else text, and `null` removes.
  package init(_ argument: String, flag: String = "--set", in shape: ObjectShape) throws(SettingFault) {
    let text = SourceText(name: flag, argument, isArgument: true)
    let bytes = text.bytes
    guard let equals = bytes.firstIndex(of: UInt8(ascii: "=")), equals > 0 else {
      throw SettingFault(
        Diagnostic(
          .badAssignment, Words(en: "a value is missing", th: "ขาดค่า"), at: SourceRange(text, 0..<bytes.count)
        ).helping(Words(en: "write \(flag) PATH=VALUE", th: "เขียน \(flag) PATH=VALUE")))
    }
    self.text = text
    pathRange = SourceRange(text, 0..<equals)
    path = SettingPath(pathRange.spelling, in: shape)
    // The path is blanked out, so that places in the value are places in the argument.
    let value = [UInt8](repeating: UInt8(ascii: " "), count: equals + 1) + bytes[(equals + 1)...]
    let (root, diagnostics) = JSON5Reader.read(SourceText(name: flag, bytes: value))
    if let root, diagnostics.isEmpty {
      node = root
    } else {
      let spelling = String(decoding: bytes[(equals + 1)...], as: UTF8.self)
      node = JSONNode(.string(spelling), equals + 1..<bytes.count)
    }
  }
}

/// A request that cannot be met, and why.
package struct SettingFault: Error, Sendable {
  package let diagnostic: Diagnostic

  package init(_ diagnostic: Diagnostic) {
    self.diagnostic = diagnostic
  }
}
