import ScenarioFile
import SupplyChain
import Units

/// What only shows when a scenario is read as a whole.
enum ScenarioChecks {
  static let policyOverridesSet = DiagnosticKind.warning(
    "policy-overrides-set",
    en: "A policy sets what `--set` has changed: the world is changed first, then the policy acts on it.",
    th: "มาตรการกำหนดค่าเดียวกับ `--set` ค่าของโลกเปลี่ยนก่อน แล้วมาตรการจึงมีผลทับ")
  static let unusedPolicy = DiagnosticKind.warning(
    "unused-policy", en: "A policy that is not the first changes nothing, so that its column repeats the first.",
    th: "มาตรการที่ไม่ใช่รายการแรกไม่เปลี่ยนอะไรเลย ผลจึงซ้ำกับรายการแรก")
  static let tooFewReps = DiagnosticKind.warning(
    "too-few-reps", en: "So few years say little about a share of years: twenty are the least for a first look.",
    th: "จำนวนปีจำลองน้อยเกินกว่าจะบอกสัดส่วนของปีได้ อย่างน้อยควรเป็น 20 ปี")
  static let shockOutsideHarvest = DiagnosticKind.warning(
    "shock-outside-harvest", en: "A shock is over before any fruit is ripe, or begins when all is sold.",
    th: "เหตุการณ์เกิดในช่วงที่ไม่มีผลผลิตให้กระทบ")
  static let glutImpossible = DiagnosticKind.warning(
    "glut-impossible", en: "Buyers could take twice the largest daily crop, so that no glut can appear.",
    th: "กำลังรับซื้อมากกว่าผลผลิตสูงสุดต่อวันเกินสองเท่า จึงไม่มีทางล้นตลาด")
  static let costAboveFullPrice = DiagnosticKind.warning(
    "cost-above-full-price", en: "Even when nothing queues, loose AA pays less than its full cost.",
    th: "แม้ไม่มีผลรอคิว ราคารูดร่วง AA ก็ยังต่ำกว่าต้นทุน")
  static let kinds =
    [
      SeasonSpan.outsideCalendar, SeasonSpan.longWarmUp, policyOverridesSet, unusedPolicy, tooFewReps,
      shockOutsideHarvest, glutImpossible, costAboveFullPrice, RunPlan.unknownPolicy, ChangeChecks.settledAlready,
    ] + TargetChecks.kinds + World.registerKinds + SweepChecks.kinds

  static let all: [@Sendable (SettingTree, ObjectShape) -> [Diagnostic]] = [
    SeasonSpan.check, World.checkRegister, ChangeChecks.check, { tree, _ in days(tree) }, TargetChecks.check,
    { tree, _ in policies(tree) },
    { tree, _ in world(tree) }, SweepChecks.check,
  ]

  static let ofSections: [(sections: [String], check: @Sendable (SettingTree, ObjectShape) -> [Diagnostic])] = [
    (["calendar"], SeasonSpan.check), (["calendar", "shocks", "policies"], { tree, _ in days(tree) }),
  ]

  // MARK: The tree

  private static func leaf(_ tree: SettingTree, _ keys: String...) -> SettingTree.Leaf? {
    if case .leaf(let leaf)? = tree[SettingPath(keys: keys)] { return leaf }
    return nil
  }

  /// A date as it is written.
  private struct Written {
    let date: CalendarDate
    let range: SourceRange
    let isBuddhist: Bool
  }

  private static func date(_ leaf: SettingTree.Leaf?) -> Written? {
    guard let leaf, case .date(let date)? = ValueReader.value(of: leaf.node, as: .date(isYearly: false)) else {
      return nil
    }
    let year = text(leaf).flatMap { Int($0.prefix(4)) } ?? 0
    return Written(date: date, range: leaf.range, isBuddhist: CalendarYear.writtenBuddhistEra.contains(year))
  }

  private static func members(_ tree: SettingTree, _ key: String) -> [SettingTree.Member] {
    tree.root.object(key)?.members ?? []
  }

