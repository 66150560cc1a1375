extension DiagnosticKind {
  static let syntax = error(
    "syntax",
    en: """
      The file is not JSON5 at this place: a comma, a colon, a bracket or a quote is missing or too many, or something \
      stands there that is no value. Values are numbers, "text in quotes", true, false, null, { } and [ ].
      """,
    th: """
      ข้อความตรงนี้ไม่เป็น JSON5: จุลภาค ทวิภาค วงเล็บ หรือเครื่องหมายคำพูดขาดหรือเกิน หรือมีสิ่งที่ไม่ใช่ค่า \
      ค่าคือ ตัวเลข "ข้อความในเครื่องหมายคำพูด" true false null { } และ [ ]
      """)

  static let badNumber = error(
    "bad-number",
    en: "Numbers are written with 0-9 and a point: 1250, 0.45, 1e6. No thousands commas, no unit, no per cent sign.",
    th: "ตัวเลขเขียนด้วย 0-9 และจุด เช่น 1250 0.45 1e6 ไม่ใส่จุลภาคคั่นหลักพัน หน่วย หรือเครื่องหมายร้อยละ")

  static let thaiDigits = error(
    "thai-digits",
    en: "Numbers are written with the digits 0-9; Thai digits are for text in quotes.",
    th: "ตัวเลขต้องเขียนด้วย 0-9 เลขไทยใช้ได้เฉพาะในข้อความที่อยู่ในเครื่องหมายคำพูด")

  static let badEscape = error(
    "bad-escape",
    en: #"In text a backslash begins one of \n \t \\ \" \' \u0e25 and a few more; a backslash itself is written \\."#,
    th: #"ในข้อความ เครื่องหมาย \ ใช้นำหน้า \n \t \\ \" \' \u0e25 และอีกไม่กี่แบบ ถ้าต้องการ \ ให้เขียน \\"#)

  static let notUTF8 = error(
    "not-utf8",
    en: "Files are read as UTF-8. A file in another encoding, such as Windows-874 or UTF-16, must be saved as UTF-8.",
    th: "โปรแกรมอ่านไฟล์เป็น UTF-8 ไฟล์รหัสอื่น เช่น Windows-874 หรือ UTF-16 ต้องบันทึกใหม่เป็น UTF-8")

  static let tooDeep = error(
    "too-deep", en: "Objects and lists lie in each other deeper than any scenario needs.",
    th: "วงเล็บซ้อนกันลึกเกินกว่าที่ไฟล์สถานการณ์ใดต้องใช้")

  static let tooLarge = error(
    "too-large", en: "The file, or one text in it, is larger than any scenario needs.",
    th: "ไฟล์หรือข้อความหนึ่งในไฟล์ใหญ่เกินกว่าที่ไฟล์สถานการณ์ใดต้องใช้")

  /// What a reader of JSON5 complains of.
  static let ofJSON5: [DiagnosticKind] = [syntax, badNumber, thaiDigits, badEscape, notUTF8, tooDeep, tooLarge]
}

extension JSON5Reader {
  private mutating func report(
    _ kind: DiagnosticKind, _ message: Words, _ range: Range<Int>, _ label: Words? = nil, help: Words? = nil,
    replacement: String? = nil, related: [Diagnostic.Label] = []
  ) {
    if hasGivenUp { return }
    diagnostics.append(
      Diagnostic(kind, message, at: SourceRange(text, range), label)
        .helping(help, replacement: replacement).relating(related))
  }

  private func spelling(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self).brief }

  /// The bytes of the one letter at a place, or none at the end.
  private var nextLetter: Range<Int> { at..<(isAtEnd ? at : at + scalar(at: at).length) }

  // MARK: The whole text

  mutating func reportTooLarge() {
    report(
      .tooLarge,
      Words(en: "the file is larger than \(limits.bytes >> 20) MB", th: "ไฟล์ใหญ่กว่า \(limits.bytes >> 20) MB"), 0..<0)
  }

  mutating func reportEmpty() {
    report(
      .syntax, Words(en: "the file is empty", th: "ไฟล์ว่างเปล่า"), 0..<0,
      help: Words(en: "`longan init` writes a file to start from", th: "`longan init` เขียนไฟล์ตั้งต้นให้"))
  }

  mutating func reportNotUTF8(at offset: Int) {
    let isUTF16 = offset == 0 && bytes.count > 1 && (bytes[0] ^ bytes[1]) == 1 && bytes[0] >= 0xfe
    report(
      .notUTF8,
      isUTF16
        ? Words(en: "the file is UTF-16, not UTF-8", th: "ไฟล์เป็น UTF-16 ไม่ใช่ UTF-8")
        : Words(en: "the file is not UTF-8 here", th: "ไฟล์ตรงนี้ไม่เป็น UTF-8"), offset..<offset + 1,
      help: Words(
        en: "save it again as UTF-8 (in Notepad: Save as, Encoding, UTF-8)",
        th: "บันทึกใหม่เป็น UTF-8 (Notepad: Save as แล้วเลือก Encoding เป็น UTF-8)"))
  }

  mutating func reportMoreAfterTheEnd() {
    report(
      .syntax, Words(en: "the scenario has ended before this", th: "ไฟล์จบไปก่อนถึงตรงนี้แล้ว"), nextLetter,
      Words(en: "one thing too many", th: "ส่วนเกิน"))
  }

  // MARK: Punctuation

  mutating func reportUnclosedComment(from start: Int) {
    report(
      .syntax, Words(en: "this comment never ends", th: "หมายเหตุนี้ไม่มีจุดจบ"), start..<start + 2, nil,
      help: Words(en: "end it with */", th: "ปิดด้วย */"))
  }

  mutating func reportUnclosed(from start: Int) {
    // One mistake at the end of the text is enough.
    if let last = diagnostics.last?.label?.range.bytes.upperBound, last >= bytes.count { return }
    let closing = bytes[start] == UInt8(ascii: "{") ? "}" : "]"
    let opening = spelling(start..<start + 1)
    report(
      .syntax, Words(en: "this `\(opening)` is never closed", th: "`\(opening)` นี้ไม่มีวงเล็บปิด"), start..<start + 1, nil,
      help: Words(en: "write `\(closing)` where it ends", th: "เขียน `\(closing)` ตรงที่จบ"))
  }

  mutating func reportNoComma(after end: Int, closing: UInt8) {
    let bracket = String(UnicodeScalar(closing))
    let isWrongBracket = next == UInt8(ascii: "}") || next == UInt8(ascii: "]")
    if isWrongBracket {
      report(
        .syntax,
        Words(
          en: "`\(spelling(nextLetter))` stands where `\(bracket)` was to come",
          th: "พบ `\(spelling(nextLetter))` ตรงที่ต้องเป็น `\(bracket)`"), nextLetter)
      return
    }
    report(
      .syntax, Words(en: "a comma is missing", th: "ขาดเครื่องหมายจุลภาค"), end..<end,
      Words(en: "`,` or `\(bracket)` comes here", th: "ตรงนี้ต้องมี `,` หรือ `\(bracket)`"))
  }

  mutating func reportKeyWithoutQuotes(_ range: Range<Int>) {
    let key = spelling(range)
    report(
      .syntax,
      Words(en: "a key such as `\(key)` stands in quotes", th: "คีย์แบบ `\(key)` ต้องอยู่ในเครื่องหมายคำพูด"), range, nil,
      help: Words(en: "write `\"\(key)\"`", th: "เขียน `\"\(key)\"`"), replacement: "\"\(key)\"")
  }

  mutating func reportNoColon(after key: Range<Int>) {
    report(
      .syntax,
      Words(en: "`\(spelling(key))` has no colon behind it", th: "หลัง `\(spelling(key))` ขาดเครื่องหมาย `:`"), key, nil,
      help: Words(en: "write `\"\(spelling(key))\": value`", th: "เขียน `\"\(spelling(key))\": ค่า`"))
  }

  mutating func reportNoKey() {
    let isThousands =
      UInt8(ascii: "0")...UInt8(ascii: "9") ~= next && at > 1 && bytes[at - 1] == UInt8(ascii: ",")
      && UInt8(ascii: "0")...UInt8(ascii: "9") ~= bytes[at - 2]
    if isThousands {
      report(
        .badNumber, Words(en: "numbers are written without commas", th: "ตัวเลขเขียนโดยไม่มีจุลภาค"), at - 1..<at,
        help: Words(en: "leave the comma out", th: "ลบจุลภาคออก"))
      return
    }
    report(
      .syntax,
      next == UInt8(ascii: ",")
        ? Words(en: "one comma too many", th: "มีจุลภาคเกินมา")
        : Words(en: "`\(spelling(nextLetter))` is no key", th: "`\(spelling(nextLetter))` ไม่ใช่คีย์"), nextLetter, nil,
      help: quoteHelp ?? Words(en: "keys are written `\"name\": value`", th: "คีย์เขียนแบบ `\"ชื่อ\": ค่า`"))
  }

  /// Word processors put curly quotes in place of straight ones.
  private var quoteHelp: Words? {
    guard !isAtEnd, "“”‘’„«»".unicodeScalars.contains(scalar(at: at).0) else { return nil }
    return Words(en: "use straight quotes: \"", th: "ใช้เครื่องหมายคำพูดตรง: \"")
  }

  // MARK: Values

  mutating func reportNoValue() {
    let start = at
    if isThaiDigit { return reportThaiDigits() }
    if isAtEnd {
      report(.syntax, Words(en: "the file ends where a value was to come", th: "ไฟล์จบตรงที่ต้องมีค่า"), at..<at)
      return
    }
    if let name = readName() {
      let meant = ["true": "True", "false": "False", "null": "None", "yes": "Yes"].first { $0.value == name }?.key
      report(
        .syntax, Words(en: "`\(name)` is no value", th: "`\(name)` ไม่ใช่ค่า"), start..<at, nil,
        help: Words(en: "text stands in quotes: \"\(name)\"", th: "ข้อความต้องอยู่ในเครื่องหมายคำพูด: \"\(name)\""),
        replacement: meant == nil ? "\"\(name)\"" : nil)
      return
    }
    report(
      .syntax, Words(en: "a value is missing", th: "ขาดค่า"), nextLetter,
      Words(en: "a value comes before this", th: "ก่อนตรงนี้ต้องมีค่า"), help: quoteHelp)
    // What can end a value stays, so that whoever waits for it finds it.
    let ends: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}")]
    if !ends.contains(next) { at = nextLetter.upperBound }
  }

  private var isThaiDigit: Bool { !isAtEnd && 0xe50...0xe59 ~= scalar(at: at).0.value }

  private mutating func reportThaiDigits() {
    let start = at
    var meant = ""
    while !isAtEnd {
      let (scalar, length) = scalar(at: at)
      if 0xe50...0xe59 ~= scalar.value {
        meant += String(scalar.value - 0xe50)
      } else if scalar == "." || "0"..."9" ~= scalar {
        meant.unicodeScalars.append(scalar)
      } else if scalar != "," || at + 1 >= bytes.count || !(0xe50...0xe59 ~= self.scalar(at: at + 1).0.value) {
        break
      }
      at += length
    }
    report(
      .thaiDigits, Words(en: "numbers are written with 0-9", th: "ตัวเลขต้องเขียนด้วย 0-9"), start..<at,
      Words(en: "Thai digits", th: "เลขไทย"), help: Words(en: "write \(meant)", th: "เขียน \(meant)"), replacement: meant
    )
  }

  mutating func reportBadNumber(_ range: Range<Int>) {
    let written = spelling(range)
    let (help, replacement) = meantNumber(written)
    report(
      .badNumber, Words(en: "`\(written)` is no number", th: "`\(written)` ไม่ใช่ตัวเลข"), range, nil, help: help,
      replacement: replacement)
  }

  /// What was meant by something that begins like a number.
  private func meantNumber(_ written: String) -> (Words?, String?) {
    if written.hasSuffix("%"), let percent = Double(written.dropLast()) {
      let share = String(percent / 100)
      return (Words(en: "for \(written) write \(share)", th: "ถ้าหมายถึง \(written) ให้เขียน \(share)"), share)
    }
    let isDate =
      written.utf8.count == 10
      && written.utf8.enumerated().allSatisfy { index, byte in
        index == 4 || index == 7 ? byte == UInt8(ascii: "-") : UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
      }
    if isDate {
      return (
        Words(en: "dates stand in quotes: \"\(written)\"", th: "วันที่ต้องอยู่ในเครื่องหมายคำพูด: \"\(written)\""),
        "\"\(written)\""
      )
    }
    let plain = String(written.filter { $0 != "_" }.drop { $0 == "0" })
    if plain != written, Double(plain) != nil {
      return (Words(en: "write \(plain)", th: "เขียน \(plain)"), plain)
    }
    let digits = String(written.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") })
    if !digits.isEmpty, digits != written, Double(digits) != nil {
      return (
        Words(en: "the unit is in the key; write \(digits)", th: "หน่วยอยู่ในชื่อคีย์แล้ว ให้เขียน \(digits)"), digits
      )
    }
    return (nil, nil)
  }

  // MARK: Strings

  mutating func reportUnclosedString(from start: Int) {
    let quote = spelling(start..<start + 1)
    report(
      .syntax, Words(en: "this text has no closing quote", th: "ข้อความนี้ไม่มีเครื่องหมายคำพูดปิด"), start..<max(start + 1, at),
      nil,
      help: Words(en: "end it with \(quote) on the same line", th: "ปิดด้วย \(quote) ในบรรทัดเดียวกัน"))
  }

  mutating func reportLongString(_ range: Range<Int>) {
    report(
      .tooLarge,
      Words(
        en: "this text is longer than \(limits.stringBytes >> 10) kB",
        th: "ข้อความนี้ยาวกว่า \(limits.stringBytes >> 10) kB"), range.lowerBound..<range.lowerBound + 1)
  }

  mutating func reportBadEscape(_ range: Range<Int>) {
    report(
      .badEscape,
      Words(en: "`\(spelling(range))` means nothing in text", th: "`\(spelling(range))` ไม่มีความหมายในข้อความ"), range,
      nil,
      help: Words(en: #"a backslash itself is written \\"#, th: #"ถ้าต้องการ \ ให้เขียน \\"#))
  }

  mutating func reportLoneSurrogate(_ range: Range<Int>) {
    report(
      .badEscape,
      Words(
        en: "`\(spelling(range))` is half a character", th: "`\(spelling(range))` เป็นเพียงครึ่งหนึ่งของตัวอักษร"),
      range, nil,
      help: Words(en: "write both halves, or the character itself", th: "เขียนให้ครบทั้งคู่ หรือเขียนตัวอักษรนั้นเลย"))
  }

  mutating func reportTooDeep() {
    report(
      .tooDeep,
      Words(
        en: "this lies more than \(limits.depth) brackets deep", th: "ตรงนี้ซ้อนวงเล็บลึกกว่า \(limits.depth) ชั้น"),
      at..<at + 1)
  }
}
