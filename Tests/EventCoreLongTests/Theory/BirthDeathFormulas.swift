/// Queues whose formulas are sums over a birth-death chain, Gross and Harris section 2.2: the number in the system goes
/// up and down by one, and the flow up from each number equals the flow down to it.
struct BirthDeathChain {
  /// The share of time that the system holds 0, 1, 2, … customers.
  let shares: [Double]

  /// The steady state of 0 to `last` customers.
  init(last: Int, birthRate: (Int) -> Double, deathRate: (Int) -> Double) {
    var weights = [1.0]
    for count in 1...last { weights.append(weights[count - 1] * birthRate(count - 1) / deathRate(count)) }
    let total = weights.reduce(0, +)
    shares = weights.map { $0 / total }
  }

  /// The mean of something that depends on the number in the system.
  func mean(_ value: (Int) -> Double) -> Double {
    var sum = 0.0
    for (count, share) in shares.enumerated() { sum += share * value(count) }
    return sum
  }
}

/// M/M/c/K: whoever finds K in the system is lost.
///
/// Gross and Harris section 2.5.
struct FiniteRoom {
  let arrivalRate: Double
  let servers: Int
  let chain: BirthDeathChain

  init(arrivalRate: Double, serviceRate: Double, servers: Int, places: Int) {
    self.arrivalRate = arrivalRate
    self.servers = servers
    chain = BirthDeathChain(
      last: places, birthRate: { _ in arrivalRate }, deathRate: { Double(min($0, servers)) * serviceRate })
  }

  var lossProbability: Double { chain.shares[chain.shares.count - 1] }
  var meanWaiting: Double { chain.mean { Double(max(0, $0 - servers)) } }
  var meanBusy: Double { chain.mean { Double(min($0, servers)) } }

  /// The mean wait of those who are let in, by Little's law.
  var meanWait: Double { meanWaiting / (arrivalRate * (1 - lossProbability)) }
}

/// M/M/c + M: whoever has waited for an exponential time of their own goes away unserved.
///
/// Palm's model, called Erlang A in Mandelbaum and Zeltyn, "Service engineering in action: the Palm/Erlang-A queue", in
/// *Advances in Services Innovations*, Springer 2007.
struct ImpatientCustomers {
  let arrivalRate: Double
  let serviceRate: Double
  let servers: Int
  let impatience: Double
  let chain: BirthDeathChain

  init(arrivalRate: Double, serviceRate: Double, servers: Int, impatience: Double) {
    self.arrivalRate = arrivalRate
    self.serviceRate = serviceRate
    self.servers = servers
    self.impatience = impatience
    // Where the chain is cut, its shares have long been zero to the last bit for the loads that are tested.
    chain = BirthDeathChain(
      last: servers + 400, birthRate: { _ in arrivalRate },
      deathRate: { Double(min($0, servers)) * serviceRate + Double(max(0, $0 - servers)) * impatience })
  }

  var meanWaiting: Double { chain.mean { Double(max(0, $0 - servers)) } }
  var abandonProbability: Double { impatience * meanWaiting / arrivalRate }

  /// The mean wait of those who are served.
  ///
  /// Someone with n before them moves up at rate c μ + n θ and goes away at rate θ. They are served with probability
  /// c μ / (c μ + (n + 1) θ), the product of the chances of moving up; and how long each move takes does not depend on
  /// how it ends.
  var meanWaitOfServed: Double {
    let allBusy = Double(servers) * serviceRate
    var served = 0.0
    var waited = 0.0
    var wait = 0.0
    for (count, share) in chain.shares.enumerated() {
      if count < servers {
        served += share
        continue
      }
      let leaveRate = allBusy + Double(count - servers + 1) * impatience
      wait += 1 / leaveRate
      served += share * allBusy / leaveRate
      waited += share * allBusy / leaveRate * wait
    }
    return waited / served
  }
}
