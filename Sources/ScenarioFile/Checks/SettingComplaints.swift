import Units

extension DiagnosticKind {
  package static let unknownKey = error(
    "unknown-key", en: "The object has no such key. Keys are spelt exactly; `longan explain` knows them all.",
    th: "ไม่มีคีย์นี้ในส่วนนี้ของไฟล์ ชื่อคีย์ต้องสะกดให้ตรง ใช้ `longan explain` ดูชื่อคีย์ทั้งหมดได้")
  package static let missingKey = error(
    "missing-key", en: "Something that has no default must be given, and was not.", th: "ขาดค่าที่ต้องระบุ เพราะไม่มีค่าตั้งต้น")
  package static let duplicateKey = error(
    "duplicate-key", en: "The same key stands twice in one object; which one counts would depend on the reader.",
    th: "คีย์เดียวกันปรากฏสองครั้งในวงเล็บเดียวกัน ผลจะขึ้นกับโปรแกรมที่อ่าน")
  package static let wrongType = error(
    "wrong-type", en: "The value is of another kind than the key wants: text for a number, a list for an object.",
    th: "ชนิดของค่าไม่ตรงกับที่คีย์ต้องการ เช่น ใส่ข้อความแทนตัวเลข")
  package static let notANumber = error(
    "not-a-number", en: "NaN, Infinity and numbers too large for any computer are no settings.",
    th: "NaN, Infinity และตัวเลขที่ใหญ่เกินไป ใช้เป็นค่าไม่ได้")
  package static let shareOutOfRange = error(
    "share-out-of-range", en: "Shares run from 0 to 1: 45 % is 0.45.", th: "สัดส่วนอยู่ระหว่าง 0 ถึง 1 เช่น ร้อยละ 45 คือ 0.45")
  package static let sharesDoNotAddUp = error(
    "shares-do-not-add-up",
    en: "These shares are parts of one whole and must add up to 1. One of them may be \"rest\": what the others leave.",
    th: "สัดส่วนเหล่านี้เป็นส่วนของทั้งหมด ต้องรวมกันได้ 1 ให้ค่าหนึ่งเป็น \"rest\" ได้ คือส่วนที่เหลือ")
  package static let outOfRange = error(
    "out-of-range", en: "The number is outside what the model can make sense of; `longan explain KEY` tells the range.",
    th: "ตัวเลขอยู่นอกช่วงที่แบบจำลองใช้ได้ ใช้ `longan explain KEY` ดูช่วงได้")
  package static let badDate = error(
    "bad-date", en: "Dates are written \"2569-08-02\", B.E. from 2400 on, C.E. up to 2299.",
    th: "วันที่เขียนแบบ \"2569-08-02\" ปีตั้งแต่ 2400 เป็น พ.ศ. ปีไม่เกิน 2299 เป็น ค.ศ.")
  package static let badID = error(
    "bad-id", en: "Ids are lower-case letters, digits and hyphens, so that a path needs no quotes.",
    th: "ไอดีใช้ตัวอักษร a-z ตัวเล็ก ตัวเลข และขีดกลางเท่านั้น เพื่อให้เขียนเป็นเส้นทางได้โดยไม่ต้องใส่เครื่องหมายคำพูด")
  package static let unknownPath = error(
    "unknown-path", en: "No setting has this path. `longan show SCENARIO` lists every path.",
    th: "ไม่มีค่าตั้งตามเส้นทางนี้ ใช้ `longan show SCENARIO` ดูเส้นทางทั้งหมดได้")
  package static let unknownID = error(
    "unknown-id", en: "The file names something by an id that it does not have.", th: "ไฟล์อ้างถึงไอดีที่ไม่มีอยู่ในไฟล์")
  package static let tooMany = error(
    "too-many", en: "A thousand districts, facilities or policies are the most that a file may have.",
    th: "ไฟล์หนึ่งมีอำเภอ สถานประกอบการ หรือมาตรการได้ไม่เกินอย่างละหนึ่งพัน")

  /// What settings are checked for.
  static let ofSettings: [DiagnosticKind] = [
    unknownKey, missingKey, duplicateKey, wrongType, notANumber, shareOutOfRange, sharesDoNotAddUp, outOfRange, badDate,
    badID, unknownPath, unknownID, tooMany, badAxis,
  ]
}

/// What is said of a value that a setting cannot have.
struct ValueComplaint {
  let key: String
  let type: ValueType
  let unit: SettingUnit
  let node: JSONNode
  let range: SourceRange

  private var name: String { "`\(key)`" }

