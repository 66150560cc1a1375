import Units

/// What a part of the model asks for: its initialiser names each key once, and so declares it and reads it in one line.
///
///     struct Ripeness: Part {
///       static let noun = Words(en: "the ripening", th: "การสุก")
///       let primeDays: Double
///
///       init(_ form: Form) {
///         primeDays = form.number(
///           "prime_days", 7, in: 1...30, .unsourced(5...9), en: "How long ripe fruit keeps its grade.", th: "…")
///       }
///     }
///
/// The same initialiser runs in two ways. To describe, every key is noted with its type, range, unit, default and words,
/// and the default is answered; from that come validation, the editor's schema, `explain` and completion. To read, what
/// the file says is answered, or the default.
package protocol Part {
  /// What it is, with its article: "a dryer".
  static var noun: Words { get }

  init(_ form: Form)
}

/// Asks for settings, key by key.
package final class Form {
  /// What has been asked for so far.
  package internal(set) var shape: ObjectShape

  /// Where this object stands: `facilities.pa-sang`, or nothing at the root.
  package let path: String

  let source: Source
  var condition: ObjectShape.Condition?
  var isApart = false

  enum Source {
    case describing
    case reading(SettingTree.Object?, Circumstances)
    /// A row of a table, which has values and nothing inside them.
    case row(TableRow)
  }

  /// What a file alone does not say: the year's luck, what policies and shocks change, and doubt.
  package struct Circumstances {
    /// Draws this year's number for a setting, in the range that it may have.
    package var luck: (_ path: String, DrawnNumber, ClosedRange<Double>) -> Double = { _, drawn, _ in drawn.mean }
    /// What is changed, by path, in the order in which it is.
    package var adjustments: [String: [Adjustment]] = [:]
    /// Tables that the file names, by path.
    var tables: [String: SourceText] = [:]
    /// Draws a number in the place of one that rests on nothing; nothing where it is known.
    package var doubt: (_ path: String, _ range: ClosedRange<Double>) -> Double? = { _, _ in nil }

    package init() {}
  }

  init(noun: Words, path: String, source: Source) {
    shape = ObjectShape(noun: noun)
    self.path = path
    self.source = source
  }

  /// The shape of what a part asks for.
  package static func shape(of noun: Words, _ ask: (Form) -> Void) -> ObjectShape {
    let form = Form(noun: noun, path: "", source: .describing)
    ask(form)
    return form.shape
  }

  /// Reads a part from settings that were checked.
  package static func read<Answer>(
    _ tree: SettingTree, _ circumstances: Circumstances = Circumstances(), _ ask: (Form) -> Answer
  ) -> Answer {
    var circumstances = circumstances
    circumstances.tables = tree.tables
    return ask(Form(noun: Words(""), path: "", source: .reading(tree.root, circumstances)))
  }

  // MARK: Values

  /// A number; it may be drawn anew each year unless the world is made with it.
  package func number(
    _ key: String, _ standard: Double?, in range: ClosedRange<Double>, _ grounds: Grounds, settled: Settled = .never,
    en: String, th: String
  ) -> Double {
    let type = ValueType.number(range, isWhole: false, mayBeDrawn: settled == .never)
    return number(key, type, standard, range, grounds, settled, Words(en: en, th: th))
  }

  /// A number that no year can change: it says how the run is done, or how the world is cut.
  package func fixedNumber(
    _ key: String, _ standard: Double?, in range: ClosedRange<Double>, _ grounds: Grounds, en: String, th: String
  ) -> Double {
    let type = ValueType.number(range, isWhole: false, mayBeDrawn: false)
    return number(key, type, standard, range, grounds, .atFounding, Words(en: en, th: th))
  }

  package func share(
    _ key: String, _ standard: Double?, _ grounds: Grounds, settled: Settled = .never, en: String, th: String
  ) -> Double {
    number(key, standard, in: 0...1, grounds, settled: settled, en: en, th: th)
  }

  package func count(
    _ key: String, _ standard: Int?, in range: ClosedRange<Int>, _ grounds: Grounds, settled: Settled = .never,
    en: String, th: String
  ) -> Int {
    let bounds = Double(range.lowerBound)...Double(range.upperBound)
    let type = ValueType.number(bounds, isWhole: true, mayBeDrawn: settled == .never)
    let number = number(key, type, standard.map(Double.init), bounds, grounds, settled, Words(en: en, th: th))
    return Int(number.rounded())
  }

  /// A count that no year can change.
  package func fixedCount(
    _ key: String, _ standard: Int?, in range: ClosedRange<Int>, en: String, th: String
  ) -> Int {
    let bounds = Double(range.lowerBound)...Double(range.upperBound)
    let type = ValueType.number(bounds, isWhole: true, mayBeDrawn: false)
    let words = Words(en: en, th: th)
    return Int(number(key, type, standard.map(Double.init), bounds, .choice, .atFounding, words).rounded())
  }

  /// A number that need not be there.
  package func optionalNumber(_ key: String, in range: ClosedRange<Double>, en: String, th: String) -> Double? {
    let type = ValueType.number(range, isWhole: false, mayBeDrawn: false)
    let answer = ask(key, type, nil, .choice, Words(en: en, th: th), isRequired: false)
    if case .number(let number)? = answer { return number }
    return nil
  }

  private func number(
    _ key: String, _ type: ValueType, _ standard: Double?, _ range: ClosedRange<Double>, _ grounds: Grounds,
    _ settled: Settled, _ words: Words
  ) -> Double {
    var number =
      switch ask(key, type, standard.map { .number($0) }, grounds, words, settled: settled) {
      case .number(let number): number
      case .drawn(let drawn): draw(key, drawn, in: range)
      default: range.lowerBound
      }
    if case .reading(_, let circumstances) = source {
      number = circumstances.doubt(pathOf(key), range) ?? number
      for adjustment in circumstances.adjustments[pathOf(key)] ?? [] {
        number = adjustment.applied(to: number)
      }
    }
    return min(max(number, range.lowerBound), range.upperBound)
  }

  package func flag(
    _ key: String, _ standard: Bool, settled: Settled = .never, en: String, th: String
  ) -> Bool {
    let words = Words(en: en, th: th)
    if case .flag(let flag) = ask(key, .flag, .flag(standard), .choice, words, settled: settled) { return flag }
    return standard
  }

  /// Yes, no, or nothing said.
  package func optionalFlag(_ key: String, en: String, th: String) -> Bool? {
    if case .flag(let flag)? = ask(key, .flag, nil, .choice, Words(en: en, th: th), isRequired: false) { return flag }
    return nil
  }

  package func text(
    _ key: String, _ standard: String?, isRequired: Bool = false, known: @autoclosure () -> [String] = [], en: String,
    th: String
  ) -> String {
    let words = Words(en: en, th: th)
    let answer = ask(
      key, .text, standard.map { .text($0) }, .choice, words, isRequired: isRequired, known: known())
    if case .text(let text) = answer { return text }
    return standard ?? ""
  }

  package func words(_ key: String, _ standard: Words?, en: String, th: String) -> Words {
    switch ask(key, .words, standard.map { .words($0) }, .choice, Words(en: en, th: th), isRequired: false) {
    case .words(let words): words
    case .text(let text): Words(text)
    default: standard ?? Words("")
    }
  }

  package func date(
    _ key: String, _ standard: CalendarDate?, isRequired: Bool = false, en: String, th: String
  ) -> CalendarDate? {
    let words = Words(en: en, th: th)
    let type = ValueType.date(isYearly: false)
    let answer = ask(key, type, standard.map { .date($0) }, .choice, words, isRequired: isRequired)
    if case .date(let date) = answer { return date }
    return standard
  }

  /// A date that lies so many days before another of the same object, unless it is given.
  package func date(_ key: String, daysBefore follows: DayBefore, en: String, th: String) -> CalendarDate? {
    let answer = ask(
      key, .date(isYearly: false), nil, .choice, Words(en: en, th: th), isRequired: false, follows: follows)
    if case .date(let date)? = answer { return date }
    return nil
  }

  /// A day of every year; a date with a year stands for its day.
  package func yearlyDate(
    _ key: String, month: Int, day: Int, _ grounds: Grounds, en: String, th: String
  ) -> (month: Int, day: Int) {
    switch ask(key, .date(isYearly: true), .yearly(month: month, day: day), grounds, Words(en: en, th: th)) {
    case .yearly(let month, let day): (month, day)
    case .date(let date): (date.month, date.day)
    default: (month, day)
    }
  }

  /// One of the cases of an enumeration, by its raw value.
  package func choice<Choice: SettingChoice>(
    _ key: String, _ standard: Choice?, settled: Settled = .never, en: String, th: String
  ) -> Choice {
    let answer = ask(
      key, choices(Choice.self), standard.map { .text($0.rawValue) }, .choice, Words(en: en, th: th), settled: settled)
    if case .text(let id) = answer, let choice = Choice(rawValue: id) { return choice }
    return standard ?? Choice.allCases[Choice.allCases.startIndex]
  }

  /// One of the cases of an enumeration, or nothing.
  package func optionalChoice<Choice: SettingChoice>(
    _ key: String, _: Choice.Type = Choice.self, en: String, th: String
  ) -> Choice? {
    let answer = ask(key, choices(Choice.self), nil, .choice, Words(en: en, th: th), isRequired: false)
    if case .text(let id)? = answer { return Choice(rawValue: id) }
    return nil
  }

  private func choices<Choice: SettingChoice>(_: Choice.Type) -> ValueType {
    .choice(Choice.allCases.map { ValueType.Choice($0.rawValue, en: $0.words.english, th: $0.words.thai) })
  }

  /// The id of something in a map elsewhere in the file.
  package func id(
    of map: String, _ key: String, _ standard: String?, settled: Settled = .never, en: String, th: String
  ) -> String? {
    let words = Words(en: en, th: th)
    let type = ValueType.id(of: map)
    let answer = ask(key, type, standard.map { .text($0) }, .choice, words, isRequired: false, settled: settled)
    if case .text(let id) = answer { return id }
    return standard
  }

  package func ids(of map: String, _ key: String, en: String, th: String) -> [String] {
    texts(key, .list(.id(of: map)), Words(en: en, th: th))
  }

  /// Files that this one builds upon; they have been read by whoever reads the file.
  package func files(_ key: String, en: String, th: String) -> [String] {
    texts(key, .files, Words(en: en, th: th))
  }

  package func numbers(
    _ key: String, _ standard: [Double], in range: ClosedRange<Double>, _ grounds: Grounds, en: String, th: String
  ) -> [Double] {
    let type = ValueType.list(.number(range, isWhole: false, mayBeDrawn: false))
    guard case .list(let list) = ask(key, type, .list(standard.map { .number($0) }), grounds, Words(en: en, th: th))
    else {
      return standard
    }
    return list.compactMap { if case .number(let number) = $0 { number } else { nil } }
  }

  private func texts(_ key: String, _ type: ValueType, _ words: Words) -> [String] {
    guard case .list(let list) = ask(key, type, .list([]), .choice, words) else { return [] }
    return list.compactMap { if case .text(let text) = $0 { text } else { nil } }
  }

  // MARK: Asking

  func pathOf(_ key: String) -> String { path.isEmpty ? key : path + "." + key }

  func note(_ key: String, _ shape: Shape, _ words: Words) {
    self.shape.members.append(ObjectShape.Member(key: key, shape: shape, condition: condition, words: words))
  }

  private func ask(
    _ key: String, _ type: @autoclosure () -> ValueType, _ standard: SettingValue?, _ grounds: Grounds,
    _ words: @autoclosure () -> Words, isRequired: Bool = true, settled: Settled = .never, follows: DayBefore? = nil,
    known: @autoclosure () -> [String] = []
  ) -> SettingValue? {
    if case .row(let row) = source { return row.value(key) ?? standard }
    guard case .reading(let object, let circumstances) = source else {
      let (type, words) = (type(), words())
      let setting = Setting(
        key: key, type: type, unit: unit(of: key), standard: standard, isRequired: isRequired && standard == nil,
        grounds: grounds, settled: isApart || type.isLabel ? .always : settled, known: known(), follows: follows,
        words: words)
      note(key, .value(setting), words)
      return standard
    }
    if !circumstances.adjustments.isEmpty,
      let set = circumstances.adjustments[pathOf(key)]?.last(where: { $0.strength > 0 }),
      case .set(let value) = set.change
    {
      // What is done to a number is done in its order.
      guard case .number = type() else { return value }
    }
    guard case .leaf(let leaf)? = object?[key] else { return standard }
    return ValueReader.value(of: leaf.node, as: type()) ?? standard
  }

  /// The key tells, or the key of the object around it: grades have their unit from what is graded.
  private func unit(of key: String) -> SettingUnit {
    let own = SettingUnit(key: key)
    guard own == .none, let around = path.split(separator: ".").last else { return own }
    return SettingUnit(key: String(around))
  }

  private func draw(_ key: String, _ drawn: DrawnNumber, in range: ClosedRange<Double>) -> Double {
    guard case .reading(_, let circumstances) = source else { return drawn.mean }
    return circumstances.luck(pathOf(key), drawn, range)
  }

  func sourceOfObject(_ key: String) -> Source {
    guard case .reading(let object, let circumstances) = source else { return .describing }
    return .reading(object?.object(key), circumstances)
  }
}

/// An enumeration whose cases a file names.
package protocol SettingChoice: RawRepresentable<String>, CaseIterable, Equatable, Sendable {
  /// What a case means.
  var words: Words { get }
}
