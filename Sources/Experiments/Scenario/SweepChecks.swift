import ScenarioFile
import Statistics

/// What only shows when a sweep is laid out.
enum SweepChecks {
  static let policyHidesAxis = DiagnosticKind.error(
    "policy-hides-axis",
    en: "A policy sets what a sweep changes, so that under it nothing would move. Take the axis or the policy away.",
    th: "มาตรการกำหนดค่าเดียวกับที่ sweep เปลี่ยน ผลจึงไม่ขยับ ต้องเอาแกนหรือมาตรการออก")
  static let tooManyPoints = DiagnosticKind.error(
    "too-many-points", en: "A sweep runs a million points at most.", th: "sweep รันได้ไม่เกินหนึ่งล้านจุด")
  static let badWhere = DiagnosticKind.error(
    "bad-where",
    en: "`where` compares axes of the sweep with numbers, joined by && and ||, and must leave a point.",
    th: "`where` เปรียบเทียบแกนของ sweep กับตัวเลข เชื่อมด้วย && และ || และต้องเหลืออย่างน้อยหนึ่งจุด")
  static let badDesign = DiagnosticKind.error(
    "bad-design", en: "These axes or this number of points do not fit the design.",
    th: "แกนหรือจำนวนจุดไม่เข้ากับวิธีวางจุด")
  static let setOnAxis = DiagnosticKind.error(
    "set-on-axis", en: "`--set` changes what the sweep changes: every point has a value of its own there.",
    th: "`--set` กำหนดค่าที่ sweep เปลี่ยนอยู่แล้ว แต่ละจุดมีค่าของตนเอง")

  static let kinds = [policyHidesAxis, tooManyPoints, badWhere, badDesign, setOnAxis]

  /// What is wrong with the sweep of a file; nothing where it has none.
  static func check(_ tree: SettingTree, _ shape: ObjectShape) -> [Diagnostic] {
    guard tree.root.object("sweep")?.object("axes")?.members.isEmpty == false else { return [] }
    return points(tree, shape, seed: 0).diagnostics
  }

  /// The points that a file asks for, or what is wrong with them, for some of its policies; none named means all.
  static func points(
    _ tree: SettingTree, _ shape: ObjectShape, seed: UInt64, policies: [String] = []
  ) -> (points: SweepPoints?, diagnostics: [Diagnostic]) {
    let settings = Form.read(tree) { form in form.part("sweep", SweepSettings.self, en: "", th: "") }
    var found = hiddenAxes(tree, settings, policies)
    var axes: [Axis] = []
    for (path, node) in settings.axes {
      let place = SettingPath(path, in: shape)
      guard case .leaf(let leaf) = node, let setting = shape.setting(place),
        let axis = Axis(leaf.node, of: setting, at: place)
      else { continue }
      axes.append(axis)
      if axis.count == nil, !settings.kind.isSampled, settings.kind != .tornado {
        found.append(
          Diagnostic(
            .badAxis, Words(en: "`\(path)` needs a step", th: "`\(path)` ต้องมี step"), at: leaf.range
          ).helping(Words("{ \"from\": …, \"to\": …, \"step\": … }")))
      }
    }
    let (condition, complaints) = condition(tree, settings, axes)
    found += complaints
    guard found.isEmpty, let condition else { return (nil, found) }
    do throws(SweepPoints.Fault) {
      return (
        try SweepPoints(settings.kind, axes, points: settings.points, where: condition, seed: seed), []
      )
    } catch {
      return (nil, [complaint(error, tree)])
    }
  }

  private static func range(_ tree: SettingTree, _ key: String) -> SourceRange? {
    if case .leaf(let leaf)? = tree[SettingPath(keys: ["sweep", key])] { return leaf.range }
    return tree.root.member("sweep")?.keyRange
  }

  private static func complaint(_ fault: SweepPoints.Fault, _ tree: SettingTree) -> Diagnostic {
    let axes = range(tree, "axes").map { Diagnostic.Label($0) }
    switch fault {
    case .tooMany(let count):
      return Diagnostic(
        tooManyPoints, Words(en: "the sweep has \(count) points", th: "sweep มี \(count) จุด"), at: axes
      ).helping(
        Words(
          en: "take longer steps or fewer axes, or lay out fewer points: \"design\": \"sobol\", \"points\": 1024",
          th: "ใช้ช่วงกว้างขึ้นหรือแกนน้อยลง หรือวางจุดให้น้อยลง \"design\": \"sobol\", \"points\": 1024"))
    case .none:
      return Diagnostic(
        badWhere, Words(en: "`where` leaves no point", th: "`where` ไม่เหลือจุดใดเลย"),
        at: range(tree, "where").map { Diagnostic.Label($0) })
    case .statistics(.notAPowerOfTwo(let count)):
      let lower = 1 << (Int.bitWidth - 1 - count.leadingZeroBitCount)
      return Diagnostic(
        badDesign, Words(en: "\(count) points are no power of two", th: "\(count) จุดไม่ใช่เลขยกกำลังของสอง"),
        at: range(tree, "points").map { Diagnostic.Label($0) }
      ).helping(Words(en: "\(lower) or \(lower * 2)", th: "\(lower) หรือ \(lower * 2)"))
    case .statistics(.unequalLengths(let first, let second)):
      return Diagnostic(
        badDesign,
        Words(
          en: "zipped axes are equally long, not \(first) and \(second)",
          th: "แกนของ zip ต้องยาวเท่ากัน ไม่ใช่ \(first) กับ \(second)"), at: axes)
    case .statistics(let error):
      return Diagnostic(
        badDesign, Words(en: "the design \(error)", th: "การวางจุดใช้ไม่ได้: \(error)"), at: axes)
    }
  }

