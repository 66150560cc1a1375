import Experiments
import ScenarioFile
import SupplyChain
import Units

/// The tables of a run's folder.
struct RunTables {
  let results: RunResults

  private var plan: RunPlan { results.plan }

  private static func text(_ text: String) -> MachineRows.Cell { .text(text.isEmpty ? nil : text) }
  private static func number(_ number: Double) -> MachineRows.Cell { number.isFinite ? .measure(number) : .missing }

  /// A row for every simulated year.
  var replications: MachineRows {
    let measures = results.summary.measures
    var rows: [[MachineRows.Cell]] = []
    for policy in plan.columns.indices {
      for year in 0..<plan.reps {
        rows.append(
          [.text(plan.name(policy)), .count(year)]
            + measures.indices.map { measure in
              results.summary.values[policy][measure][year].map { .measure($0) } ?? .missing
            })
      }
    }
    return MachineRows((["policy", "replication"] + measures.map(\.column)).map { MachineRows.Column($0) }, rows)
  }

  static let dailyKeys = ["policy", "date", "metric", "form", "grade", "district", "channel", "unit"]

  /// A row for every policy, series and day.
  var daily: MachineRows {
    let daily = results.daily
    let dates = (0..<daily.days).map { daily.date($0).isoText }
    var rows: [[MachineRows.Cell]] = []
    rows.reserveCapacity(daily.policies * daily.series.count * daily.days)
    for policy in 0..<daily.policies {
      let name = MachineRows.Cell.text(plan.name(policy))
      for (place, series) in daily.series.enumerated() {
        let keys = [
          MachineRows.Cell.text(series.metric), RunTables.text(series.form), RunTables.text(series.grade),
          RunTables.text(series.district), RunTables.text(series.channel),
          RunTables.text(SettingUnit(key: series.metric).rawValue),
        ]
        let columns = DailyBands.columns.indices.map { daily.column($0, of: place, policy: policy) }
        for day in 0..<daily.days {
          rows.append([name, .text(dates[day])] + keys + columns.map { RunTables.number($0[$0.startIndex + day]) })
        }
      }
    }
    return MachineRows((RunTables.dailyKeys + DailyBands.columns).map { MachineRows.Column($0) }, rows)
  }

  /// Where the fruit went, in the mean of the years.
  var flows: MachineRows {
    MachineRows(
      ["policy", "from", "to", "t", "thb"].map { MachineRows.Column($0) },
      results.flows.enumerated().flatMap { policy, flows in
        flows.map { flow in
          [
            .text(plan.name(policy)), .text(flow.from), .text(flow.to), .measure(flow.tonnes), .measure(flow.baht),
          ]
        }
      })
  }

  /// What every column of every table is.
  var columns: String {
    func field(_ name: String, _ type: String, _ unit: String, _ description: String) -> [(String, JSONOutput)] {
      [("name", .text(name)), ("type", .text(type)), ("unit", .text(unit)), ("description", .text(description))]
    }
    let words = Dictionary(
      (Metric.all + Metric.daily).map { ($0.id, $0.words.english) }, uniquingKeysWith: { first, _ in first })
    var replications = [
      field("policy", "string", "", "The policy"), field("replication", "integer", "", "The simulated year, from 0"),
    ]
    for measure in results.summary.measures {
      replications.append(
        field(
          measure.column, "number", SettingUnit(key: measure.metric).rawValue, words[measure.metric] ?? measure.metric)
          + [
            ("metric", .text(measure.metric)), ("form", .text(measure.form)), ("grade", .text(measure.grade)),
            ("district", .text(measure.district)), ("channel", .text(measure.channel)),
            ("season", .text(measure.season)), ("group", .text(measure.group)),
          ])
    }
    let keys = [
      ("policy", "The policy"), ("metric", "What is told"), ("form", "The form in which fruit is picked"),
      ("grade", "The size grade"), ("district", "The district; the province where there is none"),
      ("channel", "The facility or market; all where there is none"), ("unit", "The unit of the numbers"),
    ]
    var daily = keys.map { field($0.0, "string", "", $0.1) }
    daily.insert(field("date", "date", "", "The day"), at: 1)
    for (place, probability) in DailyBands.probabilities.enumerated() {
      daily.append(
        field(DailyBands.columns[place], "number", "", "Not exceeded in so many years: \(Int(probability * 100)) %"))
    }
    for name in DailyBands.columns.dropFirst(DailyBands.probabilities.count) {
      daily.append(field(name, "number", "", "One simulated year alone"))
    }
    let flows = [
      field("policy", "string", "", "The policy"), field("from", "string", "", "Where the fruit comes from"),
      field("to", "string", "", "Where it goes"),
      field("t", "number", "t", "Fresh fruit, the mean of the years; of dried fruit, what it was made of"),
      field("thb", "number", "thb", "What is paid for it"),
    ]
    let tables = [("replications.csv", replications), ("daily.csv", daily), ("flows.csv", flows)]
    return JSONOutput.object(
      tables.map { name, fields in
        (name, .object([("fields", .array(fields.map { .object($0) }))]))
      }
    ).lines() + "\n"
  }
}

extension MachineRows {
  package var csv: String {
    var text = csvHeader + "\n"
    for line in csvLines { text += line + "\n" }
    return text
  }
}
