import Foundation
import ScenarioFile
import Testing

@Suite("The commands that read scenarios")
struct ScenarioCommandTests {
  private static let mistaken = """
    {
      "extends": "lib:lamphun",
      "farms": { "households": ๕๔๐๐๐, "gap_area_share": 18, "area": 270000 },
      // อำเภอ
      "districts": { "li": { "title": "ลี้น้ำ", "area_shares": 0.36 } },  "districts": {},
      "calendar": { "from": "2564-06-31" }
    }
    """

  @Test("check shows every mistake with its line, in both languages", arguments: ["en", "th"])
  func complaints(language: String) throws {
    let folder = try TemporaryFolder(["bad.json5": Self.mistaken])
    let answer = try Answer(to: ["check", "bad.json5", "--lang", language], in: folder.url)
    #expect(answer.status == 2 && answer.output == "")
    try expectGolden(answer.errors, "check-mistakes.\(language)")
  }

  /// Every line good by itself, and the whole not.
  private static let unfitting = """
    {
      "extends": "lib:lamphun",
      "calendar": { "from": "2569-06-15", "to": "2569-10-15", "warm_from": "2569-04-01" },
      "supply": { "offseason": { "month_weight": { "apr": 0, "may": 0 } }, "costs": { "full_thb_per_kg": 60 } },
      "facilities": { "dryers": { "ovens": 40000 } },
      "shocks": {
        "slow-border": { "from": "2559-07-28", "to": "2569-08-12", "scale": { "border.slots_per_day": 0.5 } },
        "late": { "from": "2026-11-01", "to": "2026-10-01" },
        "idle": { "from": "2569-04-02", "to": "2569-05-20", "set": { "labour.pickers": 5 } },
      },
      "policies": { "base": {}, "none": { "title": "ไม่ทำ" }, "more": { "set": { "labour.pickers": 40000 } } },
      "targets": {
        "floor": { "metric": "week_min_price_thb_per_kgs", "at_least": 8 },
        "dream": { "metric": "week_min_price_thb_per_kg", "form": "loose", "grade": "AA", "at_least": 90 },
      },
      "run": { "reps": 5 },
    }
    """

  @Test("check sees what does not fit together, in both languages", arguments: ["en", "th"])
  func wholes(language: String) throws {
    let folder = try TemporaryFolder(["bad.json5": Self.unfitting])
    let answer = try Answer(
      to: ["check", "bad.json5", "--set", "labour.pickers=30000", "--lang", language], in: folder.url)
    #expect(answer.status == 2 && answer.output == "")
    try expectGolden(answer.errors, "check-wholes.\(language)")
  }

  @Test(
    "check points at what is wrong with numbers and files, under Thai text too, in both languages",
    arguments: ["en", "th"])
  func others(language: String) throws {
    let folder = try TemporaryFolder([
      "sums.json5": """
      {
        "extends": "lib:lamphun", "title": "ลำไยปีน้ำมาก",
        /* เกรดรวมไม่ครบ */ "supply": { "grade_share": { "AA": 0.3, "A": 0.35, "B": 0.25, "C": 0.15 } },
      }
      """,
      "numbers.json5": """
      {
        "extends": "lib:lamphun",
        "supply": { "in_season_t": NaN, "year_weather": { "dist": "normal", "mean": 9, "sd": 0.1 } },
        /* ที่ดิน */ "farms": { "area_rai": { "dist": "normal", "mean": 270000, "sd": 9000 }, "households": "54,000" },
        "districts": { "Li": { "area_share": 1 } },
      }
      """,
      "none.json5": #"{ "title": "ไม่มี", "extends": ["lib:lampun", "no.json5"] }"#,
      "circle.json5": #"{ "title": "วน", "extends": "circle.json5" }"#,
      "late.json5":
        #"{ "extends": "lib:season-split", "calendar": { "from": "2570-01-01", "to": "2570-12-31" } }"#,
      "many.json5": """
      {
        "extends": "lib:lamphun",
        "sweep": { "axes": { "labour.pickers": { "from": 0, "to": 40000, "step": 1 }, "supply.drought": { "from": 0, "to": 1, "step": 0.01 } } },
      }
      """,
    ])
    let files = ["sums", "numbers", "none", "circle", "late", "many"].map { $0 + ".json5" }
    let answer = try Answer(to: ["check", "--lang", language] + files, in: folder.url)
    #expect(answer.status == 2 && answer.output.hasPrefix("late.json5: "))
    try expectGolden(answer.errors, "check-others.\(language)")
  }

