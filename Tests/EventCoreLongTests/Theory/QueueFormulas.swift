/// What queueing theory says of queues in their steady state.
///
/// Unless a formula names another source it is from Gross, Shortle, Thompson and Harris, *Fundamentals of Queueing
/// Theory*, 4th edition, Wiley 2008. A wait is the time in line before service begins.

/// M/M/c, first come, first served: Poisson arrivals, exponential service, as many servers as you like.
///
/// Section 2.3.
struct ManyServers {
  var arrivalRate: Double
  var serviceRate: Double
  var servers = 1

  /// Mean number of busy servers.
  var load: Double { arrivalRate / serviceRate }

  /// Erlang's C formula, by the recursion of his B formula.
  var waitProbability: Double {
    var loss = 1.0
    for count in 1...servers { loss = load * loss / (Double(count) + load * loss) }
    return loss / (1 - load / Double(servers) * (1 - loss))
  }

  /// Those who wait do so for an exponential time of this rate.
  private var drainRate: Double { Double(servers) * serviceRate - arrivalRate }

  var meanWait: Double { waitProbability / drainRate }
  var meanSquareWait: Double { 2 * waitProbability / (drainRate * drainRate) }
  var meanWaiting: Double { arrivalRate * meanWait }
  var meanTimeInSystem: Double { meanWait + 1 / serviceRate }
}

/// M/G/1: Poisson arrivals, any service.
///
/// Pollaczek and Khintchine's formula, section 5.1.
struct AnyService {
  var arrivalRate: Double
  var meanService: Double
  var meanSquareService: Double

  var load: Double { arrivalRate * meanService }

  /// Mean remaining time of the service that an arrival meets.
  var meanResidual: Double { arrivalRate * meanSquareService / 2 }

  var meanWait: Double { meanResidual / (1 - load) }
  var meanWaiting: Double { arrivalRate * meanWait }
}

/// One exponential server for two classes; the first goes before the second but interrupts nobody.
///
/// Cobham, "Priority assignment in waiting line problems", Operations Research 2 (1), 1954.
struct TwoClasses {
  var urgent: AnyService
  var patient: AnyService

  private var meanResidual: Double { urgent.meanResidual + patient.meanResidual }

  var meanWaitOfUrgent: Double { meanResidual / (1 - urgent.load) }
  var meanWaitOfPatient: Double { meanWaitOfUrgent / (1 - urgent.load - patient.load) }
}

/// One server whose line is last come, first served and who interrupts nobody: the mean wait is that of first come,
/// first served, the square is not.
///
/// Section 5.1 of Kleinrock, *Queueing Systems* volume 2, Wiley 1976, with exponential service.
struct LastComeFirstServed {
  var arrivalRate: Double
  var serviceRate: Double

  var meanSquareWait: Double {
    let firstCome = ManyServers(arrivalRate: arrivalRate, serviceRate: serviceRate)
    return firstCome.meanSquareWait / (1 - firstCome.load)
  }
}

/// An exponential server who takes several at once: starts when enough wait, takes up to a limit, lets no one join.
///
/// Neuts, "A general class of bulk queues with Poisson input", Annals of Mathematical Statistics 38 (3),
/// 1967.
///
/// While the server is busy, the number that wait is geometric: its ratio r solves μ rᵇ⁺¹ − (λ + μ) r + λ = 0. The
/// server becomes idle at rate μ with n < a waiting, and n moves up at rate λ until it is a.
struct BatchService {
  var arrivalRate: Double
  var serviceRate: Double
  var least: Int
  var limit: Int

  /// The root between 0 and 1, by bisection: the polynomial falls through it from λ, and 1 is the other root.
  var ratio: Double {
    func polynomial(_ r: Double) -> Double {
      let highest = (0...limit).reduce(1.0) { power, _ in power * r }
      return serviceRate * highest - (arrivalRate + serviceRate) * r + arrivalRate
    }
    var low = 0.0
    var high = 1.0
    // Below the lowest point of the polynomial, which lies between the two roots.
    while polynomial(high) >= 0 { high -= 1e-3 }
    while high - low > 1e-15 {
      let middle = (low + high) / 2
      if polynomial(middle) > 0 { low = middle } else { high = middle }
    }
    return low
  }

  var meanWaiting: Double {
    let ratio = ratio
    var weight = 1 / (1 - ratio)
    var waiting = ratio / ((1 - ratio) * (1 - ratio))
    var stay = 0.0
    var power = 1.0
    for count in 0..<least {
      stay += serviceRate / arrivalRate * power
      power *= ratio
      weight += stay
      waiting += Double(count) * stay
    }
    return waiting / weight
  }

  var meanWait: Double { meanWaiting / arrivalRate }
}

/// Whole ticks: in each, somebody comes with one probability; a service takes a whole number of ticks, at least one.
///
/// Who comes when a service ends finds the server free. Meisling, "Discrete-time queuing theory", Operations
/// Research 6 (1), 1958.
struct TickQueue {
  var arrivalProbability: Double
  var meanService: Double

  /// The mean of S (S − 1).
  var secondFactorialMoment: Double

  static func geometric(arrivals: Double, endsEachTick: Double) -> Self {
    Self(
      arrivalProbability: arrivals, meanService: 1 / endsEachTick,
      secondFactorialMoment: 2 * (1 - endsEachTick) / (endsEachTick * endsEachTick))
  }

  static func constant(arrivals: Double, ticks: Int) -> Self {
    Self(
      arrivalProbability: arrivals, meanService: Double(ticks), secondFactorialMoment: Double(ticks * (ticks - 1)))
  }

  var meanWait: Double { arrivalProbability * secondFactorialMoment / (2 * (1 - arrivalProbability * meanService)) }
}
