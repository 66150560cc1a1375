import ScenarioFile
import Statistics

/// The points of a sweep, each made when it is asked for.
struct SweepPoints: Sendable {
  private enum Layout: Sendable {
    case levels(GridDesign)
    case pairs(ZipDesign)
    case latin(LatinHypercube)
    case sobol(SobolDesign)
    case tornado(TornadoDesign)
    case morris(MorrisDesign)
    case saltelli(SaltelliDesign)
  }

  let axes: [Axis]
  let count: Int
  private let layout: Layout
  /// Which points of the layout are run, where not all are.
  private let kept: [UInt32]?

  /// A million points are planned within seconds; more are a mistake.
  static let most = 1_000_000
  /// Of a grid from which a condition takes, so many are looked at.
  private static let mostLookedAt = 10_000_000

  /// Why there are no such points.
  enum Fault: Error {
    case tooMany(String)
    case none
    case statistics(StatisticsError)
  }

  init(
    _ kind: SweepSettings.Kind, _ axes: [Axis], points: Int, where condition: SweepCondition, seed: UInt64
  ) throws(Fault) {
    self.axes = axes
    do throws(StatisticsError) {
      let counts = axes.map { $0.count ?? 2 }
      layout =
        switch kind {
        case .grid: .levels(try GridDesign(levelCounts: counts))
        case .zip: .pairs(try ZipDesign(levelCounts: counts))
        case .lhs: .latin(try LatinHypercube(count: points, dimensions: axes.count, seed: seed))
        case .sobol: .sobol(try SobolDesign(count: points, dimensions: axes.count, seed: seed))
        case .tornado: .tornado(try TornadoDesign(axisCount: axes.count))
        case .morris: .morris(try MorrisDesign(trajectoryCount: points, dimensions: axes.count, seed: seed))
        case .saltelli: .saltelli(try SaltelliDesign(basePoints: points, dimensions: axes.count, seed: seed))
        }
    } catch .gridTooLarge(let levels) {
      throw .tooMany(levels.map(String.init).joined(separator: " × "))
    } catch {
      throw .statistics(error)
    }
    let all =
      switch layout {
      case .levels(let design): design.count
      case .pairs(let design): design.count
      case .latin(let design): design.count
      case .sobol(let design): design.count
      case .tornado(let design): design.count
      case .morris(let design): design.count
      case .saltelli(let design): design.count
      }
    if condition.alternatives.isEmpty {
      kept = nil
      count = all
    } else {
      guard all <= SweepPoints.mostLookedAt else { throw .tooMany(NumberText.grouped(Double(all))) }
      let places = condition.comparisons.map(\.path)
      let used = axes.indices.filter { places.contains(axes[$0].path.description) }
      var kept: [UInt32] = []
      for point in 0..<all {
        let values = SweepPoints.values(of: point, axes, layout, only: used)
        let holds = condition.holds { path in
          used.firstIndex { axes[$0].path.description == path }.flatMap {
            if case .number(let number)? = values[$0] { number } else { nil }
          }
        }
        if holds { kept.append(UInt32(point)) }
      }
      self.kept = kept
      count = kept.count
    }
    guard count > 0 else { throw .none }
    guard count <= SweepPoints.most else { throw .tooMany(NumberText.grouped(Double(count))) }
  }

  /// What each axis is at a point; nothing where it stays as the scenario says.
  subscript(point: Int) -> [JSONOutput?] {
    SweepPoints.values(of: kept.map { Int($0[point]) } ?? point, axes, layout, only: Array(axes.indices))
  }

  /// The level of each axis at a point, where all values are known by number.
  func levels(at point: Int) -> [Int]? {
    let place = kept.map { Int($0[point]) } ?? point
    switch layout {
    case .levels(let design): return design[place]
    case .pairs(let design): return design[place]
    default: return nil
    }
  }

  private static func values(of point: Int, _ axes: [Axis], _ layout: Layout, only: [Int]) -> [JSONOutput?] {
    switch layout {
    case .levels(let design):
      let levels = design[point]
      return only.map { axes[$0].value(levels[$0]) }
    case .pairs: return only.map { axes[$0].value(point) }
    case .latin(let design): return at(design[point], axes, only)
    case .sobol(let design): return at(design[point], axes, only)
    case .morris(let design): return at(design[point], axes, only)
    case .saltelli(let design): return at(design[point], axes, only)
    case .tornado(let design):
      return only.map { axis in
        switch design[point] {
        case .low(axis: axis): axes[axis].value(at: 0)
        case .high(axis: axis): axes[axis].value(at: 1)
        default: nil
        }
      }
    }
  }

  private static func at(_ shares: [Double], _ axes: [Axis], _ only: [Int]) -> [JSONOutput?] {
    only.map { axes[$0].value(at: shares[$0]) }
  }

  var morris: MorrisDesign? { if case .morris(let design) = layout { design } else { nil } }
  var saltelli: SaltelliDesign? { if case .saltelli(let design) = layout { design } else { nil } }
  var tornado: TornadoDesign? { if case .tornado(let design) = layout { design } else { nil } }
}
