import ScenarioFile
import SupplyChain

/// The part of the farms that a run simulates.
package struct FarmSample {
  package let share: Double
  package let farms: Double
  package let of: Double

  /// By what part of itself a season's mean may lie off that of all farms.
  ///
  /// Found by comparing, over the tons, exports, prices and incomes of Lamphun's season, samples of a twentieth to a half with
  /// all 54,000 farms: buyers who are fewer share their work more evenly, and farms are not all alike. Both fade with the
  /// root of how many farms there are.
  package var error: Double { 2.3 / max(farms, 1).squareRoot() }

  /// What people are told.
  package var words: Words {
    func count(_ number: Double) -> String { NumberText.grouped(number.rounded()) }
    let tenths = Int((error * 1_000).rounded())
    let percent = "\(tenths / 10).\(tenths % 10)"
    return Words(
      en: "\(count(farms)) of \(count(of)) farms are simulated: season means may be off by \(percent) %",
      th: "จำลอง \(count(farms)) จาก \(count(of)) สวน ค่าเฉลี่ยทั้งฤดูอาจคลาดเคลื่อนร้อยละ \(percent)")
  }
}

extension RunPlan {
  /// The part of the farms that is simulated; nothing when all are.
  package var sample: FarmSample? {
    let share = scenario.run.sampleShare
    guard share < 1 else { return nil }
    let farms = Double(scenario.world.register?.lineCount ?? scenario.world.terms.farms.households)
    return FarmSample(share: share, farms: max(1, (farms * share).rounded()), of: farms)
  }
}
