import Experiments
import ScenarioFile
import SupplyChain
import Units

/// The questions of a run, each with its figures.
extension ReportPage {
  /// One of each policy; a page shows the one that is picked.
  ///
  /// Where there are many policies, what is of less weight is shown of the first alone, so that the page stays small.
  private func each(isMinor: Bool = false, _ figure: (Int) -> String) -> String {
    if isMinor, data.policies.count > 4 {
      let words = Words(
        en: "Of the first policy; the others: longan report DIR --chart NAME.POLICY -o FILE.svg",
        th: "ของมาตรการแรก มาตรการอื่นใช้ longan report DIR --chart NAME.POLICY -o FILE.svg")
      return "<p class=\"note\">\(HTML.both(words))</p>" + figure(0)
    }
    return data.policies.indices.map { variant($0, nil, figure($0)) }.joined()
  }

  private func variant(_ policy: Int, _ kind: PriceChart.Kind?, _ figure: String) -> String {
    let name = data.policies[policy]
    let words = data.policies.count > 1 ? name.words + (kind.map { Words(", ") + $0.words } ?? Words("")) : kind?.words
    let heading = words.map { "<p class=\"which\">\(HTML.both($0))</p>" } ?? ""
    return
      "<div class=\"variant\" data-policy=\"\(Markup.escaped(name.id))\"\(kind.map { " data-grade=\"\($0.id)\"" } ?? "")>\(heading)\(figure)</div>"
  }

  private func figure(_ chart: some Chart, days: [Int]? = nil, extra: String = "") -> String {
    HTML.figure(chart, language: language, days: days, extra: extra)
  }

  var glut: Section {
    Section(
      id: "glut", question: GlutChart(data, policy: 0).question,
      body: each { figure(GlutChart(data, policy: $0), days: data.tableDays) + months(policy: $0) })
  }

  /// What ripens in each month, as offices print it: tons, per cent, and by district.
  private func months(policy: Int) -> String {
    let districts = data.world(policy).districts.prefix(12)
    let whole = data.days(policy, "ripe_t")
    let parts = districts.map { data.days(policy, "ripe_t", district: $0.id) }
    var months: [(day: Int, sums: [Double])] = []
    for day in whole.indices {
      if day == 0 || data.daily.date(day).day == 1 { months.append((day, Array(repeating: 0, count: parts.count + 1))) }
      for (place, days) in ([whole] + parts).enumerated() where days[day].isFinite {
        months[months.count - 1].sums[place] += days[day]
      }
    }
    let total = max(months.reduce(0) { $0 + $1.sums[0] }, 1e-9)
    let table = ChartTable(
      caption: Words(en: "Ripe fruit by month, tons, the middle of the years", th: "ผลผลิตรายเดือน ตัน ค่ากลางของทุกปี"),
      columns: [
        .init(id: "month", words: Words(en: "Month", th: "เดือน"), isText: true),
        .init(id: "ripe_t", words: Words(en: "All", th: "รวม")), .init(id: "percent", words: Words("%")),
      ]
        + districts.map { id, district in
          let title = district.title.named(most: 20)
          return .init(id: id, words: title.english.isEmpty ? Words(id) : title)
        },
      rows: months.map { month in
        let date = data.daily.date(month.day)
        return [
          .text(Figures.month(date) + Words(" " + Markup.year(date.year)), id: date.isoText),
          ChartTable.number(month.sums[0]), ChartTable.number(month.sums[0] / total * 100, 1),
        ] + month.sums.dropFirst().map { ChartTable.number($0) }
      })
    return
      "<details class=\"data\"><summary>\(HTML.both(en: "By month and district", th: "รายเดือนและรายอำเภอ"))</summary><div class=\"scroll\">\(HTML.table(table))</div></details>"
  }

  var price: Section {
    let kinds = PriceChart.Kind.all
    let options = kinds.map { HTML.option($0.id, $0.words, language) }.joined()
    let pick =
      "<p class=\"pick scripted\"><label><span>\(HTML.both(en: "Form and grade", th: "รูปแบบและเกรด"))</span> <select id=\"pick-grade\">\(options)</select></label></p>"
    let figures = data.policies.indices.map { policy in
      kinds.prefix(policy == 0 || data.policies.count <= 4 ? kinds.count : 1).map { kind in
        let chart = PriceChart(data, policy: policy, kind: kind)
        let steps = chart.hasYears ? yearSteps : ""
        return variant(policy, kind, figure(chart, days: data.tableDays, extra: steps))
      }.joined()
    }
    return Section(
      id: "price", question: PriceChart(data, policy: 0, kind: kinds[0]).question, body: pick + figures.joined())
  }

  /// Buttons that step through single years.
  private var yearSteps: String {
    let count = min(DailyBands.singleYears, data.daily.years)
    func button(_ step: Int, _ sign: String, _ words: Words) -> String {
      "<button type=\"button\" data-step=\"\(step)\" data-count=\"\(count)\" aria-label=\"\(words[language])\" data-label-en=\"\(words.english)\" data-label-th=\"\(words.thai)\">\(sign)</button>"
    }
    return "<p class=\"steps scripted\"><span>\(HTML.both(en: "One simulated year", th: "ปีจำลองทีละปี"))</span>"
      + button(-1, "◀", Words(en: "the year before", th: "ปีก่อนหน้า"))
      + "<span class=\"year\" aria-live=\"polite\">–</span>"
      + button(1, "▶", Words(en: "the next year", th: "ปีถัดไป")) + "</p>"
  }

  var progress: Section {
    Section(
      id: "progress", question: ProgressChart(data, policy: 0).question,
      body: each(isMinor: true) { policy in
        let chart = ProgressChart(data, policy: policy)
        return figure(chart, days: chart.tableDays)
      })
  }

  var flow: Section {
    Section(
      id: "flow", question: FlowChart(data, policy: 0).question, body: each { figure(FlowChart(data, policy: $0)) })
  }

  var income: Section {
    Section(
      id: "income", question: IncomeChart(data, policy: 0).question,
      body: each(isMinor: true) { policy in
        let lorenz = LorenzChart(data, policy: policy)
        return figure(IncomeChart(data, policy: policy)) + "<h3>\(HTML.both(lorenz.question))</h3>" + figure(lorenz)
      })
  }

  var risk: Section {
    Section(
      id: "risk", question: Words(en: "How bad can it get?", th: "แย่ที่สุดแค่ไหน"),
      body: each(isMinor: true) { policy in
        RiskChart.kinds(data, policy: policy).map { kind in
          let chart = RiskChart(data, policy: policy, kind: kind)
          return "<h3>\(HTML.both(chart.question))</h3>" + figure(chart)
        }.joined()
      })
  }

  /// Only where there is something to compare.
  var comparison: Section? {
    if data.policies.count < 2 { return nil }
    let panels = PanelsChart(data: data)
    let differences = DifferenceChart.Kind.all.map { DifferenceChart(data: data, kind: $0) }
    let tradeoff = TradeoffChart(data)
    func part(_ chart: some Chart) -> String { "<h3>\(HTML.both(chart.question))</h3>" + figure(chart) }
    return Section(
      id: "policies", question: Words(en: "Which measure is worth it?", th: "มาตรการใดคุ้ม"),
      body: part(panels) + differences.map { part($0) }.joined() + part(tradeoff))
  }

  var queues: Section {
    Section(
      id: "queues", question: QueueChart(data, policy: 0).question,
      body: each(isMinor: true) { policy in
        let map = DistrictChart(data, policy: policy)
        return figure(QueueChart(data, policy: policy)) + "<h3>\(HTML.both(map.question))</h3>" + figure(map)
      })
  }
}
