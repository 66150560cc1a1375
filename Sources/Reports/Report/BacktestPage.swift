import Experiments
import ScenarioFile
import SupplyChain

/// Seasons that were seen beside seasons that are simulated, as one page.
package struct BacktestPage {
  private let backtests: [Backtest]
  private let language: Language
  private let command: String
  private let version: String

  package init(_ backtests: [Backtest], command: String, version: String, _ language: Language) {
    (self.backtests, self.command, self.version, self.language) = (backtests, command, version, language)
  }

  package var html: String {
    let seasons = backtests.enumerated().map { place, backtest in
      let chart = BacktestChart(backtest: backtest)
      return PageShell.Section(
        id: "season-\(place + 1)", question: chart.question, body: HTML.figure(chart, language: language))
    }
    return PageShell(
      title: Words(en: "Was it like this before?", th: "ย้อนดูของจริง"),
      facts: Words(
        en: "Simulation against what was observed · \(backtests.count) \(backtests.count == 1 ? "season" : "seasons")",
        th: "ผลจำลองเทียบกับข้อมูลจริง · \(backtests.count) ฤดูกาล"),
      sections: [verdict] + seasons + [repeating], footer: Words("longan \(version)"), language: language
    ).html
  }

  /// How the simulation compares with guesses that need no model, said plainly where it is worse.
  private var verdict: PageShell.Section {
    let sentences = Comparison.all(backtests).map { comparison -> Words in
      let metric = comparison.metric.title
      let (ours, theirs) = (comparison.simulated.map(Figures.plain) ?? "–", Figures.plain(comparison.guessed))
      return Words(
        en:
          "\(metric.english), \(comparison.count) \(comparison.count == 1 ? "observation" : "observations"): off by \(ours) on average; “\(comparison.guess.words.english)” is off by \(theirs)\(comparison.isWorse ? ", so the simulation is worse than the guess." : ".")",
        th:
          "\(metric.thai) \(comparison.count) ข้อ แบบจำลองคลาดเคลื่อนเฉลี่ย \(ours) การเดาแบบ “\(comparison.guess.words.thai)” คลาดเคลื่อน \(theirs)\(comparison.isWorse ? " แบบจำลองจึงแย่กว่าการเดา" : "")"
      )
    }
    let none = Words(en: "No naive guess can be made of these observations.", th: "ไม่มีการเดาอย่างง่ายให้เทียบกับข้อมูลเหล่านี้")
    return PageShell.Section(
      id: "messages", question: Words(en: "Key messages", th: "สาระสำคัญ"),
      body: "<ol class=\"messages\">" + (sentences.isEmpty ? [none] : sentences).map { HTML.element("li", $0) }.joined()
        + "</ol>")
  }

  private var repeating: PageShell.Section {
    PageShell.Section(
      id: "repeat", question: Words(en: "How to repeat this", th: "ทำซ้ำได้อย่างไร"),
      body: "<pre class=\"command\">\(HTML.escaped(command))</pre>")
  }
}