  @Test("run knows the policies that it is asked for, in both languages", arguments: ["en", "th"])
  func unknownPolicy(language: String) throws {
    let answer = try Answer(to: ["run", "lib:glut-2564", "--policy", "ovens-60", "--lang", language])
    #expect(answer.status == 2 && answer.output == "")
    try expectGolden(answer.errors, "run-unknown-policy.\(language)")
  }

  @Test("what others may build upon need not be whole, and is not run", arguments: ["run", "sweep", "why"])
  func gaps(command: String) throws {
    let folder = try TemporaryFolder(["part.json5": #"{ "farms": { "households": 100 } }"#])
    #expect(try Answer(to: ["check", "part.json5"], in: folder.url).status == 0)
    let answer = try Answer(to: [command, "part.json5"], in: folder.url)
    #expect(answer.status == 2 && answer.output == "")
    #expect(
      answer.errors == """
        error[missing-key]: to be run, a scenario needs `calendar.from`
          = help: --set calendar.from=2569-01-01

        error[missing-key]: to be run, a scenario needs `calendar.to`
          = help: --set calendar.to=2569-12-31

        2 errors in 1 file; nothing was done

        """)
    let whole = ["--set", "calendar.from=2569-01-01", "--set", "calendar.to=2569-01-31"]
    #expect(try Answer(to: ["run", "part.json5", "-n", "1"] + whole, in: folder.url).status == 0)
  }

  @Test("check finds at once what is wrong with values, and with dates and sums elsewhere")
  func allAtOnce() throws {
    func kinds(_ text: String) throws -> [String] {
      let answer = try Answer(to: ["check", "-", "--json"], input: text)
      #expect(answer.status == 2)
      return try answer.output.split(separator: "\n").map { line in
        let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        return "\(object?["line"] as? Int ?? 0) \(object?["id"] as? String ?? "")"
      }
    }
    let thai = """
      { "extends": "lib:lamphun",
        "farms": { "area_rai": ๒๔๕๐๐๐,
          "gap_area_share": 45, "gap_area_share": 0.2 },
        "shocks": { "slow": { "from": "2559-08-01", "to": "2564-08-12" } },
        "supply": { "grade_share": { "AA": 0.9 } },
      }
      """
    #expect(
      try kinds(thai) == [
        "2 thai-digits", "3 share-out-of-range", "3 duplicate-key", "4 outside-calendar", "5 shares-do-not-add-up",
      ])
    // What hangs on something that is wrong itself is not told.
    #expect(try kinds(thai.replacing("farms", with: "calender")) == ["2 unknown-key", "2 thai-digits"])
    #expect(
      try kinds(
        #"{ "districts": { "Li": { "area_share": 1 } }, "facilities": { "x": { "kind": "cold", "district": "li" } } }"#)
        == ["1 bad-id"])
    #expect(try kinds(#"{ "extends": "lib:lamphun", "supply": { "grade_share": { "AA": ๐ } } }"#) == ["1 thai-digits"])
  }

