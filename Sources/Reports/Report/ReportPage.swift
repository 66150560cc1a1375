import Experiments
import ScenarioFile
import SupplyChain

/// A run as one page that needs nothing else: both languages, both eras, screen, paper and keyboard.
package struct ReportPage {
  let data: ReportData
  let language: Language

  package init(_ results: RunResults, _ record: RunRecord, _ language: Language) {
    data = ReportData(results, record)
    self.language = language
  }

  typealias Section = PageShell.Section

  package var html: String {
    let plan = data.plan
    let years = Figures.fixed(Double(plan.reps))
    let sample = plan.sample.map { Words(" · ") + $0.words } ?? Words("")
    let column = plan.fileCount > 1 ? Words(en: "file", th: "ไฟล์") : Words(en: "policy", th: "มาตรการ")
    return PageShell(
      title: data.title,
      facts: Words(
        en:
          "Simulation, not a forecast · \(years) simulated \(plan.reps == 1 ? "year" : "years") per \(column.english) · seed \(plan.seed)",
        th: "การจำลอง ไม่ใช่การพยากรณ์ · จำลอง \(years) ปีต่อ\(column.thai) · seed \(plan.seed)") + sample,
      notes: RunHeader(plan).sentences,
      picker: picker, sections: sections,
      footer: Words(
        en: "longan \(data.record.version) · scenario \(data.record.scenarioHash)",
        th: "longan \(data.record.version) · สถานการณ์ \(data.record.scenarioHash)"), language: language
    ).html
  }

  /// Which policy the figures below show.
  private var picker: String {
    if data.policies.count < 2 { return "" }
    let options = data.policies.map {
      HTML.option($0.id, $0.short(40), language)
    }.joined()
    return
      "<div class=\"picker scripted\"><div><label><span>\(HTML.both(data.plan.fileCount > 1 ? Words(en: "Scenario", th: "สถานการณ์") : Words(en: "Policy", th: "มาตรการ")))</span> <select id=\"pick-policy\">\(options)</select></label></div></div>"
  }

  private var sections: [Section] {
    [messages, glut, price, progress, flow, income, risk] + [comparison].compactMap { $0 }
      + [queues, assumptions, repeating]
  }
}
