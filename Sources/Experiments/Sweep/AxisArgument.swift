import ScenarioFile

/// An axis on the command line: `--axis PATH=0.3..0.7/0.05`, or `PATH=1250,1450,1650`.
enum AxisArgument {
  /// The place in the file where the axis would stand and what would stand there, or what is wrong.
  static func read(
    _ argument: String, in shape: ObjectShape, _ tree: SettingTree
  ) -> (axis: (path: SettingPath, node: SettingTree.Node?)?, diagnostics: [Diagnostic]) {
    let assignment: SettingAssignment
    do throws(SettingFault) {
      assignment = try SettingAssignment(argument, flag: "--axis", in: shape)
    } catch {
      return (nil, [error.diagnostic])
    }
    let path = assignment.path
    guard let setting = shape.setting(path) else {
      return (nil, [shape.unknownPath(path.description, at: assignment.pathRange)])
    }
    if let missing = tree.missingID(on: path, in: shape) {
      let words = Words(
        en: "there is no `\(missing.id)` in `\(missing.map)`", th: "ไม่มี `\(missing.id)` ใน `\(missing.map)`")
      return (nil, [Diagnostic(.unknownPath, words, at: assignment.pathRange)])
    }
    let start = assignment.pathRange.bytes.upperBound + 1
    let node = node(of: Array(assignment.text.bytes[start...]), at: start)
    let range = SourceRange(assignment.text, start..<assignment.text.bytes.count)
    if let complaint = AxisComplaint(setting: setting, path: path.description, node: node, range: range).diagnostic() {
      return (
        nil,
        [
          complaint.helping(
            complaint.help == nil || complaint.kind == .badAxis
              ? Words(en: "write 0.3..0.7/0.05, or 1250,1450,1650", th: "เขียน 0.3..0.7/0.05 หรือ 1250,1450,1650")
              : complaint.help)
        ]
      )
    }
    let leaf = SettingTree.Leaf(node: node, range: range, over: nil)
    return ((SettingPath(keys: ["sweep", "axes", path.description]), .leaf(leaf)), [])
  }

  /// The axis as a file would have it, with its places in the argument.
  private static func node(of bytes: [UInt8], at start: Int) -> JSONNode {
    let whole = start..<start + bytes.count
    func member(_ key: String, _ node: JSONNode) -> JSONMember { JSONMember(key: key, keyBytes: whole, node: node) }
    let text = String(decoding: bytes, as: UTF8.self)
    let ends = text.split(separator: "..", maxSplits: 1, omittingEmptySubsequences: false)
    if ends.count == 2, let from = Double(ends[0]) {
      let parts = ends[1].split(separator: "/", omittingEmptySubsequences: false)
      let numbers = parts.compactMap { Double($0) }
      if numbers.count == parts.count, (1...2).contains(numbers.count) {
        let all = [from] + numbers
        return JSONNode(
          .object(zip(["from", "to", "step"], all).map { member($0, JSONNode(.number($1), whole)) }), whole)
      }
    }
    var place = start
    var values: [JSONNode] = []
    for word in bytes.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
      let range = place..<place + word.count
      place += word.count + 1
      let text = String(decoding: word, as: UTF8.self)
      let value: JSONValue =
        switch text {
        case "true": .bool(true)
        case "false": .bool(false)
        default: Double(text).map { .number($0) } ?? .string(text)
        }
      values.append(JSONNode(value, range))
    }
    return JSONNode(.object([member("values", JSONNode(.array(values), whole))]), whole)
  }
}
