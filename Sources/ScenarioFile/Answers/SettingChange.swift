/// One thing that is different in a scenario from another, or from itself before `--set`, as a sentence has it.
package struct SettingChange: Sendable, Equatable {
  package let path: String
  /// As short as it may be without meaning something else too.
  package let name: String
  /// What it was; nothing where it is new.
  package let before: String?
  /// What it is; nothing where it was taken away.
  package let after: String?

  package init(path: String, name: String, before: String?, after: String?) {
    (self.path, self.name, self.before, self.after) = (path, name, before, after)
  }

  /// As `diff` has it: `spread_days 13 → 18`.
  package var arrow: Words {
    switch (before, after) {
    case (let before?, let after?): Words("\(name) \(before.brief) → \(after.brief)")
    case (nil, let after?): Words(after.isEmpty ? "+ \(name)" : "+ \(name) \(after.brief)")
    default: Words("- \(name)")
    }
  }

  /// "spread_days 18, was 13".
  package var words: Words {
    switch (before, after) {
    case (let before?, let after?):
      Words(en: "\(name) \(after.brief), was \(before.brief)", th: "\(name) เป็น \(after.brief) จากเดิม \(before.brief)")
    case (nil, let after?):
      after.isEmpty
        ? Words(en: "\(name) added", th: "เพิ่ม \(name)")
        : Words(en: "\(name) \(after.brief)", th: "\(name) เป็น \(after.brief)")
    default: Words(en: "without \(name)", th: "ไม่มี \(name)")
    }
  }
}

extension ScenarioReading {
  /// What the command line changes, beside what the files say.
  package var changes: [SettingChange] {
    let plain = ScenarioReading(layers: layers, as: format, tables: tree.tables)
    return Difference(plain, self).changes { line in
      line.after.map { $0.leaf?.range.text.isArgument ?? false } ?? true
    }
  }
}

extension Difference {
  /// The same for a sentence: what only one side has as a whole is one change.
  package func changes(of holds: (Line) -> Bool = { _ in true }) -> [SettingChange] {
    let wholes = wholes
    var told: Set<String> = []
    return lines.filter(holds).compactMap { line in
      guard let whole = wholes[line.path] else {
        return SettingChange(
          path: line.path, name: shape.shortName(of: line.path), before: line.before?.bareSpelling,
          after: line.after?.bareSpelling)
      }
      guard told.insert(whole).inserted else { return nil }
      let isNew = line.sign == .added
      return SettingChange(path: whole, name: whole, before: isNew ? nil : "", after: isNew ? "" : nil)
    }
  }
}

extension ResolvedEntry {
  /// The value as a sentence has it: a text without its quotes.
  fileprivate var bareSpelling: String {
    spelling.count > 2 && spelling.hasPrefix("\"") && spelling.hasSuffix("\"")
      ? String(spelling.dropFirst().dropLast()) : spelling
  }
}

extension ObjectShape {
  /// The end of a path that no other setting has: from the id of its element on, else as few keys as can be.
  package func shortName(of path: String) -> String {
    let keys = SettingPath(path, in: self).keys
    var here: Shape? = .object(self)
    var start = 0
    for (place, key) in keys.enumerated() {
      if case .map? = here { start = place }
      here = here?.child(key)
    }
    if start > 0 { return keys[start...].joined(separator: ".") }
    let all = settings.map { $0.path.split(separator: ".").map(String.init) }
    let most = keys.count
    let least = (1..<most).first { count in all.count { $0.suffix(count).elementsEqual(keys.suffix(count)) } == 1 }
    return keys.suffix(least ?? most).joined(separator: ".")
  }
}
