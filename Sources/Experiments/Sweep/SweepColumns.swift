import ScenarioFile
import SupplyChain
import Units

/// The columns of a sweep's table: what a run is, the values of its axes, what was measured.
struct SweepColumns {
  enum Role: String {
    case run
    case axis
    case measure
  }

  enum Kind: String {
    case string
    case integer
    case number
    case date
    case boolean
  }

  struct Column {
    let name: String
    let kind: Kind
    let unit: String
    let words: Words
    let role: Role
  }

  let columns: [Column]

  /// The columns before the measures.
  static func fixed(_ axes: [Axis]) -> [Column] {
    func run(_ name: String, _ kind: Kind, en: String, th: String) -> Column {
      Column(name: name, kind: kind, unit: "", words: Words(en: en, th: th), role: .run)
    }
    return [
      run(
        "run", .string, en: "The same id wherever the same year of the same model is run.",
        th: "รหัสของปีจำลอง เหมือนกันทุกที่ที่รันปีเดียวกันของแบบจำลองเดียวกัน"),
      run("point", .integer, en: "The point of the design, from 0.", th: "จุดของการวางแผน เริ่มที่ 0"),
      run("policy", .string, en: "The policy.", th: "มาตรการ"),
      run(
        "replication", .integer, en: "The simulated year, from 0: the same luck at every point, under every policy.",
        th: "ปีจำลอง เริ่มที่ 0 โชคเดียวกันทุกจุดและทุกมาตรการ"),
      run(
        "status", .string, en: "ok; failed; broken, of our own fault; invalid.",
        th: "ok failed broken (ความผิดของโปรแกรม) invalid"),
      run("reason", .string, en: "Why there are no numbers.", th: "เหตุที่ไม่มีตัวเลข"),
    ]
      + axes.map { axis in
        Column(
          name: axis.path.description, kind: kind(of: axis), unit: axis.setting.unit.rawValue,
          words: axis.setting.words, role: .axis)
      }
  }

  private static func kind(of axis: Axis) -> Kind {
    switch axis.setting.type {
    case .number(_, let isWhole, _):
      if case .listed(let nodes) = axis.levels, !nodes.allSatisfy(\.isNumber) {
        .string
      } else {
        isWhole ? .integer : .number
      }
    case .flag: .boolean
    case .date(isYearly: false): .date
    default: .string
    }
  }

  init(_ axes: [Axis], measures: some Sequence<String>) {
    columns =
      SweepColumns.fixed(axes)
      + measures.map { name in
        let metric = name.split(separator: ".").last.map(String.init) ?? name
        let unit = SettingUnit(key: metric)
        let words = Metric.all.first { $0.id == metric }?.words ?? Words(name)
        return Column(
          name: name, kind: unit == .date ? .date : .number, unit: unit.rawValue, words: words, role: .measure)
      }
  }

  /// A Frictionless Table Schema.
  var schema: String {
    let fields = columns.map { column -> JSONOutput in
      var members: [(String, JSONOutput)] = [("name", .text(column.name)), ("type", .text(column.kind.rawValue))]
      if !column.unit.isEmpty { members.append(("unit", .text(column.unit))) }
      members += [
        ("description", .text(column.words.english)), ("description_th", .text(column.words.thai)),
        ("role", .text(column.role.rawValue)),
      ]
      return .object(members)
    }
    let document = JSONOutput.object([
      ("fields", .array(fields)), ("missingValues", .array([.text("")])), ("primaryKey", .array([.text("run")])),
    ])
    return document.lines() + "\n"
  }

  // MARK: Cells

  /// The value of an axis; numbers that do not count whole things always with a point or an exponent.
  static func cell(_ value: JSONOutput, of axis: Axis) -> MachineRows.Cell {
    switch value {
    case .null: .missing
    case .number(let number): axis.isWhole ? .count(Int(number)) : .measure(number)
    case .text(let text): .text(text)
    default: .value(value)
    }
  }

  /// What was measured; a day is a date.
  static func cells(_ measures: YearMeasures, from first: CalendarDate?) -> [MachineRows.Cell] {
    zip(measures.measures, measures.values).map { measure, value in
      guard let value else { return .missing }
      if SettingUnit(key: measure.metric) == .date {
        return first.map { .text($0.advanced(by: Int(value)).isoText) } ?? .missing
      }
      return .measure(value)
    }
  }

  static func line(_ cells: [MachineRows.Cell]) -> String {
    let columns = cells.indices.map { MachineRows.Column(String($0)) }
    return MachineRows(columns, [cells]).csvLines[0]
  }
}

/// The cells of a line of CSV as this program writes it: a quoted cell has its quotes doubled and no line end.
enum CSVLine {
  static func cells(_ line: some Sequence<UInt8>) -> [String] {
    var cells: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    for byte in line {
      if byte == UInt8(ascii: "\"") {
        // The second of a pair puts back the quote.
        if !isQuoted, cell.last == 0 { cell[cell.count - 1] = byte } else if isQuoted { cell.append(0) }
        isQuoted.toggle()
      } else if byte == UInt8(ascii: ","), !isQuoted {
        if cell.last == 0 { cell.removeLast() }
        cells.append(String(decoding: cell, as: UTF8.self))
        cell.removeAll(keepingCapacity: true)
      } else {
        cell.append(byte)
      }
    }
    if cell.last == 0 { cell.removeLast() }
    cells.append(String(decoding: cell, as: UTF8.self))
    return cells
  }
}