  private static func text(_ leaf: SettingTree.Leaf?) -> String? {
    if let leaf, case .string(let text) = leaf.node.value { return text }
    return nil
  }

  private static func number(_ leaf: SettingTree.Leaf?) -> Double? {
    if let leaf, case .number(let number) = leaf.node.value { return number }
    return nil
  }

  // MARK: Days

  /// Shocks and policies must lie within the days that are simulated.
  private static func days(_ tree: SettingTree) -> [Diagnostic] {
    guard let first = date(leaf(tree, "calendar", "from")), let last = date(leaf(tree, "calendar", "to")) else {
      return []
    }
    let start = date(leaf(tree, "calendar", "warm_from")) ?? first
    var found: [Diagnostic] = []
    for (map, noun) in [
      ("shocks", Words(en: "shock", th: "เหตุการณ์")), ("policies", Words(en: "policy", th: "มาตรการ")),
    ] {
      for member in members(tree, map) {
        let from = date(leaf(tree, map, member.key, "from"))
        let to = date(leaf(tree, map, member.key, "to"))
        let name = noun + Words(" `\(member.key)` ")
        if let from, from.date < start.date {
          found.append(
            outside(
              name + Words(en: "starts before the season", th: "เริ่มก่อนช่วงที่จำลอง"), from, first,
              Words(en: "the season starts ", th: "ฤดูเริ่ม "), within: (start.date, last.date)))
        } else if let from, from.date > last.date {
          found.append(
            outside(
              name + Words(en: "starts after the season", th: "เริ่มหลังช่วงที่จำลอง"), from, last,
              Words(en: "the season ends ", th: "ฤดูจบ "), within: (start.date, last.date)))
        }
        if let from, let to, to.date < from.date {
          found.append(
            Diagnostic(
              SeasonSpan.outsideCalendar, name + Words(en: "ends before it starts", th: "จบก่อนเริ่ม"), at: to.range,
              DateWords.both(to.date)
            ).relating([Diagnostic.Label(from.range, DateWords.both(from.date))]))
        }
        if map == "shocks", let from, let to, from.date >= start.date, from.date <= min(to.date, last.date),
          let warning = idle(member, from, to, tree)
        {
          found.append(warning)
        }
      }
    }
    return found
  }

  private static func outside(
    _ message: Words, _ wrong: Written, _ end: Written, _ what: Words, within span: (CalendarDate, CalendarDate)
  ) -> Diagnostic {
    let diagnostic = Diagnostic(SeasonSpan.outsideCalendar, message, at: wrong.range, DateWords.both(wrong.date))
      .relating([Diagnostic.Label(end.range, what + DateWords.both(end.date))])
    // The same day of a year that is simulated is what is usually meant, in the era in which the writer writes.
    for year in span.0.year...max(span.0.year, span.1.year) {
      guard let meant = try? CalendarDate(year: year, month: wrong.date.month, day: wrong.date.day), meant >= span.0,
        meant <= span.1
      else { continue }
      let written = wrong.isBuddhist ? "\(meant.buddhistYear)" + meant.isoText.dropFirst(4) : meant.isoText
      return diagnostic.helping(
        Words(en: "did you mean \"\(written)\"?", th: "หมายถึง \"\(written)\" หรือไม่"), replacement: "\"\(written)\"")
    }
    return diagnostic
  }

  /// A shock in a month in which nothing is ripe.
  private static func idle(
    _ member: SettingTree.Member, _ from: Written, _ to: Written, _ tree: SettingTree
  ) -> Diagnostic? {
    let crop = Form.read(tree) { World($0) }.terms.crop
    let peak = crop.season.peak.month
    let inSeason = Set((-2...1).map { (peak - 1 + $0 + 12) % 12 + 1 })
    var day = from.date
    while day <= to.date {
      if inSeason.contains(day.month) || crop.offSeason.months[day.month] > 0 { return nil }
      day = day.adding(months: 1)
    }
    return Diagnostic(
      shockOutsideHarvest,
      Words(en: "nothing is ripe while shock `\(member.key)` lasts", th: "ไม่มีผลสุกในช่วงของเหตุการณ์ `\(member.key)`"),
      at: from.range, DateWords.both(from.date))
  }

