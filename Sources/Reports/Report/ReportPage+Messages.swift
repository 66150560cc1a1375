import Experiments
import ScenarioFile
import Statistics
import SupplyChain
import Units

/// What the numbers say, in sentences, and the table of measures and policies.
extension ReportPage {
  var messages: Section {
    let sentences = [
      priceMessage, glutMessage, wasteMessage, policyMessage, EnoughWords(data.results)?.words, doubtMessage,
    ].compactMap { $0 }
    return Section(
      id: "messages", question: Words(en: "Key messages", th: "สาระสำคัญ"),
      body: "<ol class=\"messages\">" + sentences.map { HTML.element("li", $0) }.joined() + "</ol>\n" + summaryTable)
  }

  private func row(_ policy: Int, _ metric: Metric, _ form: String = "", _ grade: String = "") -> RunSummary.Row? {
    data.summary.row(policy, metric, form: form, grade: grade)
  }

  /// After the pattern of the agricultural office: the price, beside the cost, in how many years.
  private var priceMessage: Words? {
    guard let low = row(0, .weekMin, "loose", "AA"), data.cost(0) > 0 else { return nil }
    let years = data.summary.years(0, .daysBelowCost, form: "loose", grade: "AA")
    let below = years.count { ($0 ?? 0) >= 7 }
    let (cost, price) = (Figures.fixed(data.cost(0), 2), Figures.fixed(low.mean, 1))
    let gap = (low.mean / data.cost(0) - 1) * 100
    let much = Figures.fixed(gap.magnitude)
    let isBelow = gap < 0
    return Words(
      en:
        "In \(below) of \(years.count) simulated years loose AA stays below the \(cost) THB/kg cost of growing for a week or more. Its lowest week pays \(price) THB/kg on average, \(much) per cent \(isBelow ? "below" : "above") cost.",
      th:
        "ราคา AA รูดร่วงต่ำสุดรายสัปดาห์เฉลี่ยกิโลกรัมละ \(price) บาท \(isBelow ? "ต่ำกว่า" : "สูงกว่า")ต้นทุนกิโลกรัมละ \(cost) บาท ร้อยละ \(much) และต่ำกว่าต้นทุนอย่างน้อยหนึ่งสัปดาห์ใน \(below) จาก \(years.count) ปีจำลอง"
    )
  }

  private var glutMessage: Words? {
    guard let day = row(0, .troughDay, "loose", "AA"), let ripe = row(0, .peakRipe), let taken = row(0, .peakCapacity)
    else { return nil }
    let week = Figures.week(around: data.daily.date(Int(day.p50.rounded())))
    let (tons, most) = (Figures.amount(ripe.p50), Figures.amount(taken.p50))
    return Words(
      en:
        "The worst week for prices is usually \(week.english). At the peak \(tons) t ripen each day; buyers can take \(most) t.",
      th: "สัปดาห์ที่ราคาแย่ที่สุดมักเป็น \(week.thai) ช่วงสูงสุดมีผลสุกวันละ \(tons) ตัน รับซื้อได้วันละ \(most) ตัน")
  }

  private var wasteMessage: Words? {
    guard let unsold = row(0, .unsold) else { return nil }
    let (middle, many) = (Figures.amount(unsold.p50), Figures.amount(unsold.p95))
    return Words(
      en: "\(middle) t find no buyer in the middle year; in one year of twenty it is \(many) t or more.",
      th: "ปีค่ากลางมีผลผลิตขายไม่ได้ \(middle) ตัน หนึ่งในยี่สิบปีตั้งแต่ \(many) ตันขึ้นไป")
  }

