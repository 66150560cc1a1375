import Experiments
import ScenarioFile

/// What a run is of that its title does not say: what `--set` changed, and in what files differ.
struct RunHeader {
  /// So many changes are told; the rest is counted.
  private static let most = 4
  private static let columns = 80

  private let plan: RunPlan

  init(_ plan: RunPlan) { self.plan = plan }

  /// Lines for a terminal.
  var lines: [Words] {
    (plan.changes.isEmpty ? [] : RunHeader.wrapped(Words(en: "with ", th: "เมื่อ "), plan.changes.map(\.words)))
      + (1..<max(1, plan.fileCount)).flatMap { file in
        let changes = plan.differences(ofFile: file)
        let (id, first) = (plan.id(of: file), plan.id(of: 0))
        if changes.isEmpty { return [Words(en: "\(id): the same as \(first)", th: "\(id): เหมือน \(first)")] }
        return RunHeader.wrapped(
          Words(en: "\(id) beside \(first): ", th: "\(id) เทียบกับ \(first): "), changes.map(\.arrow))
      }
  }

  /// The same in one sentence each.
  var sentences: [Words] {
    var sentences: [Words] = []
    for line in lines {
      // What goes on is set in.
      if line.english.hasPrefix(" "), let last = sentences.popLast() {
        sentences.append(
          last + Words(en: " " + line.english.drop { $0 == " " }, th: " " + line.thai.drop { $0 == " " }))
      } else {
        sentences.append(line)
      }
    }
    return sentences
  }

  private static func wrapped(_ start: Words, _ changes: [Words]) -> [Words] {
    var parts = Array(changes.prefix(most))
    let more = changes.count - parts.count
    if more > 0 { parts.append(Words(en: "and \(more) more", th: "และอีก \(more) ค่า")) }
    let ends = parts.indices.map { $0 == parts.count - 1 ? "" : ";" }
    var lines = [start]
    for (place, (part, end)) in zip(parts, ends).enumerated() {
      let piece = part + Words(end)
      let whole = lines[lines.count - 1] + Words(place == 0 ? "" : " ") + piece
      let isWide = [Language.english, .thai].contains { DisplayWidth.of(whole[$0]) > columns }
      if isWide, place > 0 { lines.append(Words("  ") + piece) } else { lines[lines.count - 1] = whole }
    }
    return lines
  }
}
