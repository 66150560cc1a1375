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

  package var html: String {
    let sections = self.sections
    return """
      <!doctype html>
      <html lang="\(language.rawValue)" data-lang="\(language.rawValue)" data-era="be">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(Markup.escaped(data.title[language]))</title>
      <style>\(PagePart.style)/* charts */\(PagePart.chartStyle)</style>
      </head>
      <body>
      \(header)
      \(picker)
      <main>
      \(sections.map(\.html).joined(separator: "\n"))
      </main>
      <footer><p>\(HTML.both(en: "longan \(data.record.version) · scenario \(data.record.scenarioHash)", th: "longan \(data.record.version) · สถานการณ์ \(data.record.scenarioHash)"))</p></footer>
      <script>\(PagePart.script)</script>
      </body>
      </html>

      """
  }

  /// A question with its answers.
  struct Section {
    let id: String
    let question: Words
    let body: String

    var html: String { "<section id=\"\(id)\"><h2>\(HTML.both(question))</h2>\n\(body)</section>" }
  }

  private var header: String {
    let plan = data.plan
    let years = Figures.fixed(Double(plan.reps))
    let facts = Words(
      en:
        "Simulation, not a forecast · \(years) simulated \(plan.reps == 1 ? "year" : "years") per policy · seed \(plan.seed)",
      th: "การจำลอง ไม่ใช่การพยากรณ์ · จำลอง \(years) ปีต่อมาตรการ · seed \(plan.seed)")
    return """
      <header><div class="top"><h1>\(HTML.both(data.title))</h1>
      <div class="switches scripted"><button type="button" id="to-th" lang="th" aria-pressed="\(language == .thai)">ไทย</button><button type="button" id="to-en" lang="en" aria-pressed="\(language == .english)">EN</button><button type="button" id="to-be" aria-pressed="true">\(HTML.both(en: "B.E.", th: "พ.ศ."))</button><button type="button" id="to-ce" aria-pressed="false">\(HTML.both(en: "C.E.", th: "ค.ศ."))</button><button type="button" id="print">\(HTML.both(en: "Print", th: "พิมพ์"))</button></div></div>
      <p class="facts">\(HTML.both(facts))</p></header>
      """
  }

  /// Which policy the figures below show.
  private var picker: String {
    if data.policies.count < 2 { return "" }
    let options = data.policies.map {
      HTML.option($0.id, $0.short(40), language)
    }.joined()
    return
      "<div class=\"picker scripted\"><div><label><span>\(HTML.both(en: "Policy", th: "มาตรการ"))</span> <select id=\"pick-policy\">\(options)</select></label></div></div>"
  }

  private var sections: [Section] {
    [messages, glut, price, progress, flow, income, risk] + [comparison].compactMap { $0 }
      + [queues, assumptions, repeating]
  }
}
