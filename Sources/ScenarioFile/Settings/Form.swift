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
  package private(set) var shape: ObjectShape

  /// Where this object stands: `facilities.pa-sang`, or nothing at the root.
  package let path: String

  private let source: Source
  private var condition: ObjectShape.Condition?

  private enum Source {
    case describing
    case reading(SettingTree.Object?, Circumstances)
  }

  /// What a file alone does not say: the year's luck, what policies and shocks change, and doubt.
  package struct Circumstances {
    /// Draws this year's number for a setting.
    package var luck: (_ path: String, DrawnNumber) -> Double = { $1.mean }
    /// What is changed, by path, in the order in which it is.
    package var adjustments: [String: [Adjustment]] = [:]
    /// Draws a number in the place of a default that rests on nothing; none draws nothing.
    package var doubt: ((_ path: String, ClosedRange<Double>) -> Double)?

    package init() {}
  }

  private init(noun: Words, path: String, source: Source) {
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
    ask(Form(noun: Words(""), path: "", source: .reading(tree.root, circumstances)))
  }

  // MARK: Values

  package func number(
    _ key: String, _ standard: Double?, in range: ClosedRange<Double>, _ grounds: Grounds, en: String, th: String
  ) -> Double {
    number(key, .number(range, isWhole: false, mayBeDrawn: true), standard, range, grounds, Words(en: en, th: th))
  }

  /// A number that no year can change: it says how the run is done, or how the world is cut.
  package func fixedNumber(
    _ key: String, _ standard: Double?, in range: ClosedRange<Double>, _ grounds: Grounds, en: String, th: String
  ) -> Double {
    number(key, .number(range, isWhole: false, mayBeDrawn: false), standard, range, grounds, Words(en: en, th: th))
  }

  package func share(_ key: String, _ standard: Double?, _ grounds: Grounds, en: String, th: String) -> Double {
    number(key, standard, in: 0...1, grounds, en: en, th: th)
  }

  package func count(
    _ key: String, _ standard: Int?, in range: ClosedRange<Int>, _ grounds: Grounds, en: String, th: String
  ) -> Int {
    let bounds = Double(range.lowerBound)...Double(range.upperBound)
    let type = ValueType.number(bounds, isWhole: true, mayBeDrawn: true)
    let number = number(key, type, standard.map(Double.init), bounds, grounds, Words(en: en, th: th))
    return Int(number.rounded())
  }

  /// A count that no year can change.
  package func fixedCount(
    _ key: String, _ standard: Int?, in range: ClosedRange<Int>, en: String, th: String
  ) -> Int {
    let bounds = Double(range.lowerBound)...Double(range.upperBound)
    let type = ValueType.number(bounds, isWhole: true, mayBeDrawn: false)
    return Int(number(key, type, standard.map(Double.init), bounds, .choice, Words(en: en, th: th)).rounded())
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
    _ words: Words
  ) -> Double {
    var number =
      switch ask(key, type, standard.map { .number($0) }, grounds, words) {
      case .number(let number): number
      case .drawn(let drawn): draw(key, drawn)
      default: range.lowerBound
      }
    if case .reading(let object, let circumstances) = source {
      if let doubt = circumstances.doubt, let doubtful = grounds.doubt, object?[key] == nil {
        number = doubt(pathOf(key), doubtful)
      }
      for adjustment in circumstances.adjustments[pathOf(key)] ?? [] {
        number = adjustment.applied(to: number)
      }
    }
    return min(max(number, range.lowerBound), range.upperBound)
  }

  package func flag(_ key: String, _ standard: Bool, en: String, th: String) -> Bool {
    if case .flag(let flag) = ask(key, .flag, .flag(standard), .choice, Words(en: en, th: th)) { return flag }
    return standard
  }

  package func text(
    _ key: String, _ standard: String?, isRequired: Bool = false, en: String, th: String
  ) -> String {
    let words = Words(en: en, th: th)
    if case .text(let text) = ask(key, .text, standard.map { .text($0) }, .choice, words, isRequired: isRequired) {
      return text
    }
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
    _ key: String, _ standard: Choice?, en: String, th: String
  ) -> Choice {
    let type = ValueType.choice(
      Choice.allCases.map { ValueType.Choice($0.rawValue, en: $0.words.english, th: $0.words.thai) })
    let answer = ask(key, type, standard.map { .text($0.rawValue) }, .choice, Words(en: en, th: th))
    if case .text(let id) = answer, let choice = Choice(rawValue: id) { return choice }
    return standard ?? Choice.allCases[Choice.allCases.startIndex]
  }

  /// One of the cases of an enumeration, or nothing.
  package func optionalChoice<Choice: SettingChoice>(
    _ key: String, _: Choice.Type = Choice.self, en: String, th: String
  ) -> Choice? {
    let type = ValueType.choice(
      Choice.allCases.map { ValueType.Choice($0.rawValue, en: $0.words.english, th: $0.words.thai) })
    if case .text(let id)? = ask(key, type, nil, .choice, Words(en: en, th: th), isRequired: false) {
      return Choice(rawValue: id)
    }
    return nil
  }

  /// The id of something in a map elsewhere in the file.
  package func id(of map: String, _ key: String, _ standard: String?, en: String, th: String) -> String? {
    let words = Words(en: en, th: th)
    let answer = ask(key, .id(of: map), standard.map { .text($0) }, .choice, words, isRequired: false)
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

  // MARK: Parts

  /// An object with a part of its own.
  package func part<Asked: Part>(_ key: String, _: Asked.Type = Asked.self, en: String, th: String) -> Asked {
    group(key, Asked.noun, en: en, th: th) { Asked($0) }
  }

  /// An object inside this one, asked for in place.
  package func group<Answer>(_ key: String, _ noun: Words, en: String, th: String, _ ask: (Form) -> Answer) -> Answer {
    let form = Form(noun: noun, path: pathOf(key), source: sourceOfObject(key))
    let answer = ask(form)
    note(key, .object(form.shape), Words(en: en, th: th))
    return answer
  }

  /// Objects under ids that the writer chooses, in the order of the file.
  package func map<Asked: Part>(
    _ key: String, _: Asked.Type = Asked.self, sharesAddUp: String? = nil, en: String, th: String
  ) -> [(id: String, part: Asked)] {
    elements(key, sharesAddUp: sharesAddUp, isList: false, Words(en: en, th: th))
  }

  /// Objects one after the other, in the order of the file.
  package func list<Asked: Part>(_ key: String, _: Asked.Type = Asked.self, en: String, th: String) -> [Asked] {
    elements(key, sharesAddUp: nil, isList: true, Words(en: en, th: th)).map(\.part)
  }

  private func elements<Asked: Part>(
    _ key: String, sharesAddUp: String?, isList: Bool, _ words: Words
  ) -> [(id: String, part: Asked)] {
    guard case .reading(let object, let circumstances) = source else {
      let describing = Form(noun: Asked.noun, path: pathOf(key) + ".*", source: .describing)
      _ = Asked(describing)
      note(key, .map(MapShape(element: describing.shape, sharesAddUp: sharesAddUp, isList: isList)), words)
      return []
    }
    guard let members = object?.object(key)?.members else { return [] }
    return members.compactMap { member in
      guard case .object(let element) = member.node else { return nil }
      let path = pathOf(key) + "." + member.key
      return (member.key, Asked(Form(noun: Asked.noun, path: path, source: .reading(element, circumstances))))
    }
  }

  /// An object whose keys are paths of settings, of this file or of another kind; answers each with what stands there.
  package func paths(
    _ key: String, _ content: PathsShape.Content, of target: ObjectShape? = nil, en: String, th: String
  ) -> [(path: String, node: SettingTree.Node)] {
    note(key, .paths(PathsShape(content: content, target: target)), Words(en: en, th: th))
    guard case .reading(let object, _) = source else { return [] }
    return object?.object(key)?.members.map { ($0.key, $0.node) } ?? []
  }

  /// An object of the same shape as a part elsewhere, whose values take the place of that part's: answers them with their
  /// paths in it.
  package func overlay<Asked: Part>(
    _ key: String, of _: Asked.Type, en: String, th: String
  ) -> [(path: String, node: SettingTree.Node)] {
    guard case .reading(let object, _) = source else {
      let describing = Form(noun: Asked.noun, path: pathOf(key), source: .describing)
      _ = Asked(describing)
      note(key, .object(describing.shape), Words(en: en, th: th))
      return []
    }
    var found: [(path: String, node: SettingTree.Node)] = []
    func collect(_ object: SettingTree.Object, _ path: String) {
      for member in object.members {
        if case .object(let inner) = member.node {
          collect(inner, path + "." + member.key)
        } else {
          found.append((path + "." + member.key, member.node))
        }
      }
    }
    if let object = object?.object(key) { collect(object, key) }
    return found
  }

  /// Keys that are there only when another has a certain value, such as the kind of a facility.
  package func only<Choice: SettingChoice, Answer>(
    when key: String, is choice: Choice, in choices: [Choice], _ ask: (Form) -> Answer
  ) -> Answer? {
    let outer = condition
    condition = ObjectShape.Condition(key: key, values: choices.map(\.rawValue))
    defer { condition = outer }
    if case .describing = source { return ask(self) }
    return choices.contains(choice) ? ask(self) : nil
  }

  /// Shares of this object that add up to 1; one of them may be `"rest"`.
  package func addUp(_ keys: [String], en: String, th: String) {
    shape.groups.append(ShareGroup(keys: keys, noun: Words(en: en, th: th)))
  }

  // MARK: Asking

  private func pathOf(_ key: String) -> String { path.isEmpty ? key : path + "." + key }

  private func note(_ key: String, _ shape: Shape, _ words: Words) {
    self.shape.members.append(ObjectShape.Member(key: key, shape: shape, condition: condition, words: words))
  }

  private func ask(
    _ key: String, _ type: ValueType, _ standard: SettingValue?, _ grounds: Grounds, _ words: Words,
    isRequired: Bool = true
  ) -> SettingValue? {
    guard case .reading(let object, let circumstances) = source else {
      let setting = Setting(
        key: key, type: type, unit: unit(of: key), standard: standard, isRequired: isRequired && standard == nil,
        grounds: grounds, words: words)
      note(key, .value(setting), words)
      return standard
    }
    if case .number = type {
    } else if let set = circumstances.adjustments[pathOf(key)]?.last(where: { $0.strength > 0 }),
      case .set(let value) = set.change
    {
      return value
    }
    guard case .leaf(let leaf)? = object?[key] else { return standard }
    return ValueReader.value(of: leaf.node, as: type) ?? standard
  }

  /// The key tells, or the key of the object around it: grades have their unit from what is graded.
  private func unit(of key: String) -> SettingUnit {
    let own = SettingUnit(key: key)
    guard own == .none, let around = path.split(separator: ".").last else { return own }
    return SettingUnit(key: String(around))
  }

  private func draw(_ key: String, _ drawn: DrawnNumber) -> Double {
    guard case .reading(_, let circumstances) = source else { return drawn.mean }
    return circumstances.luck(pathOf(key), drawn)
  }

  private func sourceOfObject(_ key: String) -> Source {
    guard case .reading(let object, let circumstances) = source else { return .describing }
    return .reading(object?.object(key), circumstances)
  }
}

/// An enumeration whose cases a file names.
package protocol SettingChoice: RawRepresentable<String>, CaseIterable, Equatable, Sendable {
  /// What a case means.
  var words: Words { get }
}