  /// Which measure helps most in bad years, and what the next best does.
  private var policyMessage: Words? {
    guard let base = row(0, .farmIncomePerRai)?.worstTenth else { return nil }
    let ranked = data.policies.indices.dropFirst().compactMap { policy -> (policy: Int, income: Double)? in
      guard let row = row(policy, .farmIncomePerRai), let worst = row.worstTenth, let change = row.change,
        row.isClear, change.mean > 0, worst > base
      else { return nil }
      return (policy, worst)
    }.sorted { ($1.income, $0.policy) < ($0.income, $1.policy) }
    guard let best = ranked.first else {
      if data.policies.count < 2 { return nil }
      return Words(
        en: "No measure clearly lifts farm income, in bad years either.",
        th: "ไม่มีมาตรการใดเพิ่มรายได้เกษตรกรอย่างชัดเจน รวมถึงในปีที่แย่")
    }
    func income(_ value: Double) -> String { Figures.fixed((value / 10).rounded() * 10) }
    func cost(_ policy: Int) -> Words {
      let millions = (row(policy, .publicCost)?.mean ?? 0) / 1e6
      if millions < 0.05 { return Words(en: "without public money", th: "โดยไม่ใช้งบรัฐ") }
      let text = Figures.plain(millions)
      return Words(en: "for \(text) M THB of public money a year", th: "ใช้งบรัฐปีละ \(text) ล้านบาท")
    }
    let name = data.policies[best.policy].short(60)
    let first = Words(
      en:
        "“\(name.english)” helps most in bad years: the income of the worst tenth goes from \(income(base)) to \(income(best.income)) THB/rai, \(cost(best.policy).english).",
      th:
        "“\(name.thai)” ช่วยปีที่แย่ได้มากที่สุด รายได้เฉลี่ยของปีแย่สุดหนึ่งในสิบเพิ่มจากไร่ละ \(income(base)) เป็น \(income(best.income)) บาท \(cost(best.policy).thai)"
    )
    guard ranked.count > 1 else { return first }
    let next = ranked[1]
    let other = data.policies[next.policy].short(60)
    return first
      + Words(
        en: " Next: “\(other.english)”, \(income(next.income)) THB/rai, \(cost(next.policy).english).",
        th: " รองลงมาคือ “\(other.thai)” ไร่ละ \(income(next.income)) บาท \(cost(next.policy).thai)")
  }

  private var doubtMessage: Words? {
    data.plan.hasDoubt
      ? Words(
        en:
          "Numbers that nobody has published were drawn anew from their ranges for every year: the bands show doubt too.",
        th: "ตัวเลขที่ไม่มีผู้เผยแพร่ถูกสุ่มจากช่วงของมันใหม่ทุกปี แถบจึงรวมความไม่แน่นอนของข้อสมมติ")
      : Words(
        en:
          "How many ovens, packers and pickers there are nobody has published: the glut hangs on these assumptions, listed below.",
        th: "ไม่มีผู้เผยแพร่จำนวนเตาอบ ล้ง และแรงงานเก็บ ผลเรื่องล้นตลาดขึ้นกับข้อสมมติเหล่านี้ ดูรายการด้านล่าง")
  }

  // MARK: The table

  private struct Entry {
    let metric: Metric
    var form = ""
    var grade = ""
    let unit: Words
    var divisor = 1.0
    var digits = 0
  }

  private static let entries = [
    Entry(metric: .weekMin, form: "loose", grade: "AA", unit: Words(en: "THB/kg", th: "บาท/กก."), digits: 1),
    Entry(metric: .daysBelowCost, form: "loose", grade: "AA", unit: Words(en: "days", th: "วัน")),
    Entry(metric: .glutDays, unit: Words(en: "days", th: "วัน")),
    Entry(metric: .unsold, unit: Words(en: "t", th: "ตัน")),
    Entry(metric: .farmIncomePerRai, unit: Words(en: "THB/rai", th: "บาท/ไร่")),
    Entry(metric: .exported, unit: Words(en: "t", th: "ตัน")),
    Entry(metric: .publicCost, unit: Words(en: "M THB", th: "ล้านบาท"), divisor: 1e6, digits: 1),
  ]

