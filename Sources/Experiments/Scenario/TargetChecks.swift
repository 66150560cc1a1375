import ScenarioFile
import SupplyChain

/// Whether what a file wants to reach is measured, and can be reached at all.
struct TargetChecks {
  static let unknownMetric = DiagnosticKind.error(
    "unknown-metric",
    en: "A target names a measure that the model does not take. `longan explain METRIC` tells what one is.",
    th: "เป้าหมายอ้างถึงตัวชี้วัดที่แบบจำลองไม่มี ใช้ `longan explain ชื่อ` ดูความหมายได้")
  static let targetOutOfReach = DiagnosticKind.warning(
    "target-out-of-reach", en: "No market pays as much as a target asks for, even when fruit is scarce.",
    th: "ไม่มีตลาดใดให้ราคาได้ถึงเป้าหมาย แม้ในยามผลขาด")

  static let kinds = [unknownMetric, targetOutOfReach]

  static let check: @Sendable (SettingTree, ObjectShape) -> [Diagnostic] = { tree, _ in
    let targets = Form.read(tree) { Scenario($0) }.targets
    return (tree.root.object("targets")?.members ?? []).flatMap { member -> [Diagnostic] in
      guard case .object(let object) = member.node, let target = targets.first(where: { $0.id == member.key })?.part
      else { return [] }
      return TargetChecks(tree: tree, target: target, key: member.keyRange, object: object).complaints
    }
  }

  private let tree: SettingTree
  private let target: Target
  /// Where the target's id stands.
  private let key: SourceRange
  private let object: SettingTree.Object

  private func range(_ name: String) -> SourceRange {
    if case .leaf(let leaf)? = object[name] { return leaf.range }
    return key
  }

  private var complaints: [Diagnostic] {
    guard let metric = Metric.all.first(where: { $0.id == target.metric }) else { return [unknown] }
    return [cut(metric) ?? part, bound, outOfReach].compactMap(\.self)
  }

  /// Of a measure that is taken in parts alone, one must be named, unless they add up.
  private var part: Diagnostic? {
    func choices(_ cut: MeasureName.Cut, _ known: [String]) -> Words {
      let all = known.prefix(8).map { "\"\(cut.rawValue)\": \"\($0)\"" }
      let more = Words(en: known.count > 8 ? ", …" : "", th: known.count > 8 ? ", …" : "")
      return Words(en: all.joined(separator: " or "), th: all.joined(separator: " หรือ ")) + more
    }
    switch target.measure.meaning(in: Form.read(tree) { World($0) }.measures) {
    case .parts: return nil
    case .unknown:
      return Diagnostic(
        TargetChecks.unknownMetric,
        Words(en: "`\(target.metric)` is not taken in these days", th: "ไม่มี `\(target.metric)` ในช่วงวันนี้"),
        at: range("metric"))
    case .uncut(let cut):
      return Diagnostic(
        TargetChecks.unknownMetric,
        Words(en: "`\(target.metric)` is not taken by ", th: "ไม่มี `\(target.metric)` แยกตาม") + cut.words,
        at: range(cut.rawValue)
      ).helping(Words(en: "leave out `\(cut.rawValue)`", th: "เอา `\(cut.rawValue)` ออก"))
    case .noPart(let cut, let known):
      let given =
        if case .leaf(let leaf)? = object[cut.rawValue], case .string(let text) = leaf.node.value { text } else { "" }
      return Diagnostic(
        TargetChecks.unknownMetric,
        Words(en: "`\(target.metric)` has no ", th: "`\(target.metric)` ไม่มี") + cut.words + Words(" `\(given.brief)`"),
        at: range(cut.rawValue)
      ).helping(
        Suggestion.question(given, in: known) ?? choices(cut, known),
        replacement: Suggestion.nearest(to: given, in: known).map { "\"\($0)\"" })
    case .open(let cut, let known):
      return Diagnostic(
        .missingKey,
        Words(
          en: "a target of `\(target.metric)` needs `\(cut.rawValue)`",
          th: "เป้าหมายของ `\(target.metric)` ต้องระบุ `\(cut.rawValue)`"), at: range("metric")
      ).helping(choices(cut, known))
    }
  }

