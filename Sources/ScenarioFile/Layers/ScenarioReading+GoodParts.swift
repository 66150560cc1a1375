extension ScenarioReading {
  /// What is wrong with the whole as far as it can be seen while something else is wrong: only of sections in which
  /// nothing is, so that one mistake is not told twice.
  func complaintsOfGoodParts(_ text: SourceText) -> [Diagnostic] {
    var harmed: Set<String> = []
    for mistake in diagnostics where mistake.kind.severity == .error {
      // Where brackets or quotes are wrong, or a section's name, nobody knows what belongs where.
      guard !ScenarioReading.structural.contains(mistake.kind), let section = section(of: mistake) else { return [] }
      harmed.insert(section)
    }
    func isGood(_ sections: [String]) -> Bool { harmed.isDisjoint(with: sections) }
    // An id may be unknown only because what it names is wrong.
    let ofTree = TreeChecker.check(tree, as: format.shape, of: text).filter { complaint in
      complaint.kind != .unknownID && complaint.path.map { isGood([String($0.prefix { $0 != "." })]) } == true
    }
    let ofChecks = format.checksOfSections.filter { isGood($0.sections) }.flatMap { $0.check(tree, format.shape) }
    return (ofTree + ofChecks).filter { $0.kind.severity == .error }
  }

  private static let structural: Set<DiagnosticKind> = [.syntax, .badEscape, .tooDeep, .tooLarge, .notUTF8]

  /// The member of the root in whose value a mistake stands.
  private func section(of mistake: Diagnostic) -> String? {
    guard let range = mistake.label?.range, !range.text.isArgument else {
      return mistake.path.flatMap { $0.isEmpty ? nil : String($0.prefix { $0 != "." }) }
    }
    guard case .object(let members)? = layers.first(where: { $0.text === range.text })?.root.value else { return nil }
    return members.first { $0.node.bytes.contains(range.bytes.lowerBound) }?.key
  }
}
