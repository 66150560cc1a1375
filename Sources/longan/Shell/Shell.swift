import Experiments
import ScenarioFile

/// What every command speaks through: two streams, a language, colours, and the scenarios it may read.
struct Shell {
  let language: Language
  let hasColour: Bool
  let isQuiet: Bool
  let isTerminal: Bool
  let format: FileFormat
  let library: ScenarioLibrary
  private let streams: Streams

  init(_ preferences: Preferences, streams: Streams, format: FileFormat, library: ScenarioLibrary) {
    language = preferences.language
    hasColour = preferences.hasColour
    isQuiet = preferences.isQuiet
    isTerminal = preferences.isTerminal
    self.streams = streams
    self.format = format
    self.library = library
  }

  /// How many complaints are printed; the rest is counted.
  private static let mostComplaints = 20

  // MARK: Speaking

  /// The answer, on standard output.
  func answer(_ text: String, terminator: String = "\n") { streams.output(text + terminator) }

  /// Standard output for whoever answers while it is at work.
  var writeAnswer: @Sendable (String) -> Void { streams.output }

  /// What is good to know beside the answer, on standard error; nothing when only results and errors are wanted.
  func tell(_ text: String) {
    if !isQuiet { streams.error(text + "\n") }
  }

  /// Standard error as it is, for what is drawn there.
  var writeError: @Sendable (String) -> Void { streams.error }

  /// What is wrong with a file, on standard error; warnings are kept back when only errors are wanted, unless they count
  /// as such.
  ///
  /// Of several files it is said which one is meant, where nothing else tells.
  func complain(_ diagnostics: [Diagnostic], isStrict: Bool = false, of file: String? = nil) {
    let told = diagnostics.filter { $0.kind.severity == .error || isStrict || !isQuiet }
    let renderer = DiagnosticRenderer(language: language, hasColour: hasColour)
    for var diagnostic in told.prefix(Shell.mostComplaints) {
      if diagnostic.label.map({ $0.range.text.isArgument }) ?? true, let file {
        diagnostic.notes.append(Words(en: "in \(file)", th: "ใน \(file)"))
      }
      streams.error(renderer.render(diagnostic) + "\n")
    }
    let more = told.count - Shell.mostComplaints
    if more > 0 { streams.error(Words(en: "and \(more) more", th: "และอีก \(more) ข้อ")[language] + "\n") }
  }

  // MARK: Reading

  /// A scenario, or a file of another format where its mark says so.
  func read(_ file: String, _ changes: [String], or others: [FileFormat] = []) throws(CommandFault) -> ScenarioReading {
    do throws(FileFault) {
      return try ScenarioReading(file, changes: changes, as: format, or: others, library: library)
    } catch {
      throw .file(error)
    }
  }

  /// A scenario without errors; one that has some, or lacks what it takes to be run, is complained of.
  func readGood(
    _ file: String, _ changes: [String], toRun: Bool = false, isStrict: Bool = false, isOneOfSeveral: Bool = false,
    forgiving kind: DiagnosticKind? = nil
  ) throws(CommandFault) -> ScenarioReading? {
    let reading = try read(file, changes).forgiving(kind)
    let diagnostics = reading.diagnostics + (toRun && !reading.hasErrors ? RunPlan.gaps(reading) : [])
    complain(diagnostics, isStrict: isStrict, of: isOneOfSeveral ? file : nil)
    if !diagnostics.contains(where: { $0.kind.severity == .error }) { return reading }
    if let tally = Check.tally(diagnostics, files: 1) {
      tell(tally[language] + Words(en: "; nothing was done", th: " ยังไม่ได้ทำอะไร")[language])
    }
    return nil
  }
}
