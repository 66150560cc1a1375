import Experiments
import ScenarioFile
import SpoiledScenarios
import Testing

@Suite("A scenario that was spoiled")
struct MutatedScenariosTests {
  @Test("is checked to its end: it is good, or something is said in both languages and for programs", arguments: 0..<50)
  func spoiled(seed: Int) throws {
    var mutator = Mutator(seed: seed)
    let original = try #require(ScenarioFormat.library.bytes("lamphun"))
    for number in 0..<20 {
      #expect(ScenarioPromise.broken(by: mutator.mutate(original)) == nil, "seed \(seed), \(number)")
    }
  }
}