  private func verdict(_ row: RunSummary.Row) -> String {
    guard row.policy > 0, let better = Metric.all.first(where: { $0.id == row.measure.metric })?.better,
      better != .neither,
      let change = row.change
    else { return "" }
    if !row.isClear {
      return "<span class=\"verdict\">\(HTML.both(en: "no clear change", th: "ไม่ต่างชัดเจน"))</span>"
    }
    let isBetter = (change.mean > 0) == (better == .more)
    let words = isBetter ? Words(en: "better", th: "ดีขึ้น") : Words(en: "worse", th: "แย่ลง")
    return
      "<span class=\"verdict \(isBetter ? "better" : "worse")\">\(change.mean > 0 ? "▲" : "▼") \(HTML.both(words))</span>"
  }

  private var comparisonNote: Words {
    let first = data.policies[0].short(40)
    let family = data.policies.count - 1
    let together =
      family > 1
      ? Words(
        en: ", widened for \(family) comparisons at once (Holm),", th: " ซึ่งขยายสำหรับการเทียบ \(family) คู่พร้อมกัน (Holm) ")
      : Words("")
    return Words(
      en:
        "Better and worse are beside “\(first.english)”, on the same simulated years, where the 95 % interval of the difference\(together.english) leaves out zero.",
      th:
        "ดีขึ้นและแย่ลงเทียบกับ “\(first.thai)” ในปีจำลองเดียวกัน เมื่อช่วงความเชื่อมั่นร้อยละ 95 ของผลต่าง\(together.thai)ไม่คร่อมศูนย์"
    )
  }

  private var summaryTable: String {
    var html =
      "<div class=\"scroll\"><table class=\"summary\"><caption>\(HTML.both(en: "The middle year, and nine years in ten", th: "ปีค่ากลาง และช่วง 9 ใน 10 ปี"))</caption><thead><tr><th scope=col>\(HTML.both(en: "Measure", th: "ตัวชี้วัด"))</th>"
    for policy in data.policies {
      html +=
        data.policies.count > 1
        ? "<th scope=col><button type=\"button\" class=\"scripted\" data-pick=\"\(Markup.escaped(policy.id))\">\(HTML.both(policy.short(40)))</button><span class=\"unscripted\">\(HTML.both(policy.short(40)))</span></th>"
        : "<th scope=col>\(HTML.both(policy.short(40)))</th>"
    }
    html += "</tr></thead><tbody>"
    for entry in ReportPage.entries {
      html += "<tr><th scope=row>\(HTML.both(entry.metric.words + Words(", ") + entry.unit))</th>"
      for policy in data.policies.indices {
        guard let row = row(policy, entry.metric, entry.form, entry.grade) else {
          html += "<td>–</td>"
          continue
        }
        func text(_ value: Double) -> String { Figures.fixed(value / entry.divisor, entry.digits) }
        html +=
          "<td>\(text(row.p50))<span class=\"range\">\(text(row.p05)) – \(text(row.p95))</span>\(verdict(row))</td>"
      }
      html += "</tr>"
    }
    for (id, title) in data.plan.targets {
      let title = title.named(most: 60)
      html +=
        "<tr><th scope=row>\(HTML.both(Words(en: "Target: ", th: "เป้าหมาย: ") + title))</th>"
      for policy in data.policies.indices {
        guard let target = data.plan.target(id, of: policy),
          let met = data.summary.yearsMeeting(target, policy: policy)
        else {
          html += "<td>–</td>"
          continue
        }
        let wanted = target.yearsWanted(of: data.plan.reps)
        let isMet = met >= wanted
        let words = Words(en: "\(met) years, \(wanted) wanted", th: "\(met) ปี ต้องการ \(wanted)")
        html +=
          "<td><span class=\"\(isMet ? "better" : "worse")\">\(isMet ? "✓" : "✗") \(isMet ? HTML.both(en: "met", th: "ถึง") : HTML.both(en: "missed", th: "ไม่ถึง"))</span><span class=\"range\">\(HTML.both(words))</span></td>"
      }
      html += "</tr>"
    }
    html += "</tbody></table></div>"
    if data.policies.count > 1 {
      html +=
        "<p class=\"note\">\(HTML.both(comparisonNote))</p>"
    }
    return html
  }
}