  /// The complaint, or nothing when the value is good.
  func diagnostic() -> Diagnostic? {
    if case .drawn(let drawn)? = ValueReader.value(of: node, as: type), case .number(let bounds, _, _) = type,
      drawn.misses(bounds)
    {
      return ofRange(Words(en: "\(name) draws nothing that it may be; it", th: "\(name) สุ่มได้แต่ค่านอกช่วง ค่านี้"), bounds)
    }
    if node.isBroken || ValueReader.value(of: node, as: type).map({ $0 != .rest }) == true { return nil }
    switch (node.value, type) {
    case (.string("rest"), .number) where unit == .share: return nil
    case (.number(let number), .number(let bounds, let isWhole, _)): return ofNumber(number, bounds, isWhole)
    case (.string(let text), .number): return ofTextForNumber(text)
    case (.object(let members), .number(_, _, mayBeDrawn: true)): return ofDistribution(members)
    case (.object(let members), .number) where members.contains { $0.key == "dist" }:
      return ofType(Words(en: "one number for all years", th: "ตัวเลขเดียวสำหรับทุกปี")).helping(
        Words(
          en: "it is settled before any year begins; `sweep.axes` tries several values",
          th: "ค่านี้กำหนดก่อนเริ่มทุกปีจำลอง ใช้ `sweep.axes` เพื่อลองหลายค่า"))
    case (.string(let text), .choice(let choices)): return ofChoice(text, choices)
    case (.string(let text), .date(let isYearly)): return ofDate(text, isYearly)
    case (.array(let elements), .list(let element)):
      for node in elements {
        let complaint = ValueComplaint(
          key: key, type: element, unit: unit, node: node, range: SourceRange(range.text, node.bytes))
        if let diagnostic = complaint.diagnostic() { return diagnostic }
      }
      return nil
    default: return ofType()
    }
  }

  private func ofType(_ wanted: Words? = nil) -> Diagnostic {
    let isDrawn = wanted != nil
    let found = isDrawn ? Words(en: "a distribution", th: "การแจกแจง") : node.value.kindWords
    return Diagnostic(
      .wrongType,
      Words("\(name)") + Words(en: " is ", th: " เป็น") + found + Words(en: ", but wants ", th: " แต่ต้องเป็น")
        + (wanted ?? type.words), at: range)
  }

  private func ofNumber(_ number: Double, _ bounds: ClosedRange<Double>, _ isWhole: Bool) -> Diagnostic {
    if !number.isFinite {
      return Diagnostic(.notANumber, Words(en: "\(name) is no number", th: "\(name) ไม่ใช่ตัวเลข"), at: range)
        .helping(type.words)
    }
    let written = JSONText.number(number)
    if unit == .share, bounds.lowerBound >= 0, bounds.upperBound <= 1, !bounds.contains(number) {
      let percent = NumberText.grouped(number * 100)
      let share = JSONText.number(number / 100)
      let couldBePercent = number > 1 && number <= 100
      return Diagnostic(
        .shareOutOfRange,
        Words(en: "\(name) is \(written), but shares run 0 to 1", th: "\(name) คือ \(written) แต่สัดส่วนอยู่ระหว่าง 0 ถึง 1"),
        at: range, Words(en: "this means \(percent) %", th: "นี่คือร้อยละ \(percent)")
      ).helping(
        couldBePercent ? Words(en: "for \(written) % write \(share)", th: "ร้อยละ \(written) เขียน \(share)") : nil,
        replacement: couldBePercent ? share : nil)
    }
    if bounds.contains(number), isWhole {
      return Diagnostic(
        .outOfRange,
        Words(en: "\(name) is \(written), but counts whole things", th: "\(name) คือ \(written) แต่ต้องเป็นจำนวนเต็ม"),
        at: range
      ).helping(
        Words(en: "write \(JSONText.number(number.rounded()))", th: "เขียน \(JSONText.number(number.rounded()))"),
        replacement: JSONText.number(number.rounded()))
    }
    return ofRange(Words(en: "\(name) is \(written), but", th: "\(name) คือ \(written) แต่"), bounds)
  }

  private func ofRange(_ wrong: Words, _ bounds: ClosedRange<Double>) -> Diagnostic {
    let behind = unit == .none || unit == .share ? Words("") : Words(" ") + unit.words
    let (low, high) = (NumberText.grouped(bounds.lowerBound), NumberText.grouped(bounds.upperBound))
    return Diagnostic(
      .outOfRange,
      wrong + Words(en: " runs \(low) to \(high)", th: "ต้องอยู่ระหว่าง \(low) ถึง \(high)") + behind, at: range)
  }

  private func ofTextForNumber(_ text: String) -> Diagnostic {
    var plain = text.withArabicDigits.filter { $0 != "," && $0 != " " }
    let isPercent = plain.last == "%" && unit == .share
    if isPercent { plain.removeLast() }
    guard let number = Double(plain), number.isFinite else { return ofType() }
    if isPercent {
      let share = JSONText.number(number / 100)
      return ofType().helping(
        Words(en: "for \(text.brief) write \(share)", th: "\(text.brief) เขียน \(share)"), replacement: share)
    }
    return ofType().helping(
      Words(
        en: "numbers stand without quotes: \(JSONText.number(number))",
        th: "ตัวเลขไม่ต้องใส่เครื่องหมายคำพูด: \(JSONText.number(number))"),
      replacement: JSONText.number(number))
  }

