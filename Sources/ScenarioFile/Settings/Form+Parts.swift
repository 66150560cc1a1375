/// Objects inside an object: parts, maps and lists of them, paths.
extension Form {
  /// An object with a part of its own.
  package func part<Asked: Part>(_ key: String, _: Asked.Type = Asked.self, en: String, th: String) -> Asked {
    group(key, Asked.noun, en: en, th: th) { Asked($0) }
  }

  /// An object inside this one, asked for in place.
  package func group<Answer>(_ key: String, _ noun: Words, en: String, th: String, _ ask: (Form) -> Answer) -> Answer {
    let form = Form(noun: noun, path: pathOf(key), source: sourceOfObject(key))
    form.isApart = isApart
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
      describing.isApart = isApart
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

  /// A table in a file of its own, each row a part; answers what the file holds, where one is named.
  package func table<Row: Part>(_ key: String, of _: Row.Type, en: String, th: String) -> SourceText? {
    guard case .reading(_, let circumstances) = source else {
      let words = Words(en: en, th: th)
      let setting = Setting(
        key: key, type: .table, unit: .none, standard: nil, isRequired: false, grounds: .choice, settled: .always,
        columns: Form.shape(of: Row.noun) { _ = Row($0) }, words: words)
      note(key, .value(setting), words)
      return nil
    }
    return circumstances.tables[pathOf(key)]
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
      describing.isApart = isApart
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

  /// What is said of the run and not of the world: policies and shocks cannot change it.
  package func apart<Answer>(_ ask: (Form) -> Answer) -> Answer {
    let outer = isApart
    isApart = true
    defer { isApart = outer }
    return ask(self)
  }

  /// Shares of this object that add up to 1; one of them may be `"rest"`.
  package func addUp(_ keys: [String], en: String, th: String) {
    shape.groups.append(ShareGroup(keys: keys, noun: Words(en: en, th: th)))
  }
}
