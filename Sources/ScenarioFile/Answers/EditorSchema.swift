import Units

/// The schema that editors complete, explain and underline by: JSON Schema, draft 7, which Visual Studio Code reads.
///
/// It says what one file may hold. What only shows when files lie over each other, such as shares that add up to 1, is
/// seen by `longan check`.
package struct EditorSchema {
  private let root: ObjectShape
  /// An id that the writer chooses; grades may be capitals.
  private static let id = "([a-z0-9][a-z0-9-]*|[A-Z]{1,2})"

  package init(_ root: ObjectShape) {
    self.root = root
  }

  package func text(title: String) -> String {
    var members: [(String, JSONOutput)] = [
      ("$schema", .text("http://json-schema.org/draft-07/schema#")), ("title", .text(title)),
      ("allowTrailingCommas", .flag(true)),
    ]
    members += object(root)
    members.append(("definitions", .object([("drawn", drawn)])))
    return JSONOutput.object(members).lines() + "\n"
  }

  // MARK: Shapes

  private func schema(_ shape: Shape, _ words: Words) -> JSONOutput {
    switch shape {
    case .value(let setting): value(setting)
    case .object(let shape): orNull(object(shape), words)
    case .map(let map) where map.isList:
      orNull([("type", .text("array")), ("items", .object(described(map.element.noun) + object(map.element)))], words)
    case .map(let map):
      orNull(
        [
          ("type", .text("object")),
          (
            "patternProperties",
            .object([("^\(EditorSchema.id)$", orNull(object(map.element), map.element.noun))])
          ), ("additionalProperties", .flag(false)),
        ], words)
    case .paths(let paths): orNull(self.paths(paths), words)
    }
  }

  /// `null` takes away what a file below has said, so it may stand anywhere.
  private func orNull(_ members: [(String, JSONOutput)], _ words: Words) -> JSONOutput {
    .object(described(words) + [("anyOf", .array([.object(members), .object([("type", .text("null"))])]))])
  }

  private func described(_ words: Words) -> [(String, JSONOutput)] {
    [("description", .text(words.english)), ("markdownDescription", .text(words.english + "\n\n" + words.thai))]
  }

  private func object(_ shape: ObjectShape) -> [(String, JSONOutput)] {
    var properties: [(String, JSONOutput)] = []
    for member in shape.members where !properties.contains(where: { $0.0 == member.key }) {
      let same = shape.members.filter { $0.key == member.key }
      let schemas = same.map { schema($0.shape, $0.words) }
      properties.append((member.key, schemas.count == 1 ? schemas[0] : .object([("anyOf", .array(schemas))])))
    }
    var members: [(String, JSONOutput)] = [
      ("type", .text("object")), ("properties", .object(properties)), ("additionalProperties", .flag(false)),
    ]
    let conditions = conditions(of: shape)
    if !conditions.isEmpty { members.append(("allOf", .array(conditions))) }
    return members
  }

  /// What one kind of thing does not have, though another has.
  private func conditions(of shape: ObjectShape) -> [JSONOutput] {
    let conditional = shape.members.filter { $0.condition != nil }
    guard let key = conditional.first?.condition?.key, case .value(let setting)? = shape.member(key)?.shape,
      case .choice(let choices) = setting.type
    else { return [] }
    return choices.compactMap { choice -> JSONOutput? in
      func has(_ key: String) -> Bool {
        shape.members.contains { $0.key == key && ($0.condition?.values.contains(choice.id) ?? true) }
      }
      let foreign = conditional.map(\.key).filter { !has($0) }
      if foreign.isEmpty { return nil }
      let isThis = JSONOutput.object([
        ("properties", .object([(key, .object([("const", .text(choice.id))]))])), ("required", .array([.text(key)])),
      ])
      var seen: Set<String> = []
      let none = foreign.filter { seen.insert($0).inserted }.map { ($0, JSONOutput.flag(false)) }
      return .object([("if", isThis), ("then", .object([("properties", .object(none))]))])
    }
  }

  /// Paths of settings, each with what may stand there.
  private func paths(_ paths: PathsShape) -> [(String, JSONOutput)] {
    let known = (paths.target ?? root).settings.filter { entry in
      switch paths.content {
      case .factors, .terms: return entry.setting.isNumber
      case .doubts: return entry.setting.typeInDoubt != nil
      default: return true
      }
    }
    var patterns: [(String, JSONOutput)] = []
    func pattern(_ keys: ArraySlice<Substring>) -> String {
      "^" + keys.map { $0 == "*" ? EditorSchema.id : EditorSchema.escaped($0) }.joined(separator: "\\.") + "$"
    }
    if case .sources = paths.content {
      // One source may be that of several numbers, which are an object; a map is none.
      for keys in known.map({ $0.path.split(separator: ".") }) {
        for count in keys.indices.dropFirst() where keys[count] != "*" {
          let around = pattern(keys.prefix(count))
          if patterns.contains(where: { $0.0 == around }) { continue }
          patterns.append((around, .object([("type", .array([.text("string"), .text("null")]))])))
        }
      }
    }
    for (path, setting, _) in known {
      let pattern = pattern(path.split(separator: ".")[...])
      if patterns.contains(where: { $0.0 == pattern }) { continue }
      let value: JSONOutput =
        switch paths.content {
        case .values: self.value(setting)
        case .doubts: .object(described(setting.words) + [("anyOf", .array([Self.drawnByName]))])
        case .factors, .terms:
          .object(
            described(setting.words) + [
              ("anyOf", .array([Self.type("number")] + (setting.settled == .never ? [Self.drawnByName] : [])))
            ])
        case .sources: .object(described(setting.words) + [("type", .array([.text("string"), .text("null")]))])
        case .axes: axis(setting)
        }
      patterns.append((pattern, value))
    }
    return [
      ("type", .text("object")), ("patternProperties", .object(patterns)), ("additionalProperties", .flag(false)),
    ]
  }

  /// The values that a sweep takes.
  private func axis(_ setting: Setting) -> JSONOutput {
    let listed = JSONOutput.object([
      ("type", .text("object")),
      (
        "properties",
        .object([
          (
            "values",
            .object([
              ("type", .text("array")), ("minItems", .number(1)),
              ("items", .object([("anyOf", .array(types(setting.type)))])),
            ])
          )
        ])
      ), ("required", .array([.text("values")])), ("additionalProperties", .flag(false)),
    ])
    var forms = [listed]
    if setting.isNumber {
      let number = Self.type("number")
      forms.append(
        .object([
          ("type", .text("object")), ("properties", .object([("from", number), ("to", number), ("step", number)])),
          ("required", .array([.text("from"), .text("to")])), ("additionalProperties", .flag(false)),
        ]))
    }
    return .object(described(setting.words) + [("anyOf", .array(forms + [Self.type("null")]))])
  }

  private static func escaped(_ key: Substring) -> String { key.map { $0 == "$" ? "\\$" : String($0) }.joined() }

  // MARK: Values

  private func value(_ setting: Setting) -> JSONOutput {
    var words = setting.words
    let unit = setting.unit.words
    if !unit.english.isEmpty { words = words + Words(" [") + unit + Words("]") }
    var members = described(words)
    if let standard = setting.standard, standard != .words(Words("")) {
      members += [("default", standard.output), ("examples", .array([standard.output]))]
    }
    let types =
      setting.known.isEmpty
      ? types(setting.type, isShare: setting.unit == .share)
      : [.object([("enum", .array(setting.known.map { .text($0) }))])]
    members.append(("anyOf", .array(types + [Self.type("null")])))
    return .object(members)
  }

  private func types(_ type: ValueType, isShare: Bool = false) -> [JSONOutput] {
    switch type {
    case .number(let range, let isWhole, let mayBeDrawn):
      var types: [JSONOutput] = [
        .object([
          ("type", .text(isWhole ? "integer" : "number")), ("minimum", .number(range.lowerBound)),
          ("maximum", .number(range.upperBound)),
        ])
      ]
      if isShare { types.append(.object([("const", .text("rest"))])) }
      if mayBeDrawn { types.append(Self.drawnByName) }
      return types
    case .flag: return [Self.type("boolean")]
    case .text, .id, .table: return [Self.type("string")]
    case .words:
      let text = Self.type("string")
      let both = JSONOutput.object([
        ("type", .text("object")), ("properties", .object([("en", text), ("th", text)])),
        ("additionalProperties", .flag(false)),
      ])
      return [text, both]
    case .choice(let choices):
      return [.object([("enum", .array(choices.map { .text($0.id) }))])]
    case .date(let isYearly):
      let date = "(19\\d\\d|2[0-2]\\d\\d|2[4-6]\\d\\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])"
      let day = "(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])"
      return [.object([("type", .text("string")), ("pattern", .text(isYearly ? "^(\(date)|\(day))$" : "^\(date)$"))])]
    case .files:
      return [Self.type("string"), .object([("type", .text("array")), ("items", Self.type("string"))])]
    case .list(let element):
      return [.object([("type", .text("array")), ("items", .object([("anyOf", .array(types(element)))]))])]
    }
  }

  private static func type(_ name: String) -> JSONOutput { .object([("type", .text(name))]) }

  private static let drawnByName = JSONOutput.object([("$ref", .text("#/definitions/drawn"))])

  /// A number that is drawn anew for every simulated year.
  private var drawn: JSONOutput {
    let laws = DrawnNumber.Law.allCases.map { law -> JSONOutput in
      let parameters = law.parameters.map { ($0, Self.type("number")) }
      return .object([
        ("type", .text("object")),
        ("properties", .object([("dist", .object([("const", .text(law.rawValue))]))] + parameters)),
        ("required", .array([.text("dist")] + law.parameters.map { .text($0) })),
        ("additionalProperties", .flag(false)),
      ])
    }
    return .object([
      ("description", .text("One draw for every simulated year.")),
      ("markdownDescription", .text("One draw for every simulated year.\n\nสุ่มใหม่หนึ่งครั้งในแต่ละปีจำลอง")),
      ("anyOf", .array(laws)),
    ])
  }
}

extension Setting {
  var isNumber: Bool {
    if case .number = type { return true }
    return false
  }
}