  @Test("check answers programs line by line")
  func json() throws {
    let folder = try TemporaryFolder(["bad.json5": Self.mistaken])
    let answer = try Answer(to: ["check", "bad.json5", "--json"], in: folder.url)
    #expect(answer.status == 2 && answer.errors == "")
    let lines = try answer.output.split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    #expect(
      lines.compactMap { $0["id"] as? String } == [
        "thai-digits", "share-out-of-range", "unknown-key", "unknown-key", "duplicate-key", "bad-date",
      ])
    #expect(lines.compactMap { $0["line"] as? Int } == [3, 3, 3, 5, 5, 6])
    #expect(lines.compactMap { $0["column"] as? Int } == [28, 53, 58, 46, 72, 25])
    #expect(lines[3]["replace"] as? String == "area_share")
  }

  @Test("--json is short for --format json, and of several formats the last counts", arguments: ["check", "show"])
  func formats(command: String) throws {
    let folder = try TemporaryFolder(["bad.json5": Self.mistaken])
    let file = command == "check" ? "bad.json5" : "lib:lamphun"
    func answer(_ flags: [String]) throws -> Answer { try Answer(to: [command, file] + flags, in: folder.url) }
    let json = try answer(["--json"])
    #expect(json.output.hasPrefix("{"))
    #expect(try answer(["--format", "json"]) == json && answer(["--format=csv", "--json"]) == json)
    #expect(try answer(["--json", "--format", "table"]) == answer([]))
    #expect(try answer(["--json", "--lang", "th"]) == json)
  }

  @Test("check, show and diff answer spreadsheets in plain ASCII with a line of names, whatever the language")
  func spreadsheets() throws {
    let folder = try TemporaryFolder([
      "bad.json5": Self.mistaken, "near.json5": "{ extends: 'lib:lamphun', farms: { households: 1 } }",
    ])
    func lines(_ call: [String], status: Int32) throws -> [Substring] {
      let answer = try Answer(to: call + ["--format", "csv"], in: folder.url)
      #expect(answer.status == status && answer.errors == "")
      #expect(try Answer(to: call + ["--format", "csv", "--lang", "th"], in: folder.url) == answer)
      #expect(answer.output.utf8.allSatisfy { $0 == 0x0a || 0x20..<0x7f ~= $0 } && answer.output.hasSuffix("\n"))
      return answer.output.split(separator: "\n")
    }
    let complaints = try lines(["check", "bad.json5", "near.json5"], status: 2)
    #expect(complaints[0] == "severity,id,file,line,column,end_column,path,replace" && complaints.count == 7)
    #expect(complaints[1] == "error,thai-digits,bad.json5,3,28,33,,54000")
    #expect(try lines(["check", "near.json5"], status: 0).count == 1)
    let values = try lines(["show", "near.json5"], status: 0)
    #expect(values.contains { $0.hasPrefix("farms.households,1,,file,near.json5,1,,54000,lib:lamphun,") })
    #expect(values.contains { $0.hasPrefix("farms.size_log_sd,") && $0.contains(",default,,,U,,,") })
    #expect(
      try lines(["diff", "lib:lamphun", "near.json5"], status: 1) == ["path,before,after", "farms.households,54000,1"])
  }

  @Test("check says ok, and that a file is not there")
  func plain() throws {
    #expect(
      try Answer(to: ["check", "lib:lamphun"])
        == Answer(status: 0, output: "lib:lamphun: ok, 0 policies, 0 targets\n", errors: ""))
    #expect(
      try Answer(to: ["check", "/no/such.json5"])
        == Answer(status: 3, output: "", errors: "error: there is no file /no/such.json5\n"))
    #expect(try Answer(to: ["check", "/"]).status == 3)
    #expect(try Answer(to: ["check", "-"], input: "{}").output == "-: ok, 0 policies, 0 targets\n")
  }

  @Test("a file builds upon others of its folder and upon lib: names, and on nothing else")
  func extending() throws {
    let folder = try TemporaryFolder([
      "here/base.json5": "{ extends: 'lib:lamphun', farms: { households: 100 } }",
      "here/deep/top.json5": "{ extends: 'lower.json5' }", "here/deep/lower.json5": "{ extends: ['../base.json5'] }",
      "here/good.json5": "{ extends: ['deep/lower.json5', 'base.json5'] }",
      "here/outside.json5": "{ extends: '../secret.json5' }", "secret.json5": "{}",
      "here/none.json5": "{ extends: 'nothing.json5' }",
      "here/circle.json5": "{ extends: 'circle2.json5' }", "here/circle2.json5": "{ extends: './circle.json5' }",
      "here/typo.json5": "{ extends: 'lib:lampun' }",
    ])
    try FileManager.default.createSymbolicLink(
      atPath: folder.url.path + "/here/link.json5", withDestinationPath: "../secret.json5")
    try folder.write("{ extends: 'link.json5' }", to: "here/linked.json5")
    func kinds(_ file: String) throws -> [String] {
      let answer = try Answer(to: ["check", file, "--json"], in: folder.url.appending(path: "here"))
      #expect(answer.status == (answer.output.contains("\"error\"") ? 2 : 0))
      return answer.output.split(separator: "\n").compactMap { line in
        (try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])?["id"] as? String
      }
    }
    #expect(try kinds("good.json5") == [])
    #expect(try kinds("outside.json5") == ["extends-outside"])
    #expect(try kinds("linked.json5") == ["extends-outside"])
    #expect(try kinds("deep/top.json5") == ["extends-outside"])
    #expect(try kinds("none.json5") == ["extends-not-found"])
    #expect(try kinds("circle.json5") == ["extends-cycle"])
    #expect(try kinds("typo.json5") == ["extends-not-found"])
    // Nobody writes into it: reading would never end.
    #expect(unsafe mkfifo(folder.url.path + "/here/pipe", 0o600) == 0)
    try folder.write("{ extends: 'pipe', farms: { register: 'pipe' } }", to: "here/piped.json5")
    #expect(try kinds("piped.json5") == ["extends-not-found"])
    try folder.write("{ extends: 'lib:lamphun', farms: { register: 'pipe' } }", to: "here/plots.json5")
    #expect(try kinds("plots.json5") == ["table-not-found"])
    let shown = try Answer(to: ["show", "good.json5"], in: folder.url.appending(path: "here"))
    #expect(shown.output.contains("farms.households"))
    #expect(
      shown.output.split(separator: "\n").first { $0.hasPrefix("farms.households ") }?.hasSuffix("B:1, over 54000 C:20")
        == true)
  }

  @Test("files that each build upon two others, again and again, are not all read")
  func doubling() throws {
    let levels = (0..<15).map { ("f\($0).json5", "{ extends: ['f\($0 + 1).json5', 'f\($0 + 1).json5'] }") }
    let folder = try TemporaryFolder(Dictionary(uniqueKeysWithValues: levels + [("f15.json5", "{}")]))
    let answer = try Answer(to: ["check", "f0.json5"], in: folder.url)
    #expect(answer.status == 2)
    #expect(answer.errors.contains("error[extends-cycle]: more than 64 files build upon each other"))
    #expect(answer.errors.hasSuffix("\n1 error in 1 file\n"))
  }

  @Test("show --json, read again, is the same scenario; diff sees nothing in it")
  func roundTrip() throws {
    let shown = try Answer(to: ["show", "lib:lamphun", "--json", "--set", "farms.households=50000"])
    #expect(shown.status == 0 && shown.errors == "")
    let folder = try TemporaryFolder(["flat.json5": shown.output])
    let again = try Answer(to: ["show", "flat.json5", "--json"], in: folder.url)
    #expect(again.output == shown.output)
    #expect(
      try Answer(to: ["diff", "flat.json5", "lib:lamphun", "--set", "farms.households=50000"], in: folder.url)
        == Answer(status: 0, output: "", errors: ""))
    let differing = try Answer(to: ["diff", "flat.json5", "lib:lamphun"], in: folder.url)
    #expect(differing == Answer(status: 1, output: "  farms.households  50000 → 54000\n", errors: ""))
  }

  @Test("diff tells what only one file has in a line, and in what it says to programs value by value")
  func wholes() throws {
    let folder = try TemporaryFolder([
      "a.json5": #"{ "extends": "lib:small", "policies": { "base": {}, "more": { "strength": 0.5 } } }"#,
      "b.json5": """
      {
        // ไฟล์ที่สอง
        "policies": { "base": { "strength": 1.0 }, "more": { "strength": 1, "set": { "labour.pickers": 9 } } },
        "run": { "reps": 0x1E }, "extends": "lib:small",
        "shocks": { "stop": { "title": "หยุด", "from": "2564-08-13", "to": "2564-08-17",
          "scale": { "border.slots_per_day": 0.5 } } },
      }
      """,
    ])
    let answer = try Answer(to: ["diff", "a.json5", "b.json5"], in: folder.url)
    #expect(
      answer.output == """
          policies.more.strength            0.5 → 1
          run.reps                          20 → 30
        + shocks.stop                       3 values
        + policies.more.set.labour.pickers  9

        """)
    #expect(answer.status == 1)
    let thai = try Answer(to: ["diff", "b.json5", "a.json5", "--lang", "th"], in: folder.url)
    #expect(thai.output.contains("- shocks.stop                       3 ค่า\n"))
    let rows = try Answer(to: ["diff", "a.json5", "b.json5", "--json"], in: folder.url).output
    #expect(rows.contains(#"{"path":"shocks.stop.to","after":"2021-08-17"}"#))
  }

  @Test("explain knows every kind of complaint, also those of the model")
  func explainsKinds() throws {
    let folder = try TemporaryFolder(["late.json5": "{ calendar: { from: '2569-06-15', to: '2569-01-15' } }"])
    let complaint = try Answer(to: ["check", "late.json5"], in: folder.url)
    #expect(complaint.status == 2 && complaint.errors.hasPrefix("error[outside-calendar]: "))
    #expect(try Answer(to: ["explain", "outside-calendar"]).output.hasPrefix("outside-calendar  (an error)\n"))
  }

  @Test("explain tells what a key, an error and a unit mean", arguments: ["en", "th"])
  func explains(language: String) throws {
    let words = ["size_log_sd", "area_rai", "unknown-key", "kg_per_rai"]
    let answers = try words.map { try Answer(to: ["explain", $0, "--lang", language]) }
    #expect(answers.allSatisfy { $0.status == 0 && $0.errors == "" })
    let text = answers.map(\.output).joined(separator: "\n")
    #expect(text.split(separator: "\n").allSatisfy { DisplayWidth.of($0) <= 80 })
    try expectGolden(text, "explain.\(language)")
  }

  @Test("explain tells a setting once that a policy may say too, or where the policy's own path is given")
  func explainsOnce() throws {
    func paths(_ word: String) throws -> [Substring] {
      try Answer(to: ["explain", word]).output.split(separator: "\n").filter { $0.contains(".haulage-aid.thb_per_kg") }
        .map { $0.prefix { $0 != " " } }.filter { $0.hasSuffix("thb_per_kg") }
    }
    #expect(try paths("thb_per_kg") == ["measures.haulage-aid.thb_per_kg"])
    #expect(try paths("policies.p.measures.haulage-aid.thb_per_kg") == ["policies.*.measures.haulage-aid.thb_per_kg"])
  }

  @Test("explain knows a unit by its ending, with or without its line, and as tables print it")
  func explainsUnits() throws {
    let unit = try Answer(to: ["explain", "t_per_day"])
    #expect(unit.output.hasPrefix("t_per_day  (a unit, t/day)\n"))
    for spelling in ["_t_per_day", "t/day", "ตัน/วัน"] { #expect(try Answer(to: ["explain", spelling]) == unit) }
  }
}
