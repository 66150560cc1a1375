import Foundation
import ScenarioFile

extension Suite {
  /// How fast scenario files are read.
  static let files = Suite(name: "files", summary: "reading JSON5", rows: fileRows)
}

@Sendable
private func fileRows(_ session: Session) throws(BenchError) -> [Row] {
  guard session.effort.rounds > 0 else { return [] }
  progress("reading JSON5 in this process")
  let text = SourceText(name: "benchmark.json5", bytes: scenarios(megabytes: 8))
  var speeds = Samples(values: [])
  for round in 0...session.effort.rounds {
    var complaints = 0
    let time = measureNanoseconds { complaints = JSON5Reader.read(text).diagnostics.count }
    guard complaints == 0 else { throw BenchError("the benchmark's own file is not JSON5") }
    // The first round warms up.
    if round > 0 { speeds.values.append(Double(text.bytes.count) / time * 1e9 / 1e6) }
  }
  return [Row("", "JSON5 read", speeds, .megabytesPerSecond, bound: .atLeast(50, goal: 100))]
}

/// Text as people write scenarios: short keys, numbers, dates, Thai titles, comments.
private func scenarios(megabytes: Int) -> [UInt8] {
  let block = """
    {
      // The eight amphoe / อำเภอ
      "title": { "en": "Lamphun, an ordinary year", "th": "ลำพูน ปีปกติ" },
      "calendar": { "from": "2564-01-01", "to": "2564-12-31" },
      districts: { 'pa-sang': { area_share: 0.155, "pickers": 4500 }, li: { area_share: .26 } },
      "supply": { "spread_days": { "dist": "normal", "mean": 13, "sd": 2.5 }, "offseason_share": 0.45 },
      "weights": [1, 2.5, -3e2, 0x1F, true, false, null, 1250, 0.000125],
    },

    """
  var text = Array("[".utf8)
  while text.count < megabytes << 20 { text += block.utf8 }
  return text + "]".utf8
}
