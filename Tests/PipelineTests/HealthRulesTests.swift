import Analysis
import Reports
import Telemetry
import Testing
import Values
@testable import Pipeline

@Suite("The health formula")
struct HealthRulesTests {
    private let rules = HealthRules(medianErrors: 3, medianFailures: 0)
    private let metric = MetricRef(index: 0, name: "pressure", unit: nil)

    private func state() -> DeviceState {
        DeviceState(
            device: DeviceRef(index: 0, name: "a"),
            features: DeviceFeatures(
                device: 0, rows: 1, firstTime: 0, lastTime: 1, metrics: [], slopes: [],
                codes: EventCounts(), labelled: 0))
    }

    private func reading(_ z: Double, isOpen: Bool) -> Excursion {
        Excursion(
            device: DeviceRef(index: 0, name: "a"), metric: metric, value: 1, z: z, low: 0,
            high: 1, from: 0, to: 1, isOpen: isOpen)
    }

    @Test("A device of which nothing is known loses nothing")
    func quiet() {
        var state = state()
        rules.judge(&state)
        #expect(state.health == 100)
        #expect(state.status == .ok)
        #expect(state.parts.isEmpty)
    }

    @Test(
        "The furthest reading costs 4 points for each sigma above 3, at most 30",
        arguments: [(2.9, 0.0), (-3, 0), (8.9, 23.6), (-8.9, 23.6), (60, 30)])
    func furthest(z: Double, points: Double) {
        var state = state()
        state.furthest = reading(z, isOpen: abs(z) > 4)
        let sum = rules.parts(state).reduce(0) { $0 + $1.points }
        #expect(abs(sum - points) < 1e-9)
    }

    @Test("Errors count above the fleet's median only, failures 8 points each up to 20")
    func events() {
        var state = state()
        state.errors = Compared(current: 3)
        #expect(rules.parts(state).isEmpty)
        state.errors = Compared(current: 5)
        state.failures = Compared(current: 4)
        #expect(rules.parts(state).map(\.points) == [20, 5])
    }

    @Test("An open excursion is a warning whatever the health; below 50 is critical")
    func status() {
        var warning = state()
        warning.furthest = reading(4.1, isOpen: true)
        rules.judge(&warning)
        #expect(warning.status == .warning)
        #expect(warning.health > 90)
        var critical = state()
        critical.furthest = reading(20, isOpen: true)
        critical.shareOut = 1
        rules.judge(&critical)
        #expect(critical.health == 40)
        #expect(critical.status == .critical)
    }

    @Test("The health never falls below 0, and each part stays below its limit")
    func bounds() {
        var state = state()
        state.furthest = reading(99, isOpen: true)
        state.shareOut = 1
        state.errors = Compared(current: 1_000)
        state.failures = Compared(current: 1_000)
        state.reporting.silentSince = 0
        state.reporting.missingShare = 1
        rules.judge(&state)
        #expect(state.health == 0)
        #expect(state.parts.allSatisfy { $0.points <= $0.limit })
    }
}
