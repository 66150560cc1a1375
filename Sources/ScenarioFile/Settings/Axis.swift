/// The values that a sweep gives one setting: listed, or from one end to another.
///
///     { "values": [1250, 1450, 1650] }
///     { "from": 0.3, "to": 0.7, "step": 0.05 }
package struct Axis: Sendable {
  package enum Levels: Sendable {
    case listed([JSONNode])
    /// Every step from the first number up to the last; without a step only the ends are known.
    case range(from: Double, to: Double, step: Double?)
  }

  package let path: SettingPath
  package let setting: Setting
  package let levels: Levels

  /// What a file, or `--axis`, says of a setting; nothing where it is no axis.
  package init?(_ node: JSONNode, of setting: Setting, at path: SettingPath) {
    guard case .object(let members) = node.value else { return nil }
    func member(_ key: String) -> JSONNode? { members.first { $0.key == key }?.node }
    func number(_ key: String) -> Double? {
      if case .number(let number)? = member(key)?.value, number.isFinite { return number }
      return nil
    }
    self.path = path
    self.setting = setting
    if case .array(let nodes)? = member("values")?.value, members.count == 1, !nodes.isEmpty {
      levels = .listed(nodes)
    } else if let from = number("from"), let to = number("to"), members.count == (member("step") == nil ? 2 : 3) {
      levels = .range(from: from, to: to, step: number("step"))
    } else {
      return nil
    }
  }

  /// More than anybody looks at along one line.
  package static let mostLevels = 1_000_000

  /// How many values are known by number; nothing where only the ends are.
  package var count: Int? {
    switch levels {
    case .listed(let nodes): nodes.count
    case .range(let from, let to, let step): step.flatMap { Axis.count(from, to, $0) }
    }
  }

  /// A step that nearly reaches the end reaches it: sums of decimal fractions are off by less than this.
  private static func count(_ from: Double, _ to: Double, _ step: Double) -> Int? {
    guard step > 0, to >= from else { return nil }
    let steps = ((to - from) / step + 1e-9).rounded(.down)
    return steps < Double(mostLevels) ? Int(steps) + 1 : nil
  }

  /// The value of a number.
  package func value(_ level: Int) -> JSONOutput {
    switch levels {
    case .listed(let nodes): return listed(nodes[level])
    case .range(let from, let to, let step):
      let exact = step.map { from + $0 * Double(level) } ?? (level == 0 ? from : to)
      let digits = max(Axis.decimals(from), Axis.decimals(step ?? to))
      // As it would be written: 0.3 and 0.05 make 0.35, not 0.35000000000000003.
      guard digits <= 15 else { return .number(exact) }
      let power = (0..<digits).reduce(1.0) { power, _ in power * 10 }
      return .number((exact * power).rounded() / power)
    }
  }

  /// The value at a share of the way from the first to the last.
  package func value(at share: Double) -> JSONOutput {
    switch levels {
    case .listed(let nodes): return listed(nodes[min(nodes.count - 1, Int(share * Double(nodes.count)))])
    case .range(let from, let to, _):
      let number = min(from + (to - from) * share, to)
      return .number(isWhole ? number.rounded() : number)
    }
  }

  /// Whether its values are numbers that count whole things.
  package var isWhole: Bool {
    if case .number(_, isWhole: true, _) = setting.type { return true }
    return false
  }

  private func listed(_ node: JSONNode) -> JSONOutput {
    ValueReader.value(of: node, as: setting.type)?.output ?? node.output
  }

  /// How many digits stand behind the point.
  private static func decimals(_ number: Double) -> Int {
    let text = JSONText.number(number)
    if text.contains("e") { return 16 }
    return text.split(separator: ".").dropFirst().first?.count ?? 0
  }
}

