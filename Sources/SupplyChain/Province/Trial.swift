import EventCore
import Foundation
import Ledger
import Randomness
import ScenarioFile
import Units

package enum Trial {
  package static func run(_ reading: ScenarioReading, replication: UInt32) -> String {
    let clock = ContinuousClock()
    var mark = clock.now
    func lap(_ what: String) {
      let next = clock.now
      FileHandle.standardError.write("\(what): \(next - mark)\n".data(using: .utf8)!)
      mark = next
    }
    let luck = Luck(seed: 1, replication: replication)
    var number: UInt32 = 0
    let world = Form.read(reading.tree, luck: { path, drawn in
      number += 1
      let z = luck.normal(.setting, number, .year)
      switch drawn.law {
      case .normal: return drawn["mean"] + drawn["sd"] * z
      case .lognormal: let s = drawn["log_sd"]; return drawn["mean"] * Elementary.exp(s * z - s * s / 2)
      default: return drawn.mean
      }
    }) { World($0) }
    lap("read")
    let founding = Founding(world, seed: 1)
    lap("found")
    var simulation = founding.simulation(replication: replication)
    lap("prepare")
    simulation.run()
    lap("run \(simulation.agenda.handledCount) events")
    let p = simulation.model
    do { try p.books.audit() } catch { return "audit: \(error)" }
    var text = "farms \(p.land.farms.count) plots \(p.land.plots.count) lots \(p.record.lotCount) postings \(p.books.postings)\n"
    text += "weather \(world.crop.yearWeather) shift \(world.crop.season.peakShiftDays)\n"
    func f(_ x: Double, _ d: Int = 0) -> String { String(format: "%8.\(d)f", x) }
    for (i, d) in p.record.days.enumerated() where i % 5 == 0 {
      let date = p.calendar.date(ofDay: i)
      text += date.isoText + f(d.ripe.tonnes) + f(d.picked.tonnes) + f(d.absorbed.tonnes) + f(d.offered.tonnes) + f(d.capacity / 1e6)
      for form in 0..<3 { text += " |" + f(d.posted[form][0], 1) + (form == 2 ? f(d.posted[form][1], 1) + f(d.posted[form][2], 1) + f(d.posted[form][3], 1) : "") }
      text += f(d.openShare, 2) + "\n"
    }
    text += "in: \(p.record.inSeason)\noff: \(p.record.offSeason)\n"
    text += "dropped \(p.record.dropped.tonnes) left \(p.record.leftUnpicked.tonnes) spoiled \(p.record.spoiledMass.tonnes) closings \(p.record.closings)\n"
    text += "forms \(p.record.byForm[0].tonnes) \(p.record.byForm[1].tonnes) \(p.record.byForm[2].tonnes) overripe \(p.record.overripe) pickerdays \(p.record.pickerDays) border \(p.record.borderTrucks) \(p.record.borderHours / Double(max(1, p.record.borderTrucks)))\n"
    for (i, m) in world.markets.enumerated() {
      text += "\(m.id): \(p.record.marketMass[i].tonnes) t, \(p.record.marketMoney[i].baht / 1e6) M\n"
    }
    for (i, b) in world.facilities.enumerated() where b.part.kind.isBuyer {
      let s = p.sites.indices.filter { Int(p.sites[$0].facility) == i }
      text += "\(b.id): worked \(s.reduce(0.0) { $0 + p.record.workedBySite[$1].tonnes }) capacity \(s.reduce(0.0) { $0 + p.sites[$1].capacity } / 1e6) held \(s.reduce(0.0) { $0 + p.sites[$1].held.tonnes }) stock \(s.reduce(0.0) { $0 + p.sites[$1].stock.total.tonnes }) cash \(s.reduce(0.0) { $0 + p.books.money.balance(of: p.accounts.buyer[$1]).baht } / 1e6)\n"
    }
    let income = p.record.farms.reduce(0.0) { $0 + $1.income.baht }
    text += "farm income \(income / 1e6) M baht\n"
    for row in p.books.mass.auditTable().rows { text += "\(row)\n" }
    return text
  }
}
