import Ledger
import Randomness
import ScenarioFile
import Units

/// What government can do, each with its own mechanics and its own cost; all are off until a file says otherwise.
package struct Measures: Part, BitwiseCopyable {
  package static let noun = Words(en: "the measures section", th: "ส่วนมาตรการของรัฐ")

  package let haulageAid: FreightAid
  package let exportAid: FreightAid
  package let interestAid: InterestAid
  package let newOvens: NewOvens
  package let coldRooms: NewColdRooms
  package let pickerMobilisation: PickerMobilisation
  package let perRaiPayment: PerRaiPayment
  package let pruning: Pruning
  package let priceGuarantee: PriceGuarantee
  package let distribution: Distribution
  package let gapExpansion: GAPExpansion
  package let costCutting: CostCutting
  package let smartIrrigation: SmartIrrigation
  package let solarDrying: SolarDrying
  package let drones: Drones
  package let largePlotContracts: LargePlotContracts

  package init(_ form: Form) {
    haulageAid = form.part("haulage-aid", en: "Pays for fruit taken out of the province.", th: "ช่วยค่าขนส่งออกนอกจังหวัด")
    exportAid = form.part("export-aid", en: "Pays for fresh fruit exported.", th: "ช่วยผู้ส่งออกผลสด")
    interestAid = form.part("interest-aid", en: "Lets dryers hold more stock.", th: "ช่วยดอกเบี้ยให้โรงอบเก็บสต็อก")
    newOvens = form.part("new-ovens", en: "More ovens.", th: "เพิ่มเตาอบ")
    coldRooms = form.part("cold-rooms", en: "More cold rooms.", th: "เพิ่มห้องเย็น")
    pickerMobilisation = form.part("picker-mobilisation", en: "Brings pickers.", th: "จัดหาแรงงานเก็บ")
    perRaiPayment = form.part("per-rai-payment", en: "Pays households by their land.", th: "จ่ายเงินช่วยเหลือต่อไร่")
    pruning = form.part("pruning", en: "Pays for pruning: less fruit, and larger.", th: "จ้างตัดแต่งช่อผล ลดปริมาณ เพิ่มคุณภาพ")
    priceGuarantee = form.part("price-guarantee", en: "Tops up the price of AA.", th: "ประกันราคาเกรด AA")
    distribution = form.part("distribution", en: "Outlets in other provinces.", th: "กระจายผลผลิตออกนอกแหล่งผลิต")
    gapExpansion = form.part("gap-expansion", en: "Certifies more plots.", th: "เพิ่มแปลง GAP")
    costCutting = form.part("cost-cutting", en: "Teaches growing at lower cost.", th: "ลดต้นทุนการผลิต")
    smartIrrigation = form.part("smart-irrigation", en: "Water when the trees want it.", th: "ระบบน้ำอัจฉริยะ")
    solarDrying = form.part("solar-drying", en: "Heat of the sun for ovens.", th: "เตาอบพลังงานแสงอาทิตย์")
    drones = form.part("drones", en: "Spraying from the air.", th: "โดรนพ่นสาร")
    largePlotContracts = form.part(
      "large-plot-contracts", en: "Large-plot groups sell forward at a fixed price.", th: "แปลงใหญ่ขายล่วงหน้าราคาคงที่")
  }

  /// The ids in the order of the accounts.
  package static let ids = [
    "haulage-aid", "export-aid", "interest-aid", "new-ovens", "cold-rooms", "picker-mobilisation", "per-rai-payment",
    "pruning", "price-guarantee", "distribution", "gap-expansion", "cost-cutting", "smart-irrigation", "solar-drying",
    "drones", "large-plot-contracts",
  ]

  /// The place of each among the accounts and among the draws of who takes part; never reorder.
  enum Number: Int {
    case haulageAid, exportAid, interestAid, newOvens, coldRooms, pickerMobilisation, perRaiPayment, pruning
    case priceGuarantee, distribution, gapExpansion, costCutting, smartIrrigation, solarDrying, drones
    case largePlotContracts
  }
}

/// Some of the measures.
struct MeasureSet: BitwiseCopyable, Sendable, Equatable {
  private var bits: UInt32 = 0

  func contains(_ measure: Measures.Number) -> Bool { bits & 1 << UInt32(measure.rawValue) != 0 }

  mutating func insert(_ measure: Measures.Number) { bits |= 1 << UInt32(measure.rawValue) }
}

