/// Checks what one file says against what may be said, key by key, in the order of the file.
struct ShapeChecker {
  let text: SourceText
  let root: ObjectShape
  private(set) var diagnostics: [Diagnostic] = []

  /// What is wrong with a file by itself; what only shows when files are laid over each other is seen later.
  static func check(_ node: JSONNode, of text: SourceText, as root: ObjectShape) -> [Diagnostic] {
    var checker = ShapeChecker(text: text, root: root)
    checker.check(node, as: .object(root), key: "", at: [])
    return checker.diagnostics
  }

  /// What is wrong with one value that the command line gives.
  static func check(_ assignment: SettingAssignment, in root: ObjectShape) -> [Diagnostic] {
    let (text, path, node) = (assignment.text, assignment.path, assignment.node)
    var checker = ShapeChecker(text: text, root: root)
    let holder = root[SettingPath(keys: path.keys.dropLast())]
    if case .paths(let paths)? = holder, let key = path.keys.last {
      let end = assignment.pathRange.bytes.upperBound
      let keyRange = SourceRange(text, end - key.utf8.count..<end)
      checker.checkPath(key, paths, node, keyRange, at: path.keys.dropLast())
    } else if let shape = root[path] {
      checker.check(node, as: shape, key: path.keys.last ?? "", at: path.keys)
    }
    return checker.diagnostics
  }

  private init(text: SourceText, root: ObjectShape) {
    self.text = text
    self.root = root
  }

  private func range(_ bytes: Range<Int>) -> SourceRange { SourceRange(text, bytes) }

  /// Enough has been said; the rest of what stands beside it is passed over.
  private var hasGivenUp: Bool { diagnostics.count >= JSON5Limits.standard.diagnostics }

  private mutating func report(_ diagnostic: Diagnostic, at path: [String]) {
    if hasGivenUp { return }
    var diagnostic = diagnostic
    diagnostic.path = path.joined(separator: ".")
    diagnostics.append(diagnostic)
  }

  private mutating func check(_ node: JSONNode, as shape: Shape, key: String, at path: [String]) {
    if case .null = node.value { return }
    if node.isBroken { return }
    switch shape {
    case .value(let setting):
      let complaint = ValueComplaint(
        key: key, type: setting.type, unit: setting.unit, node: node, range: range(node.bytes))
      if let diagnostic = complaint.diagnostic() { report(diagnostic, at: path) }
    case .object(let object):
      guard let members = members(of: node, object.noun, at: path) else { return }
      let present = Set(members.map(\.key))
      // A key may be there in several kinds.
      var seen = present
      let free = object.members.map(\.key).filter { seen.insert($0).inserted }
      for member in members where !hasGivenUp { check(member, of: object, free, beside: members, at: path) }
    case .map(let map) where map.isList:
      guard case .array(let elements) = node.value else {
        return reportKind(node, Words(en: "a list, [ … ]", th: "รายการ [ … ]"), at: path)
      }
      for (index, element) in elements.enumerated() where !hasGivenUp {
        let place = String(index + 1)
        check(element, as: .object(map.element), key: place, at: path + [place])
      }
    case .map(let map):
      guard let members = members(of: node, Words(en: "ids", th: "ไอดี"), at: path) else { return }
      for member in members where !hasGivenUp {
        if !ShapeChecker.isID(member.key) { reportBadID(member, at: path) }
        check(member.node, as: .object(map.element), key: member.key, at: path + [member.key])
      }
    case .paths(let paths):
      guard let members = members(of: node, Words(en: "paths of settings", th: "เส้นทางของค่าตั้ง"), at: path) else {
        return
      }
      for member in members where !hasGivenUp {
        checkPath(member.key, paths, member.node, range(member.keyBytes), at: path)
      }
    }
  }

  /// The members of an object, each key once.
  private mutating func members(of node: JSONNode, _ noun: Words, at path: [String]) -> [JSONMember]? {
    guard case .object(let members) = node.value else {
      reportKind(node, Words(en: "an object, { … }", th: "วงเล็บปีกกา { … }"), at: path)
      return nil
    }
    var seen: [String: JSONMember] = [:]
    for member in members {
      if let first = seen[member.key] {
        reportDuplicate(member, after: first, at: path)
      } else {
        seen[member.key] = member
      }
    }
    return members
  }

  private mutating func check(
    _ member: JSONMember, of object: ObjectShape, _ free: [String], beside members: [JSONMember], at path: [String]
  ) {
    let known = object.members.filter { $0.key == member.key }
    guard let first = known.first else { return reportUnknown(member, of: object, free, at: path) }
    // Of keys that belong to one kind of thing only, the kind that stands beside decides.
    let fitting = known.first { $0.condition.map { ShapeChecker.holds($0, members) } ?? true }
    // Where it stands in another file, or is missing, what is good for one of the kinds is good.
    if fitting == nil, known.count > 1, known.contains(where: { isGood(member, as: $0.shape) }) { return }
    check(member.node, as: (fitting ?? first).shape, key: member.key, at: path + [member.key])
  }

