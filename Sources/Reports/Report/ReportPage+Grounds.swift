import Experiments
import ScenarioFile
import SupplyChain

/// What went in, with its sources; how to repeat it; what the words mean; what the model leaves out.
extension ReportPage {
  var assumptions: Section {
    guard let table = CSVTable(Array(data.record.files[0].settings.utf8)), let path = table.column("path"),
      let value = table.column("value"), let unit = table.column("unit"), let origin = table.column("origin"),
      let file = table.column("file"), let line = table.column("line"), let over = table.column("over")
    else { return Section(id: "assumptions", question: Words(""), body: "") }
    let root = data.plan.reading.format.shape
    let sources = ReportPage.sources(data)
    var rows = ""
    var unsourced = 0
    for row in table.rows {
      let keys = row[path].split(separator: ".")
      // What something is called, and where numbers come from, are no assumptions.
      if keys.first == "sources" || keys.last == "title" || ["id", "longan", "$schema"].contains(row[path]) {
        continue
      }
      let setting = root.setting(SettingPath(row[path], in: root))
      let isDefault = row[origin] == "default"
      let mark = isDefault ? setting?.grounds.mark ?? "" : ""
      if mark == "U" { unsourced += 1 }
      let place =
        isDefault
        ? ""
        : HTML.escaped(row[origin] == "flag" ? "--set" : Markup.name(row[file], most: 60) + ":" + row[line])
      // One source may be that of several numbers, which are an object.
      let around = row[path].split(separator: ".").dropLast().joined(separator: ".")
      var source = (sources[row[path]] ?? sources[around]).map { HTML.escaped(Markup.name($0, most: 160)) } ?? ""
      if source.isEmpty, isDefault, let words = setting?.grounds.source { source = HTML.escaped(words) + " (\(mark))" }
      if isDefault, let doubt = setting?.grounds.doubt {
        let range = "\(JSONText.number(doubt.lowerBound)) – \(JSONText.number(doubt.upperBound))"
        source = "U: \(range)"
      }
      let words = setting.map { HTML.both(SettingUnit(key: $0.key).words) } ?? HTML.escaped(row[unit])
      let was =
        row[over].isEmpty
        ? "" : "<span class=\"range\">\(HTML.both(en: "was \(row[over])", th: "เดิม \(row[over])"))</span>"
      rows +=
        "<tr><th scope=row><code>\(HTML.escaped(Markup.name(row[path], most: 120)))</code><td>\(HTML.escaped(Markup.name(row[value], most: 80)))\(was)<td class=t>\(words)<td class=t>\(place)<td class=t>\(source)\n"
    }
    let note = Words(
      en:
        "Marks: A official, B press or trade, C research, D derived from others, U nobody has published it, with the range in which it may lie. \(unsourced) values of this run are U: --doubt draws them from their ranges. Values that come from no file and no flag are the program's own.",
      th:
        "เครื่องหมาย: A ทางการ B ข่าวหรือวงการค้า C งานวิจัย D คำนวณจากตัวเลขอื่น U ไม่มีผู้เผยแพร่ การจำลองนี้มีค่า U อยู่ \(unsourced) ค่า ใช้ --doubt เพื่อสุ่มจากช่วงของมัน"
    )
    let heads = [
      Words(en: "Setting", th: "ค่าตั้ง"), Words(en: "Value", th: "ค่า"), Words(en: "Unit", th: "หน่วย"),
      Words(en: "From", th: "จาก"), Words(en: "Source", th: "ที่มา"),
    ]
    let head = heads.enumerated().map {
      "<th scope=col\($0.offset == 1 ? "" : " class=t")>\(HTML.both($0.element))"
    }.joined()
    return Section(
      id: "assumptions", question: Words(en: "What went in, and from where?", th: "ใช้ข้อสมมติใด มาจากไหน"),
      body:
        "<p>\(HTML.both(note))</p>\(differences)\n<details class=\"data long\"><summary>\(HTML.both(en: "All values", th: "ค่าทั้งหมด"))</summary><div class=\"scroll\"><table><caption>\(HTML.both(en: "Every setting of the first policy's world, before policies and shocks", th: "ค่าตั้งทั้งหมดก่อนใช้มาตรการและเหตุการณ์"))</caption><thead><tr>\(head)</thead><tbody>\(rows)</tbody></table></div></details>"
    )
  }

  /// All in which files differ.
  private var differences: String {
    (1..<max(1, data.plan.fileCount)).map { file in
      let (id, first) = (data.plan.id(of: file), data.plan.id(of: 0))
      let rows = data.plan.differences(ofFile: file).map { change in
        func cell(_ text: String?) -> String { HTML.escaped(Markup.name(text ?? "–", most: 80)) }
        return
          "<tr><th scope=row><code>\(HTML.escaped(Markup.name(change.path, most: 120)))</code><td>\(cell(change.before))<td>\(cell(change.after))\n"
      }.joined()
      let caption = Words(en: "What \(id) has otherwise than \(first)", th: "สิ่งที่ \(id) ต่างจาก \(first)")
      let setting = HTML.both(en: "Setting", th: "ค่าตั้ง")
      return
        "<div class=\"scroll\"><table><caption>\(HTML.both(caption))</caption><thead><tr><th scope=col>\(setting)<th scope=col>\(first)<th scope=col>\(id)</thead><tbody>\(rows)</tbody></table></div>"
    }.joined()
  }

