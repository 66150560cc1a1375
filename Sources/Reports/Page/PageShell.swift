import ScenarioFile

/// What every page has: a title, switches for language and era, sections, the style and the script.
struct PageShell {
  /// A question with its answers.
  struct Section {
    let id: String
    let question: Words
    let body: String

    var html: String { "<section id=\"\(id)\"><h2>\(HTML.both(question))</h2>\n\(body)</section>" }
  }

  let title: Words
  let facts: Words
  /// What is changed in it, or differs between what it compares.
  var notes: [Words] = []
  var picker = ""
  let sections: [Section]
  let footer: Words
  let language: Language

  var html: String {
    """
    <!doctype html>
    <html lang="\(language.rawValue)" data-lang="\(language.rawValue)" data-era="be">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(Markup.escaped(Markup.plain(title[language])))</title>
    <style>\(PagePart.style)/* charts */\(PagePart.chartStyle)</style>
    </head>
    <body>
    \(header)
    \(picker)
    <main>
    \(sections.map(\.html).joined(separator: "\n"))
    </main>
    <footer><p>\(HTML.both(footer))</p></footer>
    <script>\(PagePart.script)</script>
    </body>
    </html>

    """
  }

  private var header: String {
    """
    <header><div class="top"><h1>\(HTML.both(title))</h1>
    <div class="switches scripted"><button type="button" id="to-th" lang="th" aria-pressed="\(language == .thai)">ไทย</button><button type="button" id="to-en" lang="en" aria-pressed="\(language == .english)">EN</button><button type="button" id="to-be" aria-pressed="true">\(HTML.both(en: "B.E.", th: "พ.ศ."))</button><button type="button" id="to-ce" aria-pressed="false">\(HTML.both(en: "C.E.", th: "ค.ศ."))</button><button type="button" id="print">\(HTML.both(en: "Print", th: "พิมพ์"))</button></div></div>
    <p class="facts">\(HTML.both(facts))</p>\(notes.map { "\n<p class=\"facts\">\(HTML.both($0.named(most: 400)))</p>" }.joined())</header>
    """
  }
}
