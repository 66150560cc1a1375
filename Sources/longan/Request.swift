import ScenarioFile

/// What the command line asks for.
enum Request {
  case help
  case version

  /// The words that are known, and what each asks for; of `-h`, too short to be told from others, nobody is reminded.
  private static let words: [(word: String, request: Request)] = [
    ("help", .help), ("--help", .help), ("--version", .version),
  ]

  init(_ arguments: some Sequence<String>) throws(UnknownWord) {
    var request: Request?
    for argument in arguments {
      let asked = argument == "-h" ? .help : Self.words.first { $0.word == argument }?.request
      guard let asked else {
        throw UnknownWord(word: argument, suggestion: Suggestion.nearest(to: argument, in: Self.words.map(\.word)))
      }
      // Whoever asks for help beside something else wants the help.
      if request != .help { request = asked }
    }
    self = request ?? .help
  }
}

/// A command or a flag that does not exist.
struct UnknownWord: Error, CustomStringConvertible {
  var word: String
  var suggestion: String?

  var description: String {
    let kind = word.hasPrefix("-") ? "flag" : "command"
    let help = suggestion.map { "did you mean `\($0)`?" } ?? "`longan --help` lists what there is"
    return "error: no \(kind) `\(word)`\nhelp: \(help)"
  }
}
