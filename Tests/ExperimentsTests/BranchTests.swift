import EventCore
import Experiments
import ScenarioFile
import SupplyChain
import Testing

@Suite("A year that branches")
struct BranchTests {
  private let world = Form.read(Seasons.reading("small", "{}").tree) { World($0) }
  private let other = Form.read(
    Seasons.reading("small", "{}", changes: ["facilities.dryers.ovens=90", "labour.pickers=900"]).tree
  ) { World($0) }

  private func measures(_ simulation: Simulation<Province>) -> [Double?] {
    var simulation = simulation
    while simulation.pass(until: simulation.now + 1_440) == .reachedTime {}
    simulation.model.close()
    return simulation.model.measured(world).measures.values
  }

  @Test("on a day comes to what a year of its own comes to", arguments: [1, 120, 212, 213, 300])
  func branch(day: Int) {
    let founding = Founding(world, seed: 3)
    let base = [Regime(world, from: 0)]
    let changed = base + [Regime(other, from: day)]
    var trunk = founding.simulation(replication: 5, regimes: base)
    trunk.pass(until: day * 1_440)
    let alone = measures(founding.simulation(replication: 5, regimes: changed))
    #expect(measures(trunk.branch(changed)) == alone)
    // The trunk knows nothing of it.
    #expect(measures(trunk) == measures(founding.simulation(replication: 5, regimes: base)))
    if day < 250 { #expect(alone != measures(trunk)) }
  }

  @Test("keeps what was to come: a change of the trunk after the branch happens in the branch too")
  func laterChange() {
    let founding = Founding(world, seed: 3)
    let base = [Regime(world, from: 0), Regime(other, from: 220)]
    let changed = [Regime(world, from: 0), Regime(other, from: 200), Regime(other, from: 220)]
    var trunk = founding.simulation(replication: 5, regimes: base)
    trunk.pass(until: 200 * 1_440)
    #expect(measures(trunk.branch(changed)) == measures(founding.simulation(replication: 5, regimes: changed)))
  }

  @Test("is copied into memory that another year has used, and both go on as the original", arguments: [60, 213, 260])
  func copies(day: Int) {
    let founding = Founding(world, seed: 3)
    let base = [Regime(world, from: 0)]
    var original = founding.simulation(replication: 5, regimes: base)
    original.pass(until: day * 1_440)
    // A later day of another year of another world: more of everything, and other numbers in it.
    var used = Founding(other, seed: 4).simulation(replication: 9, regimes: [Regime(other, from: 0)])
    used.pass(until: 300 * 1_440)
    used.copy(from: original)
    let alone = measures(founding.simulation(replication: 5, regimes: base))
    #expect(measures(used) == alone && measures(original) == alone)
    // The one changes nothing of the other.
    used.pass(until: 280 * 1_440)
    #expect(measures(original) == alone)
    used.copy(from: original)
    #expect(measures(used) == alone)
  }
}