  private func isGood(_ member: JSONMember, as shape: Shape) -> Bool {
    var other = self
    other.check(member.node, as: shape, key: member.key, at: [])
    return other.diagnostics.count == diagnostics.count
  }

  private static func holds(_ condition: ObjectShape.Condition, _ members: [JSONMember]) -> Bool {
    members.contains { member in
      guard member.key == condition.key, case .string(let value) = member.node.value else { return false }
      return condition.values.contains(value)
    }
  }

  // MARK: Paths

  private mutating func checkPath(
    _ text: String, _ paths: PathsShape, _ node: JSONNode, _ keyRange: SourceRange, at path: [String]
  ) {
    let root = paths.target ?? root
    let setting = root.setting(SettingPath(text, in: root))
    guard let setting else {
      // One source may be that of several numbers: of all prices of a market.
      if case .sources = paths.content, case .object? = root[SettingPath(text, in: root)] {
        let complaint = ValueComplaint(key: text, type: .text, unit: .none, node: node, range: range(node.bytes))
        if let diagnostic = complaint.diagnostic() { report(diagnostic, at: path + [text]) }
        return
      }
      return report(root.unknownPath(text, at: keyRange), at: path)
    }
    if case .null = node.value { return }
    let type: ValueType
    let mayBeDrawn = setting.settled == .never
    switch paths.content {
    case .values: type = setting.type
    case .doubts:
      guard let doubtful = setting.typeInDoubt else {
        let words = Words(en: "`\(text)` is no number that could be drawn", th: "`\(text)` ไม่ใช่ตัวเลขที่สุ่มได้")
        return report(Diagnostic(.wrongType, words, at: keyRange), at: path)
      }
      if !node.isObject {
        return reportKind(node, Words(en: "a distribution", th: "การแจกแจง"), at: path + [text])
      }
      type = doubtful
    case .factors: type = .number(0...1e6, isWhole: false, mayBeDrawn: mayBeDrawn)
    case .terms: type = .number(-1e15...1e15, isWhole: false, mayBeDrawn: mayBeDrawn)
    case .sources: type = .text
    case .axes:
      let complaint = AxisComplaint(setting: setting, path: text, node: node, range: range(node.bytes))
      if let diagnostic = complaint.diagnostic() { report(diagnostic, at: path + [text]) }
      return
    }
    let key: String
    switch paths.content {
    case .factors, .terms:
      guard case .number = setting.type else {
        return report(
          Diagnostic(
            .wrongType,
            Words(
              en: "`\(text)` is no number that could be changed by another", th: "`\(text)` ไม่ใช่ตัวเลข จึงคูณหรือบวกไม่ได้"),
            at: keyRange), at: path)
      }
      key = text
    default: key = setting.key
    }
    let complaint = ValueComplaint(key: key, type: type, unit: setting.unit, node: node, range: range(node.bytes))
    if let diagnostic = complaint.diagnostic() { report(diagnostic, at: path + [text]) }
  }

  // MARK: Complaints

  private mutating func reportKind(_ node: JSONNode, _ wanted: Words, at path: [String]) {
    report(
      Diagnostic(
        .wrongType,
        Words(en: "`\(path.last ?? "the file")` is ", th: "`\(path.last ?? "ไฟล์")` เป็น") + node.value.kindWords
          + Words(en: ", but wants ", th: " แต่ต้องเป็น") + wanted, at: range(node.bytes)),
      at: path)
  }

  /// Ids are lower-case letters, digits and hyphens; grades may be capitals.
  static func isID(_ key: String) -> Bool {
    guard let first = key.utf8.first, first != UInt8(ascii: "-") else { return false }
    let isGrade = key.utf8.count <= 2 && key.utf8.allSatisfy { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 }
    return isGrade
      || key.utf8.allSatisfy {
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0
          || $0 == UInt8(ascii: "-")
      }
  }

