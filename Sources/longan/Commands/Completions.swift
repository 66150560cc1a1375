import ScenarioFile

/// What a shell completes: commands, flags, settings behind `--set`, built-in scenarios; made of what commands ask for.
struct Completions {
  enum Kind: String {
    case bash
    case zsh
    case fish
  }

  let paths: [String]
  let scenarios: [String]

  func text(_ kind: Kind) -> String {
    switch kind {
    case .bash: bash
    case .zsh: zsh
    case .fish: fish
    }
  }

  private typealias Described = (name: String, summary: String, options: [Arguments.Item])

  private var commands: [Described] {
    CommandList.all.map { command in
      (command.name, command.summary.english, Arguments.describe { _ = command.init($0) }.filter { !$0.isOperand })
    }
  }

  private static let everywhere = Everywhere.items

  /// What may stand behind `help`.
  private static let pages = CommandList.all.map { $0.name } + CommandList.topics.map(\.name)

  /// What may stand behind `generate`.
  private static let generated = ["schema", "completions", "observed", "bash", "zsh", "fish"]

  /// Whether a file or a folder stands behind an option.
  private static func isPath(_ item: Arguments.Item) -> Bool { item.value == "FILE" || item.value == "DIR" }

  /// The words behind an option, where they are known.
  private func values(_ item: Arguments.Item) -> [String] {
    item.value == "PATH=VALUE" ? paths.map { $0 + "=" } : item.choices
  }

  private var bash: String {
    let cases = commands.map { command in
      "    \(command.name)) flags=\"\(command.options.map(\.name).joined(separator: " "))\" ;;"
    }
    let options = commands.flatMap(\.options).filter { !values($0).isEmpty }
    var seen: Set<String> = []
    let behind = options.filter { seen.insert($0.name).inserted }.map { option in
      "    \(option.name)) words=\"\(values(option).joined(separator: " "))\" ;;"
    }
    let always = Completions.everywhere.filter { !$0.choices.isEmpty }.map {
      "    \($0.name)) words=\"\($0.choices.joined(separator: " "))\" ;;"
    }
    return """
      _longan() {
        local current="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" flags="" words=""
        COMPREPLY=()
        if [ "$COMP_CWORD" -eq 1 ]; then
          COMPREPLY=($(compgen -W "\((commands.map(\.name) + ["help"] + Completions.everywhere.map(\.name)).joined(separator: " "))" -- "$current"))
          return
        fi
        case "$before" in
      \((behind + always).joined(separator: "\n"))
          help) [ "$COMP_CWORD" -eq 2 ] && words="\(Completions.pages.joined(separator: " "))" ;;
          generate) [ "$COMP_CWORD" -eq 2 ] && words="\(Completions.generated.prefix(2).joined(separator: " "))" ;;
          schema|completions) [ "$COMP_CWORD" -eq 3 ] && words="\(Completions.generated.dropFirst(2).joined(separator: " "))" ;;
        esac
        if [ -n "$words" ]; then
          COMPREPLY=($(compgen -W "$words" -- "$current"))
          case "${COMPREPLY[0]}" in *=) compopt -o nospace ;; esac
          return
        fi
        case "${COMP_WORDS[1]}" in
      \(cases.joined(separator: "\n"))
        esac
        case "$current" in
          -*) COMPREPLY=($(compgen -W "$flags \(Completions.everywhere.map(\.name).joined(separator: " "))" -- "$current")) ;;
          *) COMPREPLY=($(compgen -W "\(scenarios.joined(separator: " "))" -- "$current") $(compgen -f -- "$current")) ;;
        esac
      }
      complete -F _longan longan

      """
  }

  private var zsh: String {
    func quoted(_ text: String) -> String {
      text.replacing("'", with: "").replacing("[", with: "(").replacing("]", with: ")").replacing(":", with: ",")
    }
    let described = commands.map { "    '\($0.name):\(quoted($0.summary))'" }.joined(separator: "\n")
    let cases = commands.filter { $0.name != Generate.name }.map { command -> String in
      let options = (command.options + Completions.everywhere).map { option -> String in
        let words = values(option)
        let value =
          option.value.map { value in
            ":\(quoted(value)):"
              + (Completions.isPath(option) ? "_files" : words.isEmpty ? "" : "(\(words.joined(separator: " ")))")
          } ?? ""
        return "        '\(option.isRepeatable ? "*" : "")\(option.name)[\(quoted(option.words.english))]\(value)' \\"
      }
      return "      \(command.name)) _arguments \\\n" + options.joined(separator: "\n")
        + "\n        '*:scenario:_alternative \"built-in:built in:(\(scenarios.joined(separator: " ")))\" \"files:file:_files\"' ;;"
    }
    return """
      #compdef longan
      _longan() {
        local -a commands
        commands=(
      \(described)
        )
        if (( CURRENT == 2 )); then
          _describe command commands
        else
          local command=$words[2]
          shift words
          (( CURRENT-- ))
          case $command in
      \(cases.joined(separator: "\n"))
            help) compadd \(Completions.pages.joined(separator: " ")) ;;
            generate) compadd \(Completions.generated.joined(separator: " ")) ;;
          esac
        fi
      }
      _longan "$@"

      """
  }

  private var fish: String {
    func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "") + "'" }
    var lines: [String] = []
    for command in commands {
      lines.append("complete -c longan -n __fish_use_subcommand -f -a \(command.name) -d \(quoted(command.summary))")
      for option in command.options {
        let words = values(option)
        let value =
          option.value == nil
          ? ""
          : Completions.isPath(option)
            ? " -r -F" : " -x" + (words.isEmpty ? "" : " -a \(quoted(words.joined(separator: " ")))")
        lines.append(
          "complete -c longan -n '__fish_seen_subcommand_from \(command.name)' -l \(option.name.dropFirst(2))\(value) -d \(quoted(option.words.english))"
        )
      }
    }
    for option in Completions.everywhere {
      let value = option.choices.isEmpty ? "" : " -x -a \(quoted(option.choices.joined(separator: " ")))"
      let letter = option.letter.map { " -s \($0)" } ?? ""
      lines.append(
        "complete -c longan\(letter) -l \(option.name.dropFirst(2))\(value) -d \(quoted(option.words.english))")
    }
    let pages = quoted(Completions.pages.joined(separator: " "))
    lines.append("complete -c longan -n __fish_use_subcommand -f -a help -d \(quoted("help"))")
    lines.append("complete -c longan -n '__fish_seen_subcommand_from help' -f -a \(pages)")
    let generated = quoted(Completions.generated.joined(separator: " "))
    lines.append("complete -c longan -n '__fish_seen_subcommand_from generate' -f -a \(generated)")
    lines.append("complete -c longan -a \(quoted(scenarios.joined(separator: " ")))")
    return lines.joined(separator: "\n") + "\n"
  }
}
