// The example of the article of the same name. What stands between the markers stands in the article, word for word.

// doc:begin
import EventCore
import Randomness

struct Shop: Model {
  enum Event { case arrival, served }
  enum Name: UInt16 { case shop, arrivals, services }

  var desk = FirstComeStation<Double, Double>(servers: 1)
  var arrivals = Luck(seed: 1, replication: 0).stream(of: Owner(Name.shop, id: 0), for: Name.arrivals)
  var services = Luck(seed: 1, replication: 0).stream(of: Owner(Name.shop, id: 0), for: Name.services)

  mutating func handle(_ event: Event, _ agenda: inout Agenda<Double, Event>) {
    switch event {
    case .arrival:
      desk.arrive(agenda.now, at: agenda.now)
      agenda.schedule(.arrival, after: arrivals.exponential(mean: 5))
    case .served:
      desk.finish(at: agenda.now)
    }
    if desk.startNext(at: agenda.now) != nil {
      agenda.schedule(.served, after: services.exponential(mean: 4))
    }
  }
}

// doc:end

func firstSimulation() -> Simulation<Shop> {
  // doc:begin
  var shop = Simulation(Shop())
  shop.agenda.schedule(.arrival, at: 0)
  shop.run(until: 10_000_000)
  print("mean wait:", shop.model.desk.watch.waits.mean, "minutes")
  print("clerk busy:", shop.model.desk.watch.busy.mean(at: shop.now))
  // doc:end
  return shop
}
