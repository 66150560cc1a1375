import EventCore
import Foundation
import Testing

@Suite("The first simulation of the documentation")
struct FirstSimulationTests {
  @Test("stands in the article as it is compiled here, in at most 30 lines")
  func standsInTheArticle() throws {
    let source = try Excerpt.marked(in: "FirstSimulation.swift")
    let blocks = try Excerpt.codeBlocks(ofArticle: "FirstSimulation.md")
    #expect(blocks.first == source)
    #expect(source.count <= 30)
    #expect(source.first == "import EventCore")
  }

  @Test("finds the wait that the theory of queues expects")
  func agreesWithTheory() {
    let shop = firstSimulation()
    let watch = shop.model.desk.watch
    // M/M/1: a wait of load / (service rate - arrival rate), a server that is busy for the share of the load r. The mean
    // of n waits has a variance of r (2 + 5r - 4r² + r³) / (1 - r)⁴ squared services / n: here a standard error of 0.13.
    #expect((watch.waits.mean - 16).magnitude < 0.65)
    #expect((watch.busy.mean(at: shop.now) - 0.8).magnitude < 0.004)
    #expect((watch.waits.count - 2_000_000).magnitude < 8_000)
  }
}

/// Reads what the documentation shows.
enum Excerpt {
  /// The lines between the markers of a file beside this one, without what all of a stretch are indented by, and without
  /// empty lines at the end.
  static func marked(in file: String, beside path: StaticString = #filePath) throws -> [String] {
    let text = try String(
      contentsOf: URL(fileURLWithPath: "\(path)").deletingLastPathComponent().appendingPathComponent(file),
      encoding: .utf8)
    var excerpt: [String] = []
    var indentation: Int?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      switch line.trimmingCharacters(in: .whitespaces) {
      case "// doc:begin": indentation = line.prefix { $0 == " " }.count
      case "// doc:end": indentation = nil
      default: if let indentation { excerpt.append(String(line.dropFirst(indentation))) }
      }
    }
    while excerpt.last == "" { excerpt.removeLast() }
    return excerpt
  }

  /// The Swift code blocks of an article, as lines.
  static func codeBlocks(ofArticle name: String, below path: StaticString = #filePath) throws -> [[String]] {
    let package = URL(fileURLWithPath: "\(path)").deletingLastPathComponent().appendingPathComponent("../../..")
    let article = package.appendingPathComponent("Sources/EventCore/EventCore.docc").appendingPathComponent(name)
    var blocks: [[String]] = []
    var isInside = false
    let text = try String(contentsOf: article, encoding: .utf8)
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isInside = line == "```swift"
        if isInside { blocks.append([]) }
      } else if isInside {
        blocks[blocks.count - 1].append(String(line))
      }
    }
    return blocks
  }
}
