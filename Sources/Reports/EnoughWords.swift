import Experiments
import ScenarioFile

/// How a run knew that it had years enough, and what that promises.
struct EnoughWords {
  private let plan: RunPlan
  private let enough: YearsEnough

  init?(_ results: RunResults) {
    guard let enough = results.enough else { return nil }
    (plan, self.enough) = (results.plan, enough)
  }

  private var number: String { NumberText.grouped(enough.number) }

  /// Nothing where nothing is promised.
  var words: Words? {
    let measure = enough.measure
    switch enough.verdict {
    case .enough:
      let years = NumberText.grouped(Double(plan.reps))
      return Words(
        en: "The mean of \(measure) is known to ±\(number) everywhere, after \(years) years.",
        th: "รู้ค่าเฉลี่ยของ \(measure) ในช่วง ±\(number) ทุกกรณีเมื่อครบ \(years) ปี")
    case .chosen(let column, let years):
      let (name, count) = (plan.name(column), NumberText.grouped(Double(years)))
      return Words(
        en:
          "Best in \(measure): \(name). With a chance of 95 % nothing else here is better by \(number) or more (known after \(count) years).",
        th:
          "ดีที่สุดด้าน \(measure): \(name) ด้วยโอกาสร้อยละ 95 ไม่มีทางเลือกอื่นที่นี่ดีกว่าถึง \(number) (รู้เมื่อครบ \(count) ปี)")
    case .more, .notMeasured: return nil
    }
  }

  /// The same for programs.
  var json: JSONOutput {
    var members: [(String, JSONOutput)] = [
      ("rule", .text(enough.kind == .best ? "indifference" : "until")), ("metric", .text(enough.measure)),
      (enough.kind == .best ? "indifference" : "half_width", .number(enough.number)),
      ("level", .number(0.95)),
    ]
    switch enough.verdict {
    case .enough: members += [("reached", .flag(true)), ("years", .number(Double(plan.reps)))]
    case .chosen(let column, let years):
      members += [
        ("reached", .flag(true)), ("years", .number(Double(years))), ("best", .text(plan.name(column))),
      ]
    case .more, .notMeasured: members += [("reached", .flag(false)), ("years", .number(Double(plan.reps)))]
    }
    return .object(members)
  }

  /// What `json` says of a run.
  static func read(_ value: JSONValue?, _ plan: RunPlan) -> YearsEnough? {
    guard case .object(let list)? = value else { return nil }
    let members = Dictionary(list.map { ($0.key, $0.node.value) }, uniquingKeysWith: { first, _ in first })
    guard case .string(let rule)? = members["rule"], case .string(let measure)? = members["metric"],
      case .number(let number)? = members[rule == "until" ? "half_width" : "indifference"],
      case .bool(let isReached)? = members["reached"], case .number(let years)? = members["years"]
    else { return nil }
    var verdict = isReached ? StoppingRule.Verdict.enough : .more
    if case .string(let best)? = members["best"],
      let column = plan.columns.indices.first(where: { plan.name($0) == best })
    {
      verdict = .chosen(column, years: Int(years))
    }
    return YearsEnough(rule == "until" ? .halfWidth : .best, measure: measure, number: number, verdict: verdict)
  }
}