  private static func condition(
    _ tree: SettingTree, _ settings: SweepSettings, _ axes: [Axis]
  ) -> (SweepCondition?, [Diagnostic]) {
    // The text begins behind a quote.
    let whole = range(tree, "where")
    func at(_ place: Range<Int>) -> SourceRange? {
      guard let whole else { return nil }
      let quote = whole.text.isArgument ? 0 : 1
      let start = min(whole.bytes.lowerBound + quote + place.lowerBound, whole.bytes.upperBound)
      return SourceRange(whole.text, start..<min(start + place.count, whole.bytes.upperBound))
    }
    func complaint(_ words: Words, _ place: Range<Int>) -> Diagnostic {
      Diagnostic(badWhere, words, at: at(place).map { Diagnostic.Label($0) })
    }
    let condition: SweepCondition
    do throws(SweepCondition.Fault) {
      condition = try SweepCondition(settings.condition)
    } catch {
      return (nil, [complaint(error.words, error.place)])
    }
    if settings.kind.isStructured, !condition.alternatives.isEmpty {
      let name = settings.kind.rawValue
      return (
        nil,
        [
          complaint(
            Words(
              en: "the points of \(name) stand or fall together, so that `where` may leave out none",
              th: "จุดของ \(name) ต้องอยู่ครบ จึงใช้ `where` ตัดออกไม่ได้"),
            0..<settings.condition.utf8.count)
        ]
      )
    }
    let known = axes.map(\.path.description)
    let complaints = condition.comparisons.compactMap { comparison -> Diagnostic? in
      guard let axis = axes.first(where: { $0.path.description == comparison.path }) else {
        return complaint(
          Words(en: "`\(comparison.path)` is no axis of the sweep", th: "`\(comparison.path)` ไม่ใช่แกนของ sweep"),
          comparison.place
        ).helping(Suggestion.question(comparison.path, in: known))
      }
      if case .number = axis.setting.type { return nil }
      return complaint(
        Words(en: "`\(comparison.path)` is no number", th: "`\(comparison.path)` ไม่ใช่ตัวเลข"), comparison.place)
    }
    return (condition, complaints)
  }

  private static func hiddenAxes(
    _ tree: SettingTree, _ settings: SweepSettings, _ chosen: [String]
  ) -> [Diagnostic] {
    let policies = tree.root.object("policies")?.members ?? []
    let hidden = settings.axes.map { axis in policies.compactMap { place(of: axis.path, in: $0) } }
    let free = policies.first { policy in !hidden.joined().contains { $0.policy == policy.key } }
    return zip(settings.axes, hidden).flatMap { axis, places -> [Diagnostic] in
      guard case .leaf(let leaf) = axis.node else { return [] }
      return places.compactMap { policy, place -> Diagnostic? in
        if !chosen.isEmpty, !chosen.contains(policy) { return nil }
        let strength = "policies.\(policy).strength"
        return Diagnostic(
          policyHidesAxis,
          Words(
            en: "policy `\(policy)` sets what the sweep changes, `\(axis.path)`",
            th: "มาตรการ `\(policy)` กำหนด `\(axis.path)` ซึ่ง sweep เปลี่ยนอยู่"), at: leaf.range
        ).relating([Diagnostic.Label(place)]).helping(
          free.map {
            Words(
              en: "sweep with --policy \($0.key), or sweep how much of this policy there is: \(strength)",
              th: "ใช้ sweep --policy \($0.key) หรือลองเปลี่ยนความแรงของมาตรการแทน: \(strength)")
          }
            ?? Words(
              en: "sweep how much of the policy there is: \(strength)",
              th: "ลองเปลี่ยนความแรงของมาตรการแทน: \(strength)"))
      }
    }
  }

  /// Where a policy sets an axis.
  private static func place(
    of axis: String, in policy: SettingTree.Member
  ) -> (policy: String, place: SourceRange)? {
    guard case .object(let object) = policy.node else { return nil }
    if let set = object.object("set")?.member(axis)?.keyRange { return (policy.key, set) }
    let measure = SettingTree(root: object)[SettingPath(keys: axis.split(separator: ".").map(String.init))]
    if axis.hasPrefix("measures."), case .leaf(let own)? = measure { return (policy.key, own.range) }
    return nil
  }
}