  private func ofChoice(_ text: String, _ choices: [ValueType.Choice]) -> Diagnostic {
    Diagnostic(
      .wrongType, Words(en: "\(name) cannot be \"\(text.brief)\"", th: "\(name) เป็น \"\(text.brief)\" ไม่ได้"), at: range
    ).helping(
      Suggestion.question(text, in: choices.map(\.id)) ?? Words(en: "one of ", th: "เลือกจาก ") + type.words,
      replacement: Suggestion.nearest(to: text, in: choices.map(\.id)).map { "\"\($0)\"" })
  }

  private func ofDate(_ text: String, _ isYearly: Bool) -> Diagnostic? {
    do throws(CalendarDateError) {
      _ = try CalendarDate(text: text)
      return nil
    } catch {
      let meant = ValueComplaint.date(text).map { "\"\($0)\"" }
      return Diagnostic(.badDate, DateWords.fault(error), at: range).helping(
        meant.map { Words(en: "write \($0)", th: "เขียน \($0)") } ?? type.words, replacement: meant)
    }
  }

  /// The date that is meant where only its digits are Thai or zeros are left out.
  private static func date(_ text: String) -> String? {
    let parts = text.withArabicDigits.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts.dropFirst().allSatisfy({ (1...2).contains($0.count) }) else {
      return nil
    }
    let whole = parts.map { $0.count == 1 ? "0" + $0 : String($0) }.joined(separator: "-")
    return (try? CalendarDate(text: whole)).map { _ in whole }
  }

  private func ofDistribution(_ members: [JSONMember]) -> Diagnostic {
    guard let dist = members.first(where: { $0.key == "dist" }) else { return ofType() }
    let laws = DrawnNumber.Law.allCases
    guard case .string(let id) = dist.node.value, let law = DrawnNumber.Law(rawValue: id) else {
      let named: String? = if case .string(let id) = dist.node.value { id } else { nil }
      return Diagnostic(
        .wrongType, Words(en: "there is no such distribution", th: "ไม่มีการแจกแจงแบบนี้"),
        at: SourceRange(range.text, dist.node.bytes)
      ).helping(
        named.flatMap { Suggestion.question($0, in: laws.map(\.rawValue)) }
          ?? Words(laws.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")))
    }
    let wanted = law.parameters
    let shape = Words("{ \"dist\": \"\(id)\", " + wanted.map { "\"\($0)\": …" }.joined(separator: ", ") + " }")
    if let extra = members.first(where: { $0.key != "dist" && !wanted.contains($0.key) }) {
      return Diagnostic(
        .unknownKey, Words(en: "\"\(id)\" has no `\(extra.key.brief)`", th: "\"\(id)\" ไม่มี `\(extra.key.brief)`"),
        at: SourceRange(range.text, extra.keyBytes)
      ).helping(shape)
    }
    for name in wanted {
      guard let member = members.first(where: { $0.key == name }) else {
        return Diagnostic(
          .missingKey, Words(en: "\"\(id)\" needs `\(name)`", th: "\"\(id)\" ต้องมี `\(name)`"), at: range
        ).helping(shape)
      }
      guard case .number(let number) = member.node.value, number.isFinite else {
        return Diagnostic(
          .wrongType, Words(en: "`\(name)` wants a number", th: "`\(name)` ต้องเป็นตัวเลข"),
          at: SourceRange(range.text, member.node.bytes))
      }
    }
    let parameters = wanted.map { name -> Double in
      if case .number(let number)? = members.first(where: { $0.key == name })?.node.value { return number }
      return 0
    }
    let fault = DrawnNumber(law: law, parameters: parameters).fault
    return Diagnostic(.outOfRange, fault ?? Words(en: "a key stands twice", th: "มีคีย์ซ้ำ"), at: range).helping(shape)
  }
}

extension JSONValue {
  /// What kind of value it is, in words.
  var kindWords: Words {
    switch self {
    case .null: Words(en: "null", th: "null")
    case .bool: Words(en: "true or false", th: "ค่าจริงเท็จ")
    case .number: Words(en: "a number", th: "ตัวเลข")
    case .string: Words(en: "text", th: "ข้อความ")
    case .array: Words(en: "a list", th: "รายการ")
    case .object: Words(en: "an object", th: "วงเล็บปีกกา")
    case .broken: Words(en: "broken", th: "สิ่งที่อ่านไม่ได้")
    }
  }
}
