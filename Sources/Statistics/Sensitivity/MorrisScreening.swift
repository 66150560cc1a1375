/// Which settings matter at all, and which act in a bent line or together with others: the screening of Morris.
///
///     let screening = try MorrisScreening(design: design, outcomes: outcomes)
///     screening.effects[2].meanMagnitude.mean     // μ*, large: the third setting matters
///     screening.effects[2].standardDeviation      // σ, large: and not in a straight line, or not alone
///
/// An elementary effect is what one step of a trajectory does to the outcome, by the share of the axis that it moves.
/// μ and σ are those of Morris (1991), μ* is that of Campolongo, Cariboni and Saltelli (2007), "An effective screening
/// design for sensitivity analysis of large models", *Environmental Modelling & Software* 22(10).
public struct MorrisScreening: Equatable, Sendable {
  /// What one axis does.
  public struct Effect: Equatable, Sendable {
    /// The mean effect μ with its interval over the trajectories: near zero also where ups and downs cancel.
    public let mean: MeanInterval
    /// The mean magnitude μ* of the effects with its interval over the trajectories.
    public let meanMagnitude: MeanInterval
    /// The standard deviation σ of the effects.
    public let standardDeviation: Double
  }

  /// What each axis does.
  public let effects: [Effect]
  /// Which trajectories were left out because a run of theirs has no outcome, ascending.
  public let dropped: [Int]

  /// Reads the outcomes of a design; a trajectory is left out as a whole where any of its runs has none.
  ///
  /// - Parameters:
  ///   - design: The trajectories.
  ///   - outcomes: For each point of the design the outcome of each year, nil where a run failed; the same years
  ///     everywhere, at least one, on which chance is the same for all points.
  ///   - level: The share of such intervals that hold the true mean, between 0 and 1.
  /// - Throws: `StatisticsError` when the outcomes are not like that, or fewer than two trajectories are whole.
  /// - Complexity: O(n) in the number of outcomes, and O(dimensions²) a trajectory.
  public init(design: MorrisDesign, outcomes: [[Double?]], level: Double = 0.95) throws(StatisticsError) {
    let whole = try WholeGroups(of: outcomes, points: design.count, perGroup: design.trajectoryLength)
    guard whole.kept.count >= 2 else { throw .tooFewValues(needed: 2, found: whole.kept.count) }
    dropped = whole.dropped
    var byAxis = [[Double]](repeating: [], count: design.dimensions)
    for (number, rows) in zip(whole.kept, whole.outcomes) {
      let trajectory = design.trajectory(number)
      let means = try means(of: rows)
      for (step, axis) in trajectory.axes.enumerated() {
        byAxis[axis].append((means[step + 1] - means[step]) / trajectory.steps[step])
      }
    }
    var effects: [Effect] = []
    for values in byAxis {
      let summary = try Summary(of: values)
      effects.append(
        Effect(
          mean: try MeanInterval(of: summary, level: level),
          meanMagnitude: try MeanInterval(of: values.map(\.magnitude), level: level),
          standardDeviation: summary.standardDeviation))
    }
    self.effects = effects
  }
}
