import Analysis
import Testing

@Suite("Health")
struct HealthTests {
    @Test("Each part costs what its rule says, and the score is what is left")
    func parts() {
        let inputs = HealthInputs(
            furthestZ: 8.9, daysOut: 2, failureProbability: 0.8, errors: 4, fleetErrors: 3,
            failures: 1)
        let health = HealthFormula().health(inputs)
        let lost = health.parts.map { ($0.pointsLost * 10).rounded() / 10 }
        #expect(lost == [23.6, 10, 20, 2.5, 5])
        #expect(agree(health.score, 38.9) && health.status == .critical)
    }

    @Test("What is unknown costs nothing and is not shown")
    func unknown() {
        let health = HealthFormula().health(HealthInputs(furthestZ: .nan, daysOut: 1))
        #expect(health.parts.map(\.rule.kind) == [.daysOut])
        #expect(health.score == 95 && health.status == .ok)
        #expect(HealthFormula().health(HealthInputs()).score == 100)
    }

    @Test("A reading out now is a warning whatever the score; no input leaves 0...100")
    func limits() {
        #expect(HealthFormula().health(HealthInputs(furthestZ: 4.5)).status == .warning)
        let worst = HealthFormula().health(
            HealthInputs(
                furthestZ: .infinity, daysOut: 1e9, failureProbability: 1, errors: 1e9,
                failures: 1e9))
        #expect(worst.score == 0)
    }
}