  private var unknown: Diagnostic {
    let (name, known) = (target.metric, Metric.all.map(\.id))
    return Diagnostic(
      TargetChecks.unknownMetric, Words(en: "there is no measure `\(name.brief)`", th: "ไม่มีตัวชี้วัด `\(name.brief)`"),
      at: range("metric")
    ).helping(
      Suggestion.question(name, in: known),
      replacement: Suggestion.nearest(to: name, in: known).map { "\"\($0)\"" })
  }

  /// A measure is taken of some forms and grades, and of no others.
  private func cut(_ metric: Metric) -> Diagnostic? {
    if metric.cuts.contains(where: { $0 == (target.form, target.grade) }) { return nil }
    for (name, isGiven, isTaken, noun) in [
      ("form", target.form != nil, metric.cuts.contains { $0.form != nil }, Words(en: "form", th: "รูปแบบ")),
      ("grade", target.grade != nil, metric.cuts.contains { $0.grade != nil }, Words(en: "grade", th: "เกรด")),
    ] {
      if isGiven, !isTaken {
        return Diagnostic(
          TargetChecks.unknownMetric,
          Words(en: "`\(metric.id)` is not taken by ", th: "ไม่มี `\(metric.id)` แยกตาม") + noun, at: range(name)
        ).helping(Words(en: "leave out `\(name)`", th: "เอา `\(name)` ออก"))
      }
      if isTaken, !isGiven, !metric.cuts.contains(where: { $0.form == nil }) {
        return Diagnostic(
          .missingKey,
          Words(
            en: "a target of `\(metric.id)` needs `\(name)`", th: "เป้าหมายของ `\(metric.id)` ต้องระบุ `\(name)`"),
          at: range("metric")
        ).helping(Words(TargetChecks.written(metric.cuts)))
      }
    }
    return Diagnostic(
      TargetChecks.unknownMetric,
      Words(en: "`\(metric.id)` is not taken of these", th: "ไม่มี `\(metric.id)` ของรูปแบบและเกรดนี้"), at: range("grade")
    ).helping(Words(TargetChecks.written(metric.cuts)))
  }

  /// The first of what may be asked for, as a file has it.
  private static func written(_ cuts: [(form: HarvestForm?, grade: Grade?)]) -> String {
    guard let usual = cuts.first(where: { $0.form == .loose }) ?? cuts.first else { return "" }
    let parts = [usual.form.map { "\"form\": \"\($0.rawValue)\"" }, usual.grade.map { "\"grade\": \"\($0.id)\"" }]
    return parts.compactMap(\.self).joined(separator: ", ")
  }

  private var bound: Diagnostic? {
    switch (target.atLeast, target.atMost) {
    case (nil, nil):
      Diagnostic(
        .missingKey, Words(en: "a target needs `at_least` or `at_most`", th: "เป้าหมายต้องมี `at_least` หรือ `at_most`"),
        at: key)
    case (let least?, let most?) where least > most:
      Diagnostic(
        .outOfRange, Words(en: "`at_least` is above `at_most`", th: "`at_least` สูงกว่า `at_most`"), at: range("at_least")
      )
    default: nil
    }
  }

  private var outOfReach: Diagnostic? {
    guard target.metric.contains("price"), let least = target.atLeast, least > mostPaid else { return nil }
    let price = NumberText.grouped(least)
    return Diagnostic(
      TargetChecks.targetOutOfReach,
      Words(en: "no market pays \(price) baht a kilogram", th: "ไม่มีตลาดใดให้ราคากิโลกรัมละ \(price) บาท"),
      at: range("at_least"))
  }

  /// What the dearest fresh market pays for AA when fruit is scarce.
  private var mostPaid: Double {
    let fresh = Form.read(tree) { World($0) }.markets.map(\.part.terms).filter { $0.product == .fresh }
    return fresh.map { $0.price[0] * $0.choke * $0.demand }.max() ?? 0
  }
}
