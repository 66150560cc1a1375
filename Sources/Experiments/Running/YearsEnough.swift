/// How a run ended that went on until there were years enough.
package struct YearsEnough: Sendable, Equatable {
  package let kind: StoppingRule.Kind
  /// The measure as somebody named it.
  package let measure: String
  package let number: Double
  package let verdict: StoppingRule.Verdict

  package init(_ kind: StoppingRule.Kind, measure: String, number: Double, verdict: StoppingRule.Verdict) {
    (self.kind, self.measure, self.number, self.verdict) = (kind, measure, number, verdict)
  }

  package init(_ rule: StoppingRule, _ verdict: StoppingRule.Verdict) {
    self.init(rule.kind, measure: rule.measure, number: rule.number, verdict: verdict)
  }
}