  private mutating func reportBadID(_ member: JSONMember, at path: [String]) {
    let meant = String(member.key.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
    let isUseful = meant == meant.brief && meant.contains { $0 != "-" } && ShapeChecker.isID(meant)
    report(
      Diagnostic(
        .badID, Words(en: "`\(member.key.brief)` is no id", th: "`\(member.key.brief)` ใช้เป็นไอดีไม่ได้"),
        at: range(member.keyBytes),
        Words(en: "a-z, 0-9 and - only", th: "ใช้ได้เฉพาะ a-z 0-9 และ -")
      ).helping(
        isUseful ? Words(en: "write `\(meant)`", th: "เขียน `\(meant)`") : nil, replacement: isUseful ? meant : nil),
      at: path)
  }

  private mutating func reportDuplicate(_ member: JSONMember, after first: JSONMember, at path: [String]) {
    report(
      Diagnostic(
        .duplicateKey, Words(en: "`\(member.key.brief)` is given twice", th: "`\(member.key.brief)` มีสองครั้ง"),
        at: range(member.keyBytes),
        Words(en: "given again", th: "ครั้งที่สอง")
      )
      .relating([Diagnostic.Label(range(first.keyBytes), Words(en: "first given here", th: "ครั้งแรกอยู่ตรงนี้"))])
      .helping(
        Words(
          en: "delete one; the file would otherwise depend on the reader", th: "ลบออกหนึ่งแห่ง มิฉะนั้นผลจะขึ้นกับโปรแกรมที่อ่าน")),
      at: path + [member.key])
  }

  private mutating func reportUnknown(
    _ member: JSONMember, of object: ObjectShape, _ free: [String], at path: [String]
  ) {
    let nearest = Suggestion.nearest(to: member.key, in: free)
    var help = Suggestion.question(member.key, in: free)
    if let nearest, let question = help, SettingUnit(key: nearest) != SettingUnit(key: member.key),
      let meaning = SettingUnit(key: nearest).meaning
    {
      help = question + Words(" (") + meaning + Words(")")
    }
    report(
      Diagnostic(
        .unknownKey, object.noun + Words(en: " has no key `\(member.key.brief)`", th: "ไม่มีคีย์ `\(member.key.brief)`"),
        at: range(member.keyBytes), Words(en: "not a key here", th: "ไม่รู้จักคีย์นี้")
      ).helping(help ?? root.holders(of: member.key), replacement: nearest), at: path)
  }
}

extension ObjectShape {
  /// Where else a key stands, as long as the places are few.
  fileprivate func holders(of key: String) -> Words? {
    let all = Set(settings.filter { $0.setting.key == key && $0.path != key }.map { $0.path.dropLast(key.count + 1) })
    // Where a section may stand inside another too, the shorter path is the one to know.
    let holders = all.filter { path in !all.contains { path.hasSuffix(".\($0)") } }.map { "`\($0)`" }.sorted()
    guard (1...3).contains(holders.count) else { return nil }
    let words = holders.joined(separator: ", ")
    return Words(en: "`\(key)` belongs in \(words)", th: "`\(key)` อยู่ใน \(words)")
  }

  /// The complaint about a path that leads nowhere, or only to a section.
  package func unknownPath(_ text: String, at range: SourceRange) -> Diagnostic {
    let known = settings.map(\.path)
    if case .object? = self[SettingPath(text, in: self)], let first = known.first(where: { $0.hasPrefix(text + ".") }) {
      return Diagnostic(
        .unknownPath, Words(en: "`\(text)` is a section, no setting", th: "`\(text)` เป็นหมวด ไม่ใช่ค่าตั้ง"), at: range
      ).helping(Words(en: "write whole paths, such as \"\(first)\"", th: "เขียนเส้นทางเต็ม เช่น \"\(first)\""))
    }
    // Ids of the writer stand for the stars of what is known.
    let keys = text.split(separator: ".").map(String.init)
    let concrete = known.map { path in
      let parts = path.split(separator: ".").map(String.init)
      guard parts.count == keys.count else { return path }
      return zip(parts, keys).map { $0 == "*" ? $1 : $0 }.joined(separator: ".")
    }
    var near = Suggestion.candidates(for: text, in: concrete)
    if near.isEmpty, let last = keys.last {
      // The right key in the wrong place, or the wrong key in the right place.
      let endings = concrete.filter { path in
        guard let key = path.split(separator: ".").last.map(String.init) else { return false }
        let isBeside = path.dropLast(key.count) == text.dropLast(last.count)
        return key == last
          || (isBeside && (key.hasPrefix(last) || !Suggestion.candidates(for: last, in: [key]).isEmpty))
      }
      near = Array(endings.prefix(3))
    }
    let words = near.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      .unknownPath, Words(en: "there is no setting `\(text.brief)`", th: "ไม่มีค่าตั้ง `\(text.brief)`"), at: range
    ).helping(
      near.isEmpty ? nil : Words(en: "did you mean \(words)?", th: "หมายถึง \(words) หรือไม่"), replacement: near.first)
  }
}

extension SettingUnit {
  /// What it stands for, where its letters do not say: "t is tonnes".
  var meaning: Words? {
    switch self {
    case .tonnes, .tonnesPerDay, .tonnesPerHour: Words(en: "t is tonnes", th: "t คือ ตัน")
    case .share: Words(en: "a share runs 0 to 1", th: "share คือสัดส่วน 0 ถึง 1")
    case .baht, .bahtPerKilogram, .bahtPerRai, .bahtPerDay: Words(en: "thb is baht", th: "thb คือ บาท")
    case .kilograms, .kilogramsPerRai, .kilogramsPerDay, .rai, .kilometres, .days, .hours, .date, .none: nil
    }
  }
}