  /// What the file says of where its numbers come from, by path.
  private static func sources(_ data: ReportData) -> [String: String] {
    var found: [String: String] = [:]
    for member in data.plan.reading.tree.root.object("sources")?.members ?? [] {
      if case .leaf(let leaf) = member.node, case .string(let text) = leaf.node.value { found[member.key] = text }
    }
    return found
  }

  var repeating: Section {
    let glossary: [(Words, Words)] = [
      (
        Words(en: "simulated year", th: "ปีจำลอง"),
        Words(
          en: "one year of weather, yields and chance that might happen; every policy is tried on the same ones",
          th: "ปีหนึ่งที่อาจเกิดขึ้นได้ ทั้งอากาศ ผลผลิต และโอกาส ทุกมาตรการทดลองในปีเดียวกัน")
      ),
      (
        Words(en: "middle year", th: "ปีค่ากลาง"),
        Words(en: "half of the years are lower, half higher", th: "ครึ่งหนึ่งของปีต่ำกว่า อีกครึ่งสูงกว่า")
      ),
      (
        Words(en: "nine years in ten", th: "9 ใน 10 ปี"),
        Words(en: "from the 5th to the 95th of a hundred", th: "ตั้งแต่ลำดับที่ 5 ถึง 95 ของร้อยปี")
      ),
      (
        Words(en: "worst tenth", th: "ปีแย่สุดหนึ่งในสิบ"),
        Words(en: "the mean of the worst ten of a hundred years (CVaR)", th: "ค่าเฉลี่ยของสิบปีที่แย่ที่สุดในร้อยปี (CVaR)")
      ),
      (
        Words(en: "loose, bunch, basket", th: "รูดร่วง สดช่อ ตะกร้าขาว"),
        Words(
          en: "stripped fruit, mostly for drying; fruit tied in bunches; the best fruit, in baskets for export",
          th: "ผลรูดจากช่อ ส่วนใหญ่เข้าเตาอบ ผลมัดเป็นช่อ และผลคัดดีที่สุดใส่ตะกร้าส่งออก")
      ),
      (
        Words(en: "rai", th: "ไร่"),
        Words(en: "1,600 m²; 6.25 rai are a hectare", th: "1,600 ตารางเมตร 6.25 ไร่เป็นหนึ่งเฮกตาร์")
      ),
    ]
    let missing = [
      Words(
        en: "It is a simulation of what may happen, not a forecast of what will.",
        th: "เป็นการจำลองสิ่งที่อาจเกิดขึ้น ไม่ใช่การพยากรณ์"),
      Words(
        en:
          "Nobody has published how fruit is spread over districts, how long trucks wait at the border or what each channel loses: these parts could not be checked.",
        th: "ไม่มีผู้เผยแพร่การกระจายผลผลิตรายอำเภอ เวลารอที่ด่าน หรือความสูญเสียรายช่องทาง จึงตรวจสอบส่วนนี้ไม่ได้"),
      Words(
        en:
          "A gain of farm income from more capacity is partly taken from buyers; what pickers save may lower the price.",
        th: "รายได้เกษตรกรที่เพิ่มจากกำลังรับซื้อส่วนหนึ่งมาจากผู้รับซื้อ การเก็บได้มากขึ้นอาจทำให้ราคาลดลง"),
      Words(
        en:
          "Left out: speculation with fresh fruit, quarrels over contracts, other crops of the same farms, and policy that answers to prices within the season.",
        th: "ไม่ได้รวม: การเก็งกำไรผลสด ข้อพิพาทสัญญา พืชอื่นของสวนเดียวกัน และมาตรการที่ปรับตามราคาระหว่างฤดู"),
    ]
    let facts = [
      (Words(en: "Version", th: "รุ่น"), "longan \(data.record.version)"), (Words("Seed"), String(data.plan.seed)),
      (Words(en: "Years per policy", th: "ปีต่อมาตรการ"), Figures.fixed(Double(data.plan.reps))),
      (Words(en: "Years told day by day", th: "ปีที่แสดงรายวัน"), Figures.fixed(Double(data.daily.years))),
      (
        Words(en: "Scenario", th: "สถานการณ์"),
        data.record.files.map { Markup.name($0.name, most: 80) }.joined(separator: ", ")
      ),
      (Words(en: "Fingerprint of the scenario", th: "รหัสสถานการณ์"), data.record.scenarioHash),
    ]
    let list = facts.map { "<dt>\(HTML.both($0.0))</dt><dd>\(HTML.escaped($0.1))</dd>" }.joined()
    return Section(
      id: "repeat", question: Words(en: "How to repeat this", th: "ทำซ้ำได้อย่างไร"),
      body:
        "<p>\(HTML.both(en: "The same command gives the same numbers, on every machine and with any number of threads.", th: "คำสั่งเดียวกันได้ตัวเลขเดียวกัน ทุกเครื่อง ไม่ว่าใช้กี่เธรด"))</p>\n<pre class=\"command\">\(HTML.escaped(data.record.command))</pre><p class=\"tools scripted\"><button type=\"button\" data-copy>\(HTML.both(en: "Copy", th: "คัดลอก"))</button></p>\n<dl>\(list)</dl>\n<h3>\(HTML.both(en: "Words", th: "คำที่ใช้"))</h3><dl>"
        + glossary.map { "<dt>\(HTML.both($0.0))</dt><dd>\(HTML.both($0.1))</dd>" }.joined()
        + "</dl>\n<h3>\(HTML.both(en: "What the model leaves out", th: "สิ่งที่แบบจำลองไม่ได้รวม"))</h3><ul>"
        + missing.map { HTML.element("li", $0) }.joined() + "</ul>")
  }
}
