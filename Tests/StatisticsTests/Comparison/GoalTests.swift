import Statistics
import Testing

@Suite struct GoalTests {
  @Test func aGoalPrefersItsSide() {
    #expect(Goal.larger.prefers(2, to: 1))
    #expect(!Goal.larger.prefers(1, to: 2))
    #expect(Goal.smaller.prefers(1, to: 2))
    #expect(!Goal.smaller.prefers(1, to: 1))
  }
}
