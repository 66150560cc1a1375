import ScenarioFile
import Units

/// Pieces of the page.
enum HTML {
  static func escaped(_ text: String) -> String { Markup.escaped(text, element: "span") }

  /// Words in both languages, one of them hidden.
  static func both(_ words: Words) -> String {
    if words.isSame { return escaped(words.english) }
    return "<span lang=en>\(escaped(words.english))</span><span lang=th>\(escaped(words.thai))</span>"
  }

  static func both(en: String, th: String) -> String { both(Words(en: en, th: th)) }

  static func element(_ name: String, _ words: Words, _ attributes: String = "") -> String {
    "<\(name)\(attributes.isEmpty ? "" : " " + attributes)>\(both(words))</\(name)>"
  }

  /// A choice, whose words a script changes with the language.
  static func option(_ id: String, _ words: Words, _ language: Language) -> String {
    func plain(_ language: Language) -> String { Markup.escaped(Markup.plain(words[language])) }
    return
      "<option value=\"\(Markup.escaped(id))\" data-en=\"\(plain(.english))\" data-th=\"\(plain(.thai))\">\(plain(language))</option>"
  }

  /// A table with names over its columns; the first cell of a row names it.
  ///
  /// Ends of rows and cells are left out, as HTML allows: tables are most of a page.
  static func table(_ table: ChartTable, days: [Int]? = nil) -> String {
    var html = "<table><caption>\(both(table.caption + year(of: table)))</caption><thead><tr>"
    for column in table.columns {
      html += "<th scope=col\(column.isText ? " class=t" : "")>\(both(column.words))"
    }
    html += "</thead><tbody>\n"
    let isOneYear = !year(of: table).english.isEmpty
    for (number, row) in table.rows.enumerated() {
      html += days.map { "<tr data-day=\($0[number])>" } ?? "<tr>"
      for (place, cell) in row.enumerated() {
        html += place == 0 ? "<th scope=row>" : table.columns[place].isText ? "<td class=t>" : "<td>"
        html += inner(cell, isOneYear: isOneYear && place == 0)
      }
      html += "\n"
    }
    return html + "</tbody></table>"
  }

  /// The year of a table that begins with days, where it is one.
  private static func year(of table: ChartTable) -> Words {
    guard case .date(let first)? = table.rows.first?.first, case .date(let last)? = table.rows.last?.first,
      first.year == last.year
    else { return Words("") }
    return Words(", " + Markup.year(first.year))
  }

  private static func inner(_ cell: ChartTable.Cell, isOneYear: Bool) -> String {
    guard case .date(let date) = cell else { return both(cell.words) }
    let day = "\(date.day) \(both(Figures.month(date)))"
    return isOneYear ? day : day + " " + escaped(Markup.year(date.year))
  }

  /// A chart twice, for a wide page and for a telephone, with what it says, how to read it, and its table.
  static func figure(_ chart: some Chart, language: Language, days: [Int]? = nil, extra: String = "") -> String {
    let id = chart.name.map { $0.isLetter || $0.isNumber || $0 == "-" ? String($0) : "_" }.joined()
    let wide = ChartFile.embedded(chart, width: 720, language: language, id: id + "_w")
    let narrow = ChartFile.embedded(chart, width: 328, language: language, id: id + "_n")
    let file = Markup.escaped(chart.name)
    return """
      <figure class="chart" data-file="\(file)"><figcaption><p class="says">\(both(chart.sentence))</p><p class="reading">\(both(chart.reading))</p></figcaption>
      \(extra)<div class="stage"\(days == nil ? "" : " tabindex=\"0\" role=\"group\" aria-label=\"\(Markup.escaped(chart.question[language]))\" data-label-en=\"\(Markup.escaped(chart.question.english))\" data-label-th=\"\(Markup.escaped(chart.question.thai))\"")><div class="wide">\(wide)</div><div class="narrow">\(narrow)</div></div>
      \(days == nil ? "" : "<p class=\"tip\" aria-live=\"polite\"></p>")
      <div class="below"><details class="data"><summary>\(both(en: "Table", th: "ตาราง"))</summary><div class="scroll">\(table(chart.table, days: days))</div></details>
      <p class="tools scripted"><button type="button" data-save="svg">\(both(en: "Save picture", th: "บันทึกภาพ"))</button><button type="button" data-save="csv">\(both(en: "Save table", th: "บันทึกตาราง"))</button></p></div></figure>

      """
  }
}