extension Province {
  /// Government pays for a measure.
  mutating func pay(
    _ amount: Satang, for measure: Measures.Number, to account: Account<Satang>, event: @autoclosure () -> String
  ) {
    guard amount > .zero else { return }
    books.money.post(amount, from: accounts.government[measure.rawValue], to: account, event: event())
  }

  /// Whether a farm takes part in a measure that reaches a share of all: a higher share keeps everyone already in.
  func takesPart(_ farm: Int, in measure: Measures.Number, share: Double) -> Bool {
    share > 0
      && luckOfPopulation.uniform(.farm, land.farms[farm].id, .uptake, number: UInt64(measure.rawValue)) < share
  }

  /// What is there from some day on is there; what is paid once, for buildings, certificates and courses, is paid.
  ///
  /// What was there before measuring began is a cost of the first year that is measured.
  mutating func beginMeasures(at time: Int) {
    let measures = world.measures
    let before = begun
    if measures.newOvens.isThere(on: date) { begun.insert(.newOvens) }
    if measures.coldRooms.isThere(on: date) { begun.insert(.coldRooms) }
    if begun != before { setMeans(at: time) }
    guard today >= record.firstDay else { return }
    if begun.contains(.newOvens) { payOnce(.newOvens, measures.newOvens.publicCost) }
    if begun.contains(.coldRooms) { payOnce(.coldRooms, measures.coldRooms.publicCost) }
    payOnce(.gapExpansion, measures.gapExpansion.plots * measures.gapExpansion.costPerPlot)
    payOnce(.solarDrying, measures.solarDrying.share * ovenCount / scale * measures.solarDrying.costPerOven)
  }

  private mutating func payOnce(_ measure: Measures.Number, _ baht: Double) {
    guard baht > 0, !paid.contains(measure) else { return }
    paid.insert(measure)
    let amount = Satang(baht: baht * scale, rounding: .nearestEven)
    pay(amount, for: measure, to: accounts.owners[0], event: "beginning of \(Measures.ids[measure.rawValue])")
  }

  private var ovenCount: Double {
    var count = 0
    for site in sites.indices where buyers[Int(sites[site].facility)].kind == .dryer { count += sites[site].machines }
    return Double(count)
  }

  /// At the end: what is paid by household and land.
  mutating func payHouseholds() {
    let measures = world.measures
    for index in land.farms.indices {
      let rai = land.farms[index].area.rai
      let farm = accounts.farm[index]
      func give(_ measure: Measures.Number, _ baht: Double) {
        pay(
          Satang(baht: baht, rounding: .nearestEven), for: measure, to: farm,
          event: "\(Measures.ids[measure.rawValue]) of farm \(index)")
      }
      give(.perRaiPayment, measures.perRaiPayment.amount(rai))
      if takesPart(index, in: .pruning, share: measures.pruning.uptake) {
        give(.pruning, measures.pruning.amount(rai))
      }
      // These pay the providers, not the farm.
      if takesPart(index, in: .costCutting, share: measures.costCutting.uptake) {
        pay(
          Satang(baht: measures.costCutting.costPerHousehold, rounding: .nearestEven), for: .costCutting,
          to: accounts.owners[0], event: "course of farm \(index)")
      }
      if takesPart(index, in: .smartIrrigation, share: measures.smartIrrigation.uptake) {
        pay(
          Satang(baht: measures.smartIrrigation.costPerRai * rai, rounding: .nearestEven), for: .smartIrrigation,
          to: accounts.owners[0], event: "irrigation of farm \(index)")
      }
      if takesPart(index, in: .drones, share: measures.drones.uptake) {
        pay(
          Satang(baht: measures.drones.costPerRai * rai, rounding: .nearestEven), for: .drones,
          to: accounts.owners[0], event: "drones over farm \(index)")
      }
    }
  }

  /// What a farm spends on a rai in a year, with what measures save.
  func growingCostPerRai(_ farm: Int) -> Double {
    let (costs, measures) = (world.crop.costs, world.measures)
    let isSmall = land.farms[farm].area.rai <= world.farms.smallUpToRai
    var cost = isSmall ? costs.smallFarmsBahtPerRai : costs.largerFarmsBahtPerRai
    if takesPart(farm, in: .costCutting, share: measures.costCutting.uptake) { cost *= 1 - measures.costCutting.saves }
    if takesPart(farm, in: .drones, share: measures.drones.uptake) { cost -= measures.drones.savesPerRai }
    return max(0, cost)
  }
}