  // MARK: Policies

  private static func policies(_ tree: SettingTree) -> [Diagnostic] {
    var found: [Diagnostic] = []
    let all = members(tree, "policies")
    for (place, member) in all.enumerated() {
      guard case .object(let policy) = member.node else { continue }
      let set = policy.object("set")?.members ?? []
      let isIdle = ["set", "scale", "add", "measures"].allSatisfy { policy.object($0)?.members.isEmpty ?? true }
      if place > 0, isIdle {
        found.append(
          Diagnostic(
            unusedPolicy,
            Words(en: "policy `\(member.key)` changes nothing", th: "มาตรการ `\(member.key)` ไม่เปลี่ยนอะไร"),
            at: member.keyRange))
      }
      for change in set {
        let path = SettingPath(keys: change.key.split(separator: ".").map(String.init))
        guard case .leaf(let leaf)? = tree[path], leaf.range.text.isArgument else { continue }
        let own = "policies.\(member.key).set.\(change.key)"
        found.append(
          Diagnostic(
            policyOverridesSet,
            Words(en: "policy `\(member.key)` sets the same path", th: "มาตรการ `\(member.key)` กำหนดค่าเดียวกัน"),
            at: leaf.range
          ).relating([Diagnostic.Label(change.keyRange)]).helping(
            Words(en: "to change the policy itself: --set \(own)=…", th: "ถ้าจะเปลี่ยนมาตรการ: --set \(own)=…")))
      }
    }
    if !members(tree, "targets").isEmpty || all.count > 1, let reps = leaf(tree, "run", "reps"),
      let count = number(reps), count < 20
    {
      found.append(
        Diagnostic(
          tooFewReps,
          Words(
            en: "\(NumberText.grouped(count)) years are few to tell policies or targets by",
            th: "\(NumberText.grouped(count)) ปีน้อยเกินกว่าจะเทียบมาตรการหรือเป้าหมาย"), at: reps.range))
    }
    return found
  }

  // MARK: The world

  private static func world(_ tree: SettingTree) -> [Diagnostic] {
    let world = Form.read(tree) { World($0) }
    guard !world.facilities.isEmpty, !world.markets.isEmpty else { return [] }
    var found: [Diagnostic] = []
    let terms = world.terms
    let peak = terms.crop.inSeasonT / max(terms.crop.season.spreadDays * 2.506_6, 1)
    let capacity = world.tonsPerDay
    if peak > 0, capacity > 2 * peak {
      let times = NumberText.grouped((capacity / peak * 10).rounded() / 10)
      found.append(
        Diagnostic(
          glutImpossible,
          Words(
            en: "buyers can take \(times) × the largest daily arrival",
            th: "กำลังรับซื้อเป็น \(times) เท่าของผลผลิตสูงสุดต่อวัน"), at: nil as Diagnostic.Label?
        ).helping(
          Words(
            en: "check the counts and rates of `facilities`; longan explain glut-impossible",
            th: "ตรวจจำนวนและกำลังใน `facilities` ดู longan explain glut-impossible")))
    }
    if let best = world.bestLoosePrice, best < terms.crop.costs.fullBahtPerKg {
      let (price, cost) = (
        NumberText.grouped((best * 10).rounded() / 10), NumberText.grouped(terms.crop.costs.fullBahtPerKg)
      )
      found.append(
        Diagnostic(
          costAboveFullPrice,
          Words(
            en: "loose AA pays at most \(price) THB/kg, and costs \(cost)",
            th: "รูดร่วง AA ได้ราคาไม่เกิน \(price) บาท/กก. แต่ต้นทุน \(cost)"), at: nil as Diagnostic.Label?))
    }
    return found
  }
}
