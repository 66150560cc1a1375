import Experiments
import ScenarioFile
import Synchronization
import Testing

@testable import longan

@Suite("What commands say beside their answers")
struct ShellTests {
  /// What is said when a warning and an error are complained of.
  private func said(_ flags: [String], isStrict: Bool) -> String {
    let given = Arguments.take(Everywhere.items, outOf: flags).given
    let everywhere = Arguments.read(given) { Everywhere($0) }
    let preferences = Preferences(everywhere, environment: [:], isTerminal: false)
    let errors = Mutex("")
    let streams = Streams(output: { _ in }, error: { text in errors.withLock { $0 += text } })
    let shell = Shell(preferences, streams: streams, format: ScenarioFormat.format, library: ScenarioFormat.library)
    let warning = DiagnosticKind.warning("a-warning", en: "", th: "")
    let error = DiagnosticKind.error("an-error", en: "", th: "")
    let nowhere: Diagnostic.Label? = nil
    shell.complain(
      [Diagnostic(warning, Words("careful"), at: nowhere), Diagnostic(error, Words("wrong"), at: nowhere)],
      isStrict: isStrict)
    shell.tell("by the way")
    return errors.withLock { $0 }
  }

  @Test("quiet, warnings and notes are kept back; warnings that count are not")
  func quiet() {
    let warning = "warning[a-warning]: careful\n\n"
    let error = "error[an-error]: wrong\n\n"
    #expect(said([], isStrict: false) == warning + error + "by the way\n")
    #expect(said(["-q"], isStrict: false) == error)
    #expect(said(["--quiet"], isStrict: true) == warning + error)
  }
}
