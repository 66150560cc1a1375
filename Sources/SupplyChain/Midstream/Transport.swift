import EventCore
import ScenarioFile

/// Vehicles, or places to unload them: who comes first is served first, and nobody measures but those who wait.
typealias Fleet<Customer: BitwiseCopyable> = ServiceStation<
  Customer, FirstComeLine<Waiter<Customer, Int>>, NoWatch<Int>
>

/// Roads and vehicles.
package struct Transport: Part, BitwiseCopyable {
  package static let noun = Words(en: "the transport section", th: "ส่วนขนส่ง")

  package let roadFactor: Double
  package let localKm: Double
  package let pickups: FleetTerms
  package let trucks: FleetTerms
  package let reefers: ContainerTerms
  package let shelfLifeDays: Double
  package let so2ShelfLifeDays: Double
  package let coldShelfLifeDays: Double

  package init(_ form: Form) {
    roadFactor = form.number(
      "road_factor", 1.3, in: 1...5, .unsourced(1.2...1.5), settled: .atFounding,
      en: "How much longer roads are than the crow's way.",
      th: "ถนนยาวกว่าระยะตรงกี่เท่า")
    localKm = form.number(
      "local_km", 7, in: 0...500, .unsourced(4...12), settled: .atFounding, en: "The usual way within a district.",
      th: "ระยะทางทั่วไปภายในอำเภอ"
    )
    pickups = form.group(
      "pickups", FleetTerms.noun, en: "Pick-ups that bring a lot from the farm to the station.",
      th: "รถกระบะจากสวนถึงจุดรับซื้อ"
    ) { FleetTerms($0, vehicles: 4_500, loadT: 2, kmPerHour: 35, hours: 1, bahtPerKg: 0.25, bahtPerTKm: 8) }
    trucks = form.group(
      "trucks", FleetTerms.noun, en: "Ten-wheelers between districts and out of the province.",
      th: "รถสิบล้อระหว่างอำเภอและออกนอกจังหวัด"
    ) { FleetTerms($0, vehicles: 900, loadT: 12, kmPerHour: 45, hours: 2, bahtPerKg: 0.15, bahtPerTKm: 3) }
    reefers = form.group(
      "reefers", FleetTerms.noun, en: "Cooled containers to the port or the border.", th: "ตู้เย็นไปท่าเรือหรือด่าน"
    ) { ContainerTerms($0) }
    shelfLifeDays = form.number(
      "shelf_life_days", 5, in: 0.1...100, .article("brown in 3 to 4 days at 25 to 31 degrees, rotten in 7"),
      en: "How long picked fruit lasts.", th: "ผลเก็บแล้วอยู่ได้กี่วัน")
    so2ShelfLifeDays = form.number(
      "so2_shelf_life_days", 18, in: 0.1...365, .article("18 days with SO2"), en: "How long packed fruit lasts.",
      th: "ผลบรรจุแล้วอยู่ได้กี่วัน")
    coldShelfLifeDays = form.number(
      "cold_shelf_life_days", 30, in: 0.1...365, .article("about 30 days at 1 to 5 degrees"),
      en: "How long packed fruit lasts in a cold store.", th: "ผลบรรจุแล้วอยู่ในห้องเย็นได้กี่วัน")
  }
}

/// Cooled containers; how long they are away, and what they cost, the market says.
package struct ContainerTerms: BitwiseCopyable, Sendable {
  package let vehicles: Double
  package let loadT: Double

  init(_ form: Form) {
    vehicles = form.number(
      "vehicles", 700, in: 0...1_000_000, .unsourced(350...1_400), settled: .atFounding, en: "How many there are.",
      th: "จำนวนตู้")
    loadT = form.number(
      "load_t", 20, in: 0.05...1_000, .press("20 t a container"), en: "What one carries.", th: "น้ำหนักบรรทุก")
  }
}

/// Vehicles of one sort.
package struct FleetTerms: BitwiseCopyable, Sendable {
  static let noun = Words(en: "a fleet", th: "กองรถ")

  package let vehicles: Double
  package let loadT: Double
  package let kmPerHour: Double
  package let hours: Double
  package let bahtPerKg: Double
  package let bahtPerTKm: Double

  init(
    _ form: Form, vehicles: Double, loadT: Double, kmPerHour: Double, hours: Double, bahtPerKg: Double,
    bahtPerTKm: Double
  ) {
    self.vehicles = form.number(
      "vehicles", vehicles, in: 0...1_000_000, .unsourced(vehicles / 2...vehicles * 2), settled: .atFounding,
      en: "How many there are.",
      th: "จำนวนรถ")
    self.loadT = form.number(
      "load_t", loadT, in: 0.05...1_000, .unsourced(loadT * 0.75...loadT * 1.25), en: "What one carries.",
      th: "น้ำหนักบรรทุก")
    self.kmPerHour = form.number(
      "speed_km_per_hour", kmPerHour, in: 1...200, .unsourced(kmPerHour * 0.7...kmPerHour * 1.3),
      en: "How fast they go.",
      th: "ความเร็ว (กม./ชม.)")
    self.hours = form.number(
      "handling_hours", hours, in: 0...1_000, .unsourced(hours / 2...hours * 2), en: "Loading and unloading.",
      th: "เวลาขนขึ้นลง")
    self.bahtPerKg = form.number(
      "fixed_thb_per_kg", bahtPerKg, in: 0...100, .unsourced(bahtPerKg / 2...bahtPerKg * 2 + 0.1),
      en: "Freight whatever the distance.", th: "ค่าขนส่งคงที่")
    self.bahtPerTKm = form.number(
      "thb_per_t_km", bahtPerTKm, in: 0...1_000, .unsourced(bahtPerTKm / 2...bahtPerTKm * 2 + 0.1),
      en: "Freight for each ton and kilometre.", th: "ค่าขนส่งต่อตันต่อกิโลเมตร")
  }

  /// Freight for each kilogram and kilometre.
  var bahtPerKgKm: Double { bahtPerTKm / 1_000 }

  /// Freight in baht a kilogram over a distance.
  func freight(_ km: Double) -> Double { bahtPerKg + bahtPerTKm * km / 1_000 }

  /// The same over four distances at once.
  func freights(_ km: SIMD4<Double>) -> SIMD4<Double> { bahtPerKg + bahtPerTKm * km / 1_000 }

  /// Minutes one way, loading and unloading included.
  func minutes(_ km: Double) -> Double { (hours + km / kmPerHour) * 60 }
}
