import Experiments
import Foundation
import ScenarioFile
import SupplyChain
import Testing

/// Every setting must do something: changed, it changes what is measured of a year in which everything is in use.
@Suite("No dead key")
struct DeadKeyTests {
  /// A busy year: all measures are on, the border is narrow, a residue rule holds for a while.
  static let busy = #"""
    {
      "districts": { "ban-thi": { "area_share": "rest", "north_km": 20 },
        "mae-tha": { "area_share": 0.4, "east_km": 10, "north_km": 0 } },
      "supply": { "in_season_t": 2800, "drought": 0.1, "ripeness": { "heat": 0.1 }, "offseason_share": 0.4,
        "grade_share": { "C": "rest" },
        "offseason": { "tended_share": 0.4, "month_weight": { "apr": 2, "jun": 0.3, "jul": 0.3, "aug": 0.3, "sep": 0.3 } } },
      "farms": { "households": 540, "area_rai": 2700, "large_plot_share": 0.3, "gap_area_share": 0.4 },
      "labour": { "pickers": 260 },
      "border": { "slots_per_day": 0.3 },
      "competitors": { "copies_share": 0.3, "surge": 0.7 },
      "transport": { "pickups": { "vehicles": 24 }, "trucks": { "vehicles": 4 }, "reefers": { "vehicles": 5 } },
      "facilities": {
        "china-packers": { "so2_room_t": 4, "line_t_per_hour": 0.7 },
        "bunch-packers": { "line_t_per_hour": 0.5 }, "traders": { "so2_room_t": 2, "line_t_per_hour": 0.4 },
        "stations": { "sites": 4, "yard_t": 40, "bays": 1 },
        "dryers": { "sites": 4, "ovens": 34, "cash_thb": 10000 },
        "golden-flesh": { "intake_t_per_day": 0.3 }, "factories": { "intake_t_per_day": 1 },
        "cold-rooms": { "room_t": 40 } },
      "markets": { "china-fresh": { "admitted_packer_share": 0.9, "reference_t_per_day": 30 },
        "wholesale": { "reference_t_per_day": 15 }, "dried-export": { "reference_t_per_year": 8000 } },
      "dried_stock": { "rise_share_per_month": 0.0105, "credit_share": 0.1, "carry_in_t": 60 },
      "measures": {
        "haulage-aid": { "thb_per_kg": 2, "cap_t": 160 }, "export-aid": { "thb_per_kg": 1, "cap_t": 180 },
        "interest-aid": { "interest_share": 0.5, "more_credit_share": 0.1 },
        "new-ovens": { "count": 2, "from": "2564-07-10" }, "cold-rooms": { "room_t": 20, "from": "2564-07-10" },
        "picker-mobilisation": { "pickers": 20 }, "per-rai-payment": { "thb_per_rai": 500, "cap_rai": 10 },
        "pruning": { "uptake_share": 0.2, "cap_rai": 5 }, "price-guarantee": { "aa_thb_per_kg": 18, "cap_t": 100 },
        "distribution": { "more_t_per_day": 2 }, "gap-expansion": { "plots": 8 },
        "cost-cutting": { "uptake_share": 0.3 }, "smart-irrigation": { "uptake_share": 0.1 },
        "solar-drying": { "ovens_share": 0.3 }, "drones": { "uptake_share": 0.3 },
        "large-plot-contracts": { "uptake_share": 0.5 },
      },
    }
    """#

  private static let kinds = [
    "stations": "station", "china-packers": "packer", "bunch-packers": "packer", "traders": "packer",
    "dryers": "dryer", "golden-flesh": "flesh", "factories": "factory", "cold-rooms": "cold",
  ]

  /// Settings that say how a run is made or shown, tested where that is.
  private static let elsewhere: Set = [
    "longan", "run.reps", "run.seed", "run.sample_share", "facilities.*.kind", "markets.*.product",
    "supply.grade_share.C",
    // Farmers judge by a whole year; SeasonMoveTests has several.
    "behaviour.season_response_share_per_thb", "behaviour.season_inertia_share", "behaviour.usual_premium_thb_per_kg",
  ]

  /// What is measured after a change; nothing where the change cannot be made alone.
  private func signature(_ changes: [String]) -> [Double?]? {
    let reading = Seasons.reading("small", Self.busy, changes: changes)
    if reading.hasErrors { return nil }
    let seasons = Seasons(reading, jobs: 1)
    let year = seasons.years[0][0]
    return year.measures.values + year.days.picked.map { $0 } + year.days.price.map { $0.isFinite ? $0 : nil }
  }

  /// Values to try, until one makes a difference.
  static func candidates(_ setting: Setting) -> [String] {
    switch setting.type {
    case .number(let range, let isWhole, _):
      var middle = 0.0
      if case .number(let standard)? = setting.standard { middle = standard }
      let wanted = [
        middle * 1.5, middle * 0.5, middle + 1, middle - 1, middle + 0.3, range.lowerBound, range.upperBound,
      ]
      return wanted.map { isWhole ? $0.rounded() : $0 }.filter { range.contains($0) && $0 != middle }.map { "\($0)" }
    case .flag: return ["true", "false"]
    case .choice(let choices): return choices.map(\.id)
    case .date(true): return ["'03-01'", "'09-20'"]
    default: return []
    }
  }

  static func paths() -> [(path: String, setting: Setting)] {
    var found: [(String, Setting)] = []
    for (path, setting, condition) in ScenarioFormat.format.shape.settings {
      let keys = path.split(separator: ".").map(String.init)
      if elsewhere.contains(path) || ["shocks", "policies", "targets", "sweep", "calendar"].contains(keys[0]) {
        continue
      }
      switch keys[0] {
      case "facilities":
        for (id, kind) in kinds.sorted(by: { $0.key < $1.key }) {
          if let condition, !condition.values.contains(kind) { continue }
          found.append((path.replacing("*", with: id), setting))
        }
      case "markets":
        for (id, product) in [("china-fresh", "fresh"), ("wholesale", "fresh"), ("dried-export", "dried")] {
          if let condition, !condition.values.contains(product) { continue }
          found.append((path.replacing("*", with: id), setting))
        }
      // The other district, and grade C, are the rest.
      case "districts": found.append((path.replacing("*", with: "mae-tha"), setting))
      default: found.append((path, setting))
      }
    }
    return found
  }

  @Test("every setting changes what is measured")
  func dead() {
    let base = signature([])
    var dead: [String] = []
    for (path, setting) in Self.paths() {
      // What may change on a date is tried there: DatedChangeTests.
      if setting.settled == .never && !DatedChangeTests.isTriedFromTheBeginning(path) { continue }
      let values = Self.candidates(setting)
      if values.isEmpty { continue }
      let isAlive = values.contains { value in
        signature(["\(path)=\(value)"]).map { $0 != base } ?? false
      }
      if !isAlive { dead.append(path) }
    }
    #expect(dead == [])
  }
}
