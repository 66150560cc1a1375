import Foundation
import ScenarioFile
import Testing

@testable import Experiments

@Suite("Blocks on the disk")
struct BlockFileTests {
  @Test(
    "SHA-256 has the hashes of its standard",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (String(repeating: "a", count: 1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
    ])
  func hashes(text: String, hash: String) {
    #expect(SecureHash.hex(text) == hash)
    // However it is cut.
    var pieces = SecureHash()
    var rest = Array(text.utf8)[...]
    var size = 1
    while !rest.isEmpty {
      pieces.add(rest.prefix(size))
      rest = rest.dropFirst(size)
      size += 1
    }
    #expect(pieces.hex() == hash)
  }

  private func row(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test("a block that was cut, changed or put together of two is none")
  func spoiled() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "longan-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let reading = Seasons.reading(
      "small", #"{ "sweep": { "axes": { "labour.pickers": { "values": [1200, 1600] } } } }"#)
    var plan = try #require(SweepPlan.make(reading, .init()).plan)
    plan.append(replications: 2)
    let rows = (0..<plan.runs).map { number in
      let run = plan.run(number)
      return SweepRow(plan, run, plan.values(at: run.point), .ok, reason: nil, measures: "1.5,\(number).0")
    }
    let path = folder.appending(path: "000000.part").path
    let file = BlockFile(0, 0..<plan.runs, header: "a,b", rows: rows, plan: plan.identity.plan)
    try file.write(to: path)
    let good = try #require(BlockFile(path))
    #expect(good.rows == file.rows && good.trailer == file.trailer && BlockFile.trailer(of: path) == file.trailer)
    #expect(file.trailer.runs == 4 && file.trailer.failed == 0)
    let bytes = Array(try Data(contentsOf: URL(filePath: path)))
    for cut in [0, 1, 5, bytes.count / 2, bytes.count - 1] {
      try Data(bytes[..<cut]).write(to: URL(filePath: path))
      #expect(BlockFile(path) == nil, "cut at \(cut)")
    }
    for place in stride(from: 0, to: bytes.count, by: 7) {
      var changed = bytes
      changed[place] ^= 1
      try Data(changed).write(to: URL(filePath: path))
      #expect(BlockFile(path) == nil || BlockFile(path)?.trailer != file.trailer, "changed at \(place)")
    }
    try Data(bytes + bytes).write(to: URL(filePath: path))
    #expect(BlockFile(path) == nil)
  }

  @Test("a line of CSV is read as it was written")
  func csv() {
    let cells: [MachineRows.Cell] = [
      .text("plain"), .missing, .text("a,b"), .text("say \"so\""), .count(5), .measure(2), .text(""),
    ]
    #expect(
      CSVLine.cells(SweepColumns.line(cells).utf8) == ["plain", "", "a,b", "say \"so\"", "5", "2.0", "\"\""])
    #expect(CSVLine.cells(",\"x,\"\"y\"\"\",".utf8) == ["", "x,\"y\"", ""])
  }
}
