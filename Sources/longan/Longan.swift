import Foundation

/// The program: answers on standard output, complaints on standard error.
@main
struct Longan {
  static let version = "0.1.0"

  static func main() {
    do {
      switch try Request(CommandLine.arguments.dropFirst()) {
      case .help: print(helpPage)
      case .version: print("longan \(version)")
      }
    } catch {
      FileHandle.standardError.write(Data("\(error.description)\n".utf8))
      exit(2)
    }
  }

  /// At most 80 columns, and nothing that cannot be done today.
  static let helpPage = """
    longan \(version): building blocks for simulating farm-to-market supply chains

    usage: longan [help | --help | -h | --version]

      help, --help, -h   this page
      --version          the version

    Exit status: 0 done, 2 unknown command or flag.
    The libraries and their examples: README.md in the source.
    """
}
