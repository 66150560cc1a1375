import Experiments
import ScenarioFile
import SupplyChain

/// `--until` and `--indifference`: more years, until they are enough.
struct StoppingArguments {
  private let until: String?
  private let indifference: String?

  init(_ arguments: Arguments) {
    until = arguments.value(
      "--until", "METRIC=WIDTH", en: "more years until known to ±WIDTH; -n at most, else 1000",
      th: "เพิ่มปีจนรู้ค่าในช่วง ±WIDTH ไม่เกิน -n หรือ 1000 ปี")
    indifference = arguments.value(
      "--indifference", "METRIC=VALUE", en: "more years until the best is known, give or take VALUE",
      th: "เพิ่มปีจนรู้ทางเลือกที่ดีที่สุด หรือด้อยกว่าไม่ถึง VALUE")
  }

  /// The flags with what was given for each.
  var given: [(flag: String, value: String?)] { [("--until", until), ("--indifference", indifference)] }

  /// The rule in a world, for so many alternatives; nothing where the number of years is given.
  func rule(in world: World, alternatives: Int) throws(CommandFault) -> StoppingRule? {
    guard let text = until ?? indifference else { return nil }
    let flag = until == nil ? "--indifference" : "--until"
    func refuse(_ message: Words, _ help: Words?) -> CommandFault { .usage(UsageFault(message: message, help: help)) }
    let cannot = Words(en: "`\(flag)` cannot be `\(text)`", th: "`\(flag)` เป็น `\(text)` ไม่ได้")
    let parts = text.split(separator: "=", maxSplits: 1)
    guard until == nil || indifference == nil, parts.count == 2, let number = Double(parts[1]), number > 0,
      number.isFinite
    else {
      throw refuse(
        cannot,
        Words(
          en: "a measure and a number above 0, such as unsold_t=50; and only one of the two flags",
          th: "ตัวชี้วัดและตัวเลขมากกว่า 0 เช่น unsold_t=50 และใช้ได้เพียงตัวเลือกเดียว"))
    }
    if until == nil, alternatives < 2 {
      throw refuse(
        Words(en: "`--indifference` chooses among several", th: "`--indifference` ใช้เลือกจากหลายทางเลือก"),
        Words(
          en: "here is one alone; --until says how precisely it is to be known",
          th: "ที่นี่มีทางเลือกเดียว ใช้ --until บอกความละเอียด"))
    }
    do throws(StoppingRule.Fault) {
      return try StoppingRule(
        until == nil ? .best : .halfWidth, measure: String(parts[0]), number: number, in: world)
    } catch {
      let name = String(parts[0])
      switch error {
      case .unknown(let known):
        throw refuse(
          Words(en: "there is no measure `\(name)`", th: "ไม่มีตัวชี้วัด `\(name)`"),
          Suggestion.question(name, in: known + Metric.all.map(\.id).filter { !known.contains($0) })
            ?? Words(en: "`longan explain` tells of measures, such as unsold_t", th: "ดู `longan explain` เช่น unsold_t"))
      case .parts(let known):
        let most = known.prefix(6).joined(separator: ", ") + (known.count > 6 ? ", …" : "")
        throw refuse(
          Words(en: "`\(name)` is taken in parts", th: "`\(name)` แยกเป็นส่วน"),
          Words(en: "one of ", th: "เลือกจาก ") + Words(most))
      case .noBetter:
        throw refuse(
          Words(en: "neither more nor less of `\(name)` is better", th: "`\(name)` ไม่มีทางใดดีกว่า"),
          Words("farm_income_thb_per_rai, unsold_t, …"))
      }
    }
  }

  /// What is said of a rule that has not been met: nothing where it has.
  static func shortfall(_ verdict: StoppingRule.Verdict, _ rule: StoppingRule, years: Int) -> Words? {
    let years = NumberText.grouped(Double(years))
    switch verdict {
    case .more:
      return Words(
        en: "note: \(years) years are not enough for \(rule.measure); a higher -n allows more",
        th: "หมายเหตุ: \(years) ปียังไม่พอสำหรับ \(rule.measure) เพิ่ม -n เพื่อให้รันได้มากขึ้น")
    case .notMeasured:
      return Words(
        en: "note: `\(rule.measure)` is not measured in every year",
        th: "หมายเหตุ: ไม่มี `\(rule.measure)` ครบทุกปี")
    default: return nil
    }
  }
}
