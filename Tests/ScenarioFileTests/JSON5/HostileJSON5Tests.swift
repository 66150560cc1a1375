import ScenarioFile
import Testing

@Suite("A hostile text gets a message")
struct HostileJSON5Tests {
  @Test(
    "what is not UTF-8 is told at its first byte",
    arguments: [
      ([0x7b, 0xff, 0x7d], 1), ([0xc0, 0xaf], 0), ([0x27, 0xed, 0xa0, 0x80, 0x27], 1),
      ([0x31, 0xf4, 0x90, 0x80, 0x80], 1), ([0x31, 0xe0, 0xb8], 1), ([0x31, 0xe0, 0x9f, 0xbf], 1),
      ([0xf0, 0x80, 0x80, 0x80], 0), ([0x27, 0xc5, 0xd3, 0xe4, 0xc2, 0x27], 1), ([0x80], 0),
    ] as [([UInt8], Int)])
  func notUTF8(bytes: [UInt8], offset: Int) {
    let (root, diagnostics) = JSON5Reader.read(SourceText(name: "test.json5", bytes: bytes))
    #expect(root == nil)
    #expect(diagnostics.map(\.kind.id) == ["not-utf8"])
    #expect(diagnostics.first?.label?.range.bytes.lowerBound == offset)
  }

  @Test("UTF-16 is called by its name")
  func utf16() {
    let (_, diagnostics) = JSON5Reader.read(
      SourceText(name: "test.json5", bytes: [0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00]))
    #expect(diagnostics.first?.message.english == "the file is UTF-16, not UTF-8")
  }

  @Test("brackets may lie 64 deep and no deeper", arguments: ["[", "{a:"])
  func depth(opening: String) {
    let closing = opening == "[" ? "]" : "}"
    func nested(_ depth: Int) -> String {
      String(repeating: opening, count: depth) + "1" + String(repeating: closing, count: depth)
    }
    #expect(read(nested(64)).diagnostics.isEmpty)
    #expect(read(nested(65)).diagnostics.map(\.kind.id) == ["too-deep"])
    #expect(read(nested(300_000)).diagnostics.map(\.kind.id) == ["too-deep"])
    #expect(read(String(repeating: opening, count: 300_000)).diagnostics.first?.kind.id == "too-deep")
  }

  @Test("size and lengths have limits")
  func limits() {
    var limits = JSON5Limits()
    limits.bytes = 10
    #expect(read("[1,2,3,4]", limits: limits).diagnostics.isEmpty)
    #expect(read("[1,2,3,4 ]", limits: limits).diagnostics.isEmpty)
    #expect(read("[1,2,3,4  ]", limits: limits).diagnostics.map(\.kind.id) == ["too-large"])
    limits = JSON5Limits()
    limits.stringBytes = 5
    #expect(
      read("['abc','abcd',{ 'abcd':1}]", limits: limits).diagnostics.map(\.kind.id) == ["too-large", "too-large"])
    #expect(read("1" + String(repeating: "0", count: 1_200)).diagnostics.map(\.kind.id) == ["bad-number"])
    #expect(read("0x" + String(repeating: "f", count: 900)).root.map(compact) == "inf")
  }

  @Test("after so many mistakes it gives up")
  func givesUp() {
    #expect(read("[" + String(repeating: "@,", count: 100_000)).diagnostics.count == JSON5Limits.standard.diagnostics)
  }

  @Test("one reading finds every mistake, and reads what is right")
  func recovers() {
    let (root, diagnostics) = read(
      """
      {
        "area_rai": ๒๔๕๐๐๐,
        "share": 45%,
        "good": 1
        "date": 2564-08-13,
        "list": [1, 2 3, , 4],
        "text": "abc,
        "last": { "a": tru, "b": 2 },
      }
      """)
    #expect(
      places(diagnostics) == [
        "2:15-21 thai-digits", "3:12-15 bad-number", "4:12-12 syntax", "5:11-21 bad-number", "6:16-16 syntax",
        "6:20-21 syntax", "7:11-16 syntax", "8:18-21 syntax",
      ])
    #expect(diagnostics.map(\.replacement) == ["245000", "0.45", nil, "\"2564-08-13\"", nil, nil, nil, "\"tru\""])
    #expect(root.map(compact)?.contains("good:1") == true)
    #expect(root.map(compact)?.contains("last:{a:?,b:2}") == true)
  }

  @Test("thousands of texts with bytes flipped, cut and swapped are read to their end", arguments: 0..<20)
  func mutations(seed: Int) {
    let seedText =
      Array(#"{ // ลำไย"#.utf8)
      + Array(
        "\n \"a\": [1, -2.5e3, 0x1F, .5, Infinity, 'น้ำ\\u0e25\\\n', true], b: { c: null, /* d */ 'e': {}, }, }".utf8)
    var state = UInt64(seed) &* 0x9e37_79b9_7f4a_7c15 | 1
    func next(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state >> 11) % bound
    }
    for _ in 0..<500 {
      var bytes = seedText
      for _ in 0...next(4) {
        if bytes.isEmpty { break }
        switch next(5) {
        case 0: bytes[next(bytes.count)] = UInt8(next(256))
        case 1: bytes.removeLast(next(bytes.count))
        case 2: bytes.insert(contentsOf: "{}[],:'\"\\/*".utf8.shuffled(by: next).prefix(2), at: next(bytes.count))
        case 3: bytes.swapAt(next(bytes.count), next(bytes.count))
        default:
          let start = next(bytes.count)
          bytes.removeSubrange(start..<start + next(bytes.count - start + 1))
        }
      }
      let (root, diagnostics) = JSON5Reader.read(SourceText(name: "test.json5", bytes: bytes))
      // Either it is whole or something was said, and everything said has its place in the text.
      #expect(!diagnostics.isEmpty || root.map { !compact($0).contains("?") } == true)
      for diagnostic in diagnostics {
        if let range = diagnostic.label?.range {
          #expect(range.bytes.upperBound <= max(1, bytes.count) && range.column > 0)
        }
        #expect(!DiagnosticRenderer(language: .thai).render(diagnostic).isEmpty)
      }
    }
  }
}

extension Sequence {
  fileprivate func shuffled(by next: (Int) -> Int) -> [Element] {
    var elements = Array(self)
    for index in elements.indices.dropLast() { elements.swapAt(index, index + next(elements.count - index)) }
    return elements
  }
}
