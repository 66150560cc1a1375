import Experiments
import Foundation
import ScenarioFile

/// What a sweep would take, told before it runs.
struct SweepForecast {
  private let plan: SweepPlan
  private let jobs: Int

  init(_ plan: SweepPlan, jobs: Int) {
    self.plan = plan
    self.jobs = jobs
  }

  func lines(_ language: Language) -> [String] {
    func grouped(_ number: Int) -> String { NumberText.grouped(Double(number)) }
    let (points, runs) = (grouped(plan.pointCount), grouped(plan.runs))
    var english = "\(plan.axes.count) axes, \(plan.designName), \(points) points × \(grouped(plan.replications)) years"
    var thai = "\(plan.axes.count) แกน \(plan.designName) \(points) จุด × \(grouped(plan.replications)) ปี"
    if plan.policyCount > 1 {
      english += " × \(plan.policyCount) policies"
      thai += " × \(plan.policyCount) มาตรการ"
    }
    var lines = [Words(en: english + " = \(runs) simulated years", th: thai + " = \(runs) ปีจำลอง")[language]]
    let width = plan.axes.map { $0.path.description.count }.max() ?? 0
    for axis in plan.axes {
      let name = DisplayWidth.pad(axis.path.description, to: width)
      let today = Words(en: "today ", th: "ปัจจุบัน ")[language] + plan.standing(axis).line()
      lines.append("  \(name)  \(SweepForecast.span(axis)[language])  \(today)")
    }
    let start = DispatchTime.now().uptimeNanoseconds
    plan.runOnce()
    let seconds = Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
    let all = DurationText.words(seconds * Double(plan.runs) / Double(jobs))
    let disk = max(1, plan.bytes(ofRuns: plan.runs) / 1_000_000)
    lines.append(
      Words(
        en: "about \(all.english) on \(jobs) workers, \(grouped(disk)) MB        (timed on one year of the scenario)",
        th: "ประมาณ \(all.thai) ด้วย \(jobs) ตัวทำงาน \(grouped(disk)) MB        (จับเวลาจากหนึ่งปี)")[language])
    return lines
  }

  private static func span(_ axis: Axis) -> Words {
    switch axis.levels {
    case .listed(let nodes): Words(nodes.prefix(8).map(\.json).joined(separator: "  ") + (nodes.count > 8 ? "  …" : ""))
    case .range(let from, let to, let step):
      Words(
        en: "\(JSONText.number(from)) to \(JSONText.number(to))",
        th: "\(JSONText.number(from)) ถึง \(JSONText.number(to))")
        + (step.map { Words(en: " by \(JSONText.number($0))", th: " ทีละ \(JSONText.number($0))") } ?? Words(""))
    }
  }
}