/// What is said of an axis that is none.
package struct AxisComplaint {
  let setting: Setting
  let path: String
  let node: JSONNode
  let range: SourceRange

  package init(setting: Setting, path: String, node: JSONNode, range: SourceRange) {
    self.setting = setting
    self.path = path
    self.node = node
    self.range = range
  }

  /// The complaint, or nothing when the axis is good.
  package func diagnostic() -> Diagnostic? {
    if node.isBroken { return nil }
    guard let axis = Axis(node, of: setting, at: SettingPath(keys: [path])) else {
      return report(Words(en: "`\(path)` is no axis", th: "`\(path)` ไม่ใช่แกน")).helping(AxisComplaint.forms)
    }
    switch axis.levels {
    case .listed(let nodes):
      var seen: [String: JSONNode] = [:]
      for node in nodes {
        if let complaint = ofValue(node) { return complaint }
        if let same = seen.updateValue(node, forKey: node.json) {
          return Diagnostic(
            .badAxis, Words(en: "the axis has this value twice", th: "แกนมีค่านี้ซ้ำ"), at: rangeOf(node)
          ).relating([Diagnostic.Label(rangeOf(same))])
        }
      }
      return nil
    case .range(let from, let to, let step): return ofRange(from, to, step, axis)
    }
  }

  private static let forms = Words(
    en: "write { \"values\": [1, 2, 3] } or { \"from\": 0, \"to\": 1, \"step\": 0.1 }",
    th: "เขียน { \"values\": [1, 2, 3] } หรือ { \"from\": 0, \"to\": 1, \"step\": 0.1 }")

  private func ofRange(_ from: Double, _ to: Double, _ step: Double?, _ axis: Axis) -> Diagnostic? {
    guard case .number(let bounds, let isWhole, _) = setting.type else {
      return report(
        Words(en: "`\(path)` is no number, so its values must be listed", th: "`\(path)` ไม่ใช่ตัวเลข ต้องระบุค่าเป็นรายการ")
      ).helping(Words("{ \"values\": […] }"))
    }
    if case .object(let members) = node.value {
      for key in ["from", "to"] {
        guard let end = members.first(where: { $0.key == key })?.node, case .number(let number) = end.value else {
          continue
        }
        if !bounds.contains(number) || (isWhole && number != number.rounded()) { return ofValue(end) }
      }
      if let node = members.first(where: { $0.key == "step" })?.node, !(step ?? 0 > 0) {
        return Diagnostic(
          .badAxis, Words(en: "a step must be a number above 0", th: "step ต้องเป็นตัวเลขมากกว่า 0"), at: rangeOf(node))
      }
    }
    if to < from { return report(Words(en: "the axis ends before it begins", th: "แกนจบก่อนเริ่ม")) }
    if let step, isWhole, step != step.rounded() {
      return report(Words(en: "`\(path)` counts whole things", th: "`\(path)` ต้องเป็นจำนวนเต็ม"))
    }
    if step != nil, axis.count == nil {
      return report(
        Words(en: "the axis has more than a million values", th: "แกนมีค่ามากกว่าหนึ่งล้านค่า"))
    }
    return nil
  }

  private func ofValue(_ node: JSONNode) -> Diagnostic? {
    if case .string("rest") = node.value { return report(Words(en: "the rest is no value", th: "rest ไม่ใช่ค่า")) }
    if case .string(let text) = node.value, let first = text.utf8.first, "=+-@".utf8.contains(first) {
      // A spreadsheet would take it for a formula.
      return Diagnostic(
        .badAxis, Words(en: "text in a table may not begin with = + - @", th: "ข้อความในตารางห้ามขึ้นต้นด้วย = + - @"),
        at: rangeOf(node))
    }
    return ValueComplaint(key: setting.key, type: setting.type, unit: setting.unit, node: node, range: rangeOf(node))
      .diagnostic()
  }

  private func rangeOf(_ node: JSONNode) -> SourceRange { SourceRange(range.text, node.bytes) }

  private func report(_ words: Words) -> Diagnostic { Diagnostic(.badAxis, words, at: range) }
}

extension DiagnosticKind {
  package static let badAxis = error(
    "bad-axis",
    en: "The values that a sweep gives a setting are listed, or run from one number to another, and must be legal.",
    th: "ค่าที่ sweep กำหนดให้ค่าตั้ง ต้องเป็นรายการ หรือช่วงตัวเลข และต้องเป็นค่าที่ใช้ได้")
}
