import Foundation
import Testing

/// What a process that ended in an exit test wrote on standard error.
func said(_ result: ExitTest.Result?) throws -> String {
  String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
}

/// Expects that a process complained in these words, about the one line of the test's file that ends with
/// `// wrong: mark`.
///
/// Such a line must stand outside of a macro: inside, every line counts as the one on which the macro begins.
func expect(
  _ result: ExitTest.Result?, says message: String, atLineMarked mark: String, file: StaticString = #fileID,
  path: StaticString = #filePath, location: SourceLocation = #_sourceLocation
) throws {
  let source = try String(contentsOfFile: "\(path)", encoding: .utf8)
  let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
  let wrong = try #require(lines.firstIndex { $0.hasSuffix("// wrong: \(mark)") }, sourceLocation: location)
  let text = try said(result)
  let expected = "EventCore: \(message) (at \(file):\(wrong + 1))\n"
  #expect(text.contains(expected), "it said: \(text)", sourceLocation: location)
}
