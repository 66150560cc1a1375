import Foundation
import Testing

/// What the built program said, and how it ended.
struct Answer: Equatable {
  var status: Int32
  var output: String
  var errors: String

  init(status: Int32, output: String, errors: String) {
    self.status = status
    self.output = output
    self.errors = errors
  }

  /// The program that is built beside the tests.
  static let program = Bundle.main.bundleURL.appendingPathComponent("longan").path

  /// Runs the program that is built beside the tests, in an environment of nothing but what is given.
  init(
    to arguments: [String], in folder: URL? = nil, input: String? = nil, environment: [String: String] = [:]
  ) throws {
    try self.init(running: Answer.program, arguments, in: folder, input: input, environment: environment)
  }

  /// Runs any program.
  init(
    running program: String, _ arguments: [String], in folder: URL? = nil, input: String? = nil,
    environment: [String: String] = [:]
  ) throws {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    // A program built to count its lines writes what it counted there, and not into the folder where it is called.
    let counts = Bundle.main.bundleURL.appending(path: "codecov/longan-%p.profraw").path
    process.environment = environment.merging(["LLVM_PROFILE_FILE": counts]) { given, _ in given }
    if let folder { process.currentDirectoryURL = folder }
    let output = Pipe()
    let errors = Pipe()
    process.standardOutput = output
    process.standardError = errors
    if let input {
      let pipe = Pipe()
      process.standardInput = pipe
      try process.run()
      pipe.fileHandleForWriting.write(Data(input.utf8))
      try pipe.fileHandleForWriting.close()
    } else {
      process.standardInput = FileHandle.nullDevice
      try process.run()
    }
    // What the program says fits into a pipe, so that one can be read after the other.
    self.output = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    self.errors = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    status = process.terminationStatus
  }
}

/// Expects a text that is kept in a file of `Golden`; with `LONGAN_RECORD` set, keeps it there instead.
func expectGolden(_ text: String, _ name: String, at location: SourceLocation = #_sourceLocation) throws {
  let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/\(name).txt")
  if ProcessInfo.processInfo.environment["LONGAN_RECORD"] != nil {
    // Whole at once: another test may read it at this moment.
    try Data(text.utf8).write(to: file, options: .atomic)
  }
  let kept = String(decoding: try Data(contentsOf: file), as: UTF8.self)
  #expect(text == kept, "differs from Golden/\(name).txt", sourceLocation: location)
}

/// A folder for one test, which is taken away when the test ends.
final class TemporaryFolder: Sendable {
  let url: URL

  init(_ files: [String: String] = [:]) throws {
    url = FileManager.default.temporaryDirectory.appending(path: "longan-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for (name, text) in files { try write(text, to: name) }
  }

  func write(_ text: String, to name: String) throws {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  deinit { try? FileManager.default.removeItem(at: url) }
}
