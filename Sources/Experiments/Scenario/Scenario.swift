import ScenarioFile
import SupplyChain

/// A scenario file as a whole: a world, and what is asked of it.
package struct Scenario: Part {
  package static let noun = World.noun

  package let world: World
  package let shocks: [(id: String, part: Shock)]
  package let policies: [(id: String, part: Policy)]
  package let targets: [(id: String, part: Target)]
  package let run: RunSettings
  package let sweep: SweepSettings

  package init(_ form: Form) {
    world = World(form)
    (shocks, policies, targets, run, sweep) = form.apart { Scenario.asked($0) }
  }

  private typealias Asked = (
    shocks: [(id: String, part: Shock)], policies: [(id: String, part: Policy)],
    targets: [(id: String, part: Target)], run: RunSettings, sweep: SweepSettings
  )

  /// What is asked of the world.
  private static func asked(_ form: Form) -> Asked {
    let shocks: [(id: String, part: Shock)] = form.map(
      "shocks", en: "What befalls the province between two dates.", th: "เหตุการณ์ที่เกิดขึ้นระหว่างสองวันที่")
    let policies: [(id: String, part: Policy)] = form.map(
      "policies", en: "What might be done; the first is what others are compared with.",
      th: "มาตรการที่อาจทำ รายการแรกเป็นฐานเปรียบเทียบ")
    let targets: [(id: String, part: Target)] = form.map("targets", en: "What is to be reached.", th: "เป้าหมาย")
    let run: RunSettings = form.part(
      "run", en: "How many simulated years, and with which luck.", th: "จำนวนปีจำลองและเลขสุ่ม")
    let sweep: SweepSettings = form.part("sweep", en: "Which points a sweep runs.", th: "จุดที่ sweep จะรัน")
    _ = form.paths(
      "doubt", .doubts, en: "Where numbers may lie that nobody has published: a distribution, by path.",
      th: "ช่วงที่เป็นไปได้ของตัวเลขที่ไม่มีผู้เผยแพร่ เป็นการแจกแจง ตามเส้นทาง")
    _ = form.paths(
      "sources", .sources, en: "Where the numbers come from, by path.", th: "ที่มาของตัวเลข ตามเส้นทาง")
    return (shocks, policies, targets, run, sweep)
  }
}
