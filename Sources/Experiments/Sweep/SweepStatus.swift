import Foundation
import ScenarioFile

/// How far a sweep is, told by its folder alone.
package struct SweepStatus {
  package let runs: Int
  package let doneRuns: Int
  package let failed: Int
  package let broken: Int
  package let blocks: Int
  package let missing: [Int]
  /// Blocks that are there and prove nothing: torn, swapped, changed or of another plan.
  package let spoiled: Int
  /// Seconds that the rest takes at the pace so far; nothing where nobody can tell.
  package let secondsLeft: Double?

  package var isWhole: Bool { missing.isEmpty }

  /// The shares, of so many, that lack a block.
  package func shards(of count: Int) -> [Int] {
    var lacks = Set<Int>()
    for block in missing { lacks.insert(block % count) }
    return lacks.sorted()
  }

  package init(_ folder: SweepFolder) throws(SweepError) {
    let manifest = try SweepStatus.manifest(of: folder)
    var (done, failed, broken, spoiled, blocks) = (0, 0, 0, 0, 0)
    var missing: [Int] = []
    var times: [(time: Double, runs: Int)] = []
    for round in manifest.all {
      blocks += round.blocks
      for block in round.firstBlock..<round.firstBlock + round.blocks {
        let runs = round.runs(of: block)
        guard let trailer = BlockFile.trailer(of: folder.block(block)) else {
          missing.append(block)
          if FileWriting.exists(folder.block(block)) { spoiled += 1 }
          continue
        }
        guard trailer.block == block, trailer.first == runs.lowerBound, trailer.runs == runs.count,
          trailer.plan == manifest.plan
        else {
          missing.append(block)
          spoiled += 1
          continue
        }
        done += runs.count
        failed += trailer.failed
        broken += trailer.broken
        if let time = FileReading.changed(folder.block(block)) { times.append((time, runs.count)) }
      }
    }
    runs = manifest.all.reduce(0) { $0 + $1.runs }
    (doneRuns, self.failed, self.broken, self.spoiled, self.blocks, self.missing) =
      (done, failed, broken, spoiled, blocks, missing)
    let first = times.min { $0.time < $1.time }
    let last = times.max { $0.time < $1.time }
    if let first, let last, last.time > first.time, done > first.runs {
      secondsLeft = Double(runs - done) * (last.time - first.time) / Double(done - first.runs)
    } else {
      secondsLeft = missing.isEmpty ? 0 : nil
    }
  }

  static func manifest(of folder: SweepFolder) throws(SweepError) -> SweepFolder.Manifest {
    guard FileWriting.exists(folder.path) else { throw .file(FileFault(.notFound, folder.path)) }
    if let manifest = folder.manifest() { return manifest }
    throw .fault(
      SweepFault(
        .request, Words(en: "\(folder.path) is no folder of a sweep", th: "\(folder.path) ไม่ใช่โฟลเดอร์ของ sweep"),
        help: Words(en: "it has no manifest.json of this program", th: "ไม่มี manifest.json ของโปรแกรมนี้")))
  }
}
