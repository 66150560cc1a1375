import Foundation
import Testing

/// Worlds whose reports must look right: the usual ones, and those at the end of what can be.
enum ReportWorld: String, CaseIterable, Sendable {
  case small, policies, twelve, nothing, dear, hostile

  var text: String {
    switch self {
    case .small: #"{ "extends": "lib:small" }"#
    case .policies:
      #"""
      { "extends": "lib:small", "title": { "en": "Four measures", "th": "สี่มาตรการ" },
        "shocks": {
          "border-stop": { "title": { "en": "China stops 56 packers", "th": "จีนระงับ 56 ล้ง" }, "from": "2564-08-13", "to": "2564-08-17",
            "scale": { "markets.china-fresh.admitted_packer_share": 0.25 } },
          "pickers": { "title": { "en": "Pickers cannot travel", "th": "แรงงานเดินทางไม่ได้" }, "from": "2564-07-01", "to": "2564-09-15",
            "chance_share": 0.6, "scale": { "labour.pickers": 0.8 } } },
        "policies": {
          "as-planned": { "title": { "en": "No new measure", "th": "ไม่มีมาตรการใหม่" } },
          "fifty-fifty": { "title": { "en": "Half of the crop off season", "th": "ในฤดูและนอกฤดูครึ่งต่อครึ่ง" }, "set": { "supply.offseason_share": 0.5 } },
          "haul": { "title": { "en": "3 baht/kg for 4,000 t taken elsewhere", "th": "ช่วยค่าขนส่ง 3 บาท/กก. 4,000 ตัน" }, "from": "2564-07-01",
            "measures": { "haulage-aid": { "thb_per_kg": 3, "cap_t": 4000 } } },
          "ovens": { "title": { "en": "30 more ovens", "th": "เพิ่มเตาอบ 30 เตา" }, "measures": { "new-ovens": { "count": 30, "from": "2564-07-01" } } } },
        "targets": { "floor": { "metric": "week_min_price_thb_per_kg", "form": "loose", "grade": "AA", "at_least": 12, "in_share_of_years": 0.8 } } }
      """#
    case .twelve:
      #"{ "extends": "lib:small", "policies": { "base": {}, "#
        + (1...11).map {
          #""measure-\#($0)": { "title": { "en": "A measure with a rather long name, number \#($0)", "th": "มาตรการที่มีชื่อค่อนข้างยาว หมายเลข \#($0)" }, "set": { "labour.pickers": \#(1_500 + 60 * $0) } }"#
        }.joined(separator: ", ") + " } }"
    case .nothing:
      #"{ "extends": "lib:small", "facilities": { "stations": { "sites": 0 } } }"#
    case .dear:
      #"{ "extends": "lib:small", "markets": { "dried-export": { "price_thb_per_kg": { "AA": 1900, "A": 1500, "B": 900, "C": 400 } } } }"#
    case .hostile:
      #"{ "extends": "lib:small", "title": { "en": "<script>w=1;alert(1)</script> \"q\" & 'a' \u202e\u200f evil 🍈 \#(String(repeating: "very long ", count: 500))", "th": "</title><img src=x onerror=alert(1)> 🍈 ]]>" }, "policies": { "a": {}, "b": { "title": { "en": "</text></svg><script>alert(2)</script>", "th": "\u202eกลับ & <b>หนา</b>" }, "set": { "labour.pickers": 900 } } }, "shocks": { "s": { "title": "\"><script>alert(3)</script>", "from": "2564-07-01", "to": "2564-07-09", "scale": { "labour.pickers": 0.5 } } } }"#
    }
  }

  /// The pages in English, each made once for all tests.
  private static let pages = [ReportWorld: String](
    uniqueKeysWithValues: allCases.compactMap { world in (try? world.made("en")).map { (world, $0) } })

  func page(_ language: String = "en") throws -> String {
    language == "en" ? try #require(Self.pages[self]) : try made(language)
  }

  private func made(_ language: String) throws -> String {
    let folder = try TemporaryFolder(["world.json5": text])
    let answer = try Answer(
      to: ["run", "world.json5", "-n", "3", "--report", "r.html", "-q", "--lang", language], in: folder.url)
    #expect(answer.status == 0, "\(answer.errors.prefix(400))")
    return try String(contentsOf: folder.url.appending(path: "r.html"), encoding: .utf8)
  }
}

@Suite("A report in a real browser")
struct ReportInBrowserTests {
  private func skips() -> Bool {
    if Browser.path == nil { print("skipped: no chromium is installed") }
    return Browser.path == nil
  }

  /// Texts that leave their drawing or cover each other, and whatever is wider than the page.
  static let looks = """
    const wrong = [];
    const visible = e => e.getClientRects().length > 0;
    const all = (q, e) => Array.from((e || d).querySelectorAll(q));
    function look(where) {
      if (d.documentElement.scrollWidth > width) wrong.push(where + " is " + d.documentElement.scrollWidth + " wide");
      for (const svg of all("svg").filter(visible)) {
        const box = svg.getBoundingClientRect();
        const texts = all("text", svg).filter(visible).map(t => ({ t: t.textContent, b: t.getBoundingClientRect() }));
        for (const { t, b } of texts)
          if (b.left < box.left - 3 || b.right > box.right + 3 || b.top < box.top - 4 || b.bottom > box.bottom + 4)
            wrong.push(where + " " + svg.id + " leaves: " + t);
        for (let i = 0; i < texts.length; i++) for (let j = i + 1; j < texts.length; j++) {
          const a = texts[i].b, b = texts[j].b;
          const x = Math.min(a.right, b.right) - Math.max(a.left, b.left);
          const y = 11 - Math.abs((a.top + a.bottom - b.top - b.bottom) / 2);
          if (x > 1.5 && y > 0) wrong.push(where + " " + svg.id + ": " + texts[i].t + " × " + texts[j].t);
        }
      }
    }
    """

  @Test(
    "nothing overflows, leaves its drawing or covers another label, at three widths, in both languages",
    arguments: ReportWorld.allCases)
  func looks(world: ReportWorld) throws {
    if skips() { return }
    let page = try world.page()
    let (answers, console) = try Browser.ask(
      page, widths: [360, 768, 1280], in: try TemporaryFolder(),
      Self.looks + """
        const picks = all("#pick-policy option").map(o => o.value);
        for (const language of ["en", "th"]) {
          d.getElementById("to-" + language).click();
          look(language);
          if (all("[lang=" + (language === "en" ? "th" : "en") + "]").filter(e => e.tagName !== "BUTTON" && visible(e)).length)
            wrong.push("both languages at once");
        }
        for (const policy of picks.slice(-2)) {
          const select = d.getElementById("pick-policy");
          select.value = policy; select.dispatchEvent(new w.Event("change", { bubbles: true }));
          look(policy);
        }
        return wrong.slice(0, 12).join(" | ");
        """)
    #expect(answers == ["", "", ""] && console == [])
    #expect(page.utf8.count <= 1_500_000, "\(page.utf8.count) bytes")
  }

  @Test("a back-test looks right too")
  func backtest() throws {
    if skips() { return }
    let folder = try TemporaryFolder()
    let answer = try Answer(
      to: ["backtest", "lib:observed/lamphun-2562", "-n", "2", "--report", "b.html", "-q"], in: folder.url)
    #expect(answer.status == 0 && answer.errors == "")
    let page = try String(contentsOf: folder.url.appending(path: "b.html"), encoding: .utf8)
    #expect(page.contains("longan backtest lib:observed/lamphun-2562 -n 2"))
    let (answers, console) = try Browser.ask(
      page, widths: [360, 768, 1280], in: folder,
      Self.looks + """
        look("en"); d.getElementById("to-th").click(); look("th");
        if (all("table tbody tr").length < 10) wrong.push("the table is short");
        return wrong.slice(0, 9).join(" | ");
        """)
    #expect(answers == ["", "", ""] && console == [])
  }

  @Test("what does not fit is seen: twice the letters do not fit")
  func seesWhatDoesNotFit() throws {
    if skips() { return }
    let page = try ReportWorld.policies.page().replacing("svg { font-size: 13px;", with: "svg { font-size: 26px;")
    let (answers, _) = try Browser.ask(
      page, widths: [360, 1280], in: try TemporaryFolder(),
      Self.looks + "d.body.style.width = '1400px'; look('en'); return wrong.join(' | ');")
    #expect(
      answers.count == 2 && answers.allSatisfy { $0.contains(" × ") && $0.contains("leaves") && $0.contains("wide") })
  }

  @Test("pickers, cursor, single years and the keyboard work; nothing leaves the page")
  func works() throws {
    if skips() { return }
    let (answers, console) = try Browser.ask(
      try ReportWorld.policies.page(), widths: [360, 1280], in: try TemporaryFolder(),
      """
      const wrong = [], all = (q, e) => Array.from((e || d).querySelectorAll(q));
      const visible = e => e && e.getClientRects().length > 0;
      const need = (holds, what) => { if (!holds) wrong.push(what); };
      const change = (id, value) => { const s = d.getElementById(id); s.value = value; s.dispatchEvent(new w.Event("change", { bubbles: true })); };
      need(all("#glut .variant").filter(visible).length === 1, "one policy is shown");
      change("pick-policy", "ovens");
      need(visible(d.querySelector('#glut .variant[data-policy="ovens"]')), "the picked policy is shown");
      change("pick-grade", "basket-AA");
      need(visible(d.querySelector('#price .variant[data-policy="ovens"][data-grade="basket-AA"]')), "the picked grade is shown");
      all("#price .variant").filter(visible).length === 1 || wrong.push("one price is shown");
      d.querySelector('[data-pick="as-planned"]').click();
      need(d.getElementById("pick-policy").value === "as-planned", "a label picks its policy");
      change("pick-grade", "loose-AA");
      const stage = all("#glut .stage").filter(visible)[0];
      stage.focus();
      need(d.activeElement === stage, "a chart takes the focus");
      const key = k => stage.dispatchEvent(new w.KeyboardEvent("keydown", { key: k, bubbles: true }));
      key("ArrowRight"); key("ArrowRight");
      const tip = stage.parentNode.querySelector(".tip").textContent;
      need(/^\\d+ \\S+: .*\\d/.test(tip), "the point is read: " + tip);
      need(all(".cursor").filter(visible).length >= 2, "charts with dates share the cursor");
      key("ArrowRight");
      need(stage.parentNode.querySelector(".tip").textContent !== tip, "the next point is read");
      d.getElementById("to-th").click();
      need(/[ก-๙]/.test(stage.parentNode.querySelector(".tip").textContent), "the tip speaks Thai");
      key("Escape");
      need(!d.querySelector(".cursor"), "the cursor goes away");
      d.querySelector('[data-step="1"]').click();
      need(all(".single").filter(p => w.getComputedStyle(p).display !== "none" && p.dataset.year === "1").length > 0, "a single year is drawn");
      d.getElementById("to-ce").click();
      need(!/256\\d/.test(stage.innerText), "one era at a time");
      need(all("details:not([open])").length > 5, "tables are folded");
      w.dispatchEvent(new w.Event("beforeprint"));
      need(all("details:not([open])").length === 0, "tables are printed");
      w.dispatchEvent(new w.Event("afterprint"));
      need(all("button, select, summary, .stage[tabindex]").every(e => e.tabIndex === 0), "all controls can be reached");
      need(all("svg").every(s => s.querySelector("title").textContent && s.querySelector("desc").textContent), "every drawing has a name");
      need(all("svg").every(s => s.getAttribute("aria-labelledby").split(" ").every(i => d.getElementById(i) && /-th$/.test(i))), "names follow the language");
      need(all("svg").every(s => s.viewBox.baseVal.height * 703 / Math.max(703, s.viewBox.baseVal.width) < 1000), "no drawing is higher than a page");
      need(w.performance.getEntriesByType("resource").length === 0, "nothing is fetched");
      need(new Set(all("[id]").map(e => e.id)).size === all("[id]").length, "ids are unique");
      return wrong.join(" | ");
      """)
    #expect(answers == ["", ""] && console == [])
  }

  @Test("with scripts off all text, figures and tables are there, of every policy")
  func withoutScripts() throws {
    if skips() { return }
    let (answers, console) = try Browser.ask(
      try ReportWorld.policies.page("th"), widths: [768], hasScripts: false, in: try TemporaryFolder(),
      """
      const visible = e => e.getClientRects().length > 0;
      const all = q => Array.from(d.querySelectorAll(q));
      return [all("#glut .wide svg").filter(visible).length, all("#price .wide svg").filter(visible).length,
        all(".scripted").filter(visible).length, all("details table").length > 20, d.documentElement.lang,
        all("body [lang=en]").filter(e => e.tagName !== "BUTTON" && visible(e)).length, all(".single").filter(visible).length].join(" ");
      """)
    #expect(answers == ["4 24 0 true th 0 0"] && console.allSatisfy { $0.contains("Blocked script execution") })
  }

  @Test("the dark is dark in drawings too, and the light is light", arguments: [true, false])
  func dark(isDark: Bool) throws {
    if skips() { return }
    let (answers, _) = try Browser.ask(
      try ReportWorld.small.page(), widths: [768], isDark: isDark, in: try TemporaryFolder(),
      """
      const bright = c => c.match(/\\d+/g).slice(0, 3).reduce((a, b) => a + +b, 0) > 384;
      const text = Array.from(d.querySelectorAll("#glut svg text")).filter(t => t.getClientRects().length)[0];
      const line = d.querySelector("#glut svg .plain0");
      return [bright(w.getComputedStyle(d.body).backgroundColor), bright(w.getComputedStyle(text).fill),
        bright(w.getComputedStyle(line).stroke)].join(" ");
      """)
    #expect(answers == [isDark ? "false true true" : "true false false"])
  }

  @Test("a link opens the view that it names")
  func address() throws {
    if skips() { return }
    let folder = try TemporaryFolder(["r.html": try ReportWorld.policies.page()])
    let url = folder.url.appending(path: "r.html").absoluteString + "#th&ce&policy=haul&grade=loose-B"
    let dom = try Browser.run(["--dump-dom", url], in: folder).output
    #expect(dom.contains("<html lang=\"th\" data-lang=\"th\" data-era=\"ce\" class=\"js\">"))
    #expect(dom.contains("<div class=\"variant on\" data-policy=\"haul\" data-grade=\"loose-B\">"))
    #expect(!dom.contains("<div class=\"variant on\" data-policy=\"as-planned\""))
  }

  @Test("on paper it has no controls, and nobody's name does harm")
  func paper() throws {
    if skips() { return }
    let page = try ReportWorld.hostile.page()
    let folder = try TemporaryFolder(["r.html": page])
    let file = folder.url.appending(path: "r.pdf")
    let printed = try Browser.run(
      ["--no-pdf-header-footer", "--print-to-pdf=" + file.path, folder.url.appending(path: "r.html").absoluteString],
      in: folder)
    #expect(
      !printed.errors.contains("CONSOLE"), "\(printed.errors.split(separator: "\n").filter { $0.contains("CONSOLE") })")
    #expect(try Data(contentsOf: file).starts(with: Data("%PDF".utf8)))
    let (answers, console) = try Browser.ask(
      page, widths: [768], in: folder,
      "return [w.w, d.querySelectorAll('script').length, d.querySelectorAll('img, b').length, d.title.length < 200].join(' ')"
    )
    #expect(answers == [" 1 0 true"] && console == [])
  }
}
