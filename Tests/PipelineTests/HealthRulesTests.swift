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

    private func trouble(_ severity: Double, isOpen: Bool = true) -> Episode {
        Episode(
            .step, devices: [DeviceRef(index: 0, name: "a")], subjects: [.metric(metric)], from: 0,
            to: isOpen ? nil : 1, severity: severity)
    }

    @Test("A device of which nothing is known loses nothing")
    func quiet() {
        var state = state()
        rules.judge(&state)
        #expect(state.health == 100)
        #expect(state.status == .ok)
        #expect(state.parts.isEmpty)
    }

    @Test("The gravest open episode costs 0.7 points for each of its severity, others 8 each")
    func troubles() {
        var state = state()
        state.troubles = [trouble(60)]
        #expect(rules.parts(state).map(\.points) == [42])
        state.troubles = [trouble(60), trouble(40), trouble(30), trouble(90, isOpen: false)]
        #expect(rules.parts(state).map(\.points) == [42, 16])
        state.troubles = [trouble(90, isOpen: false)]
        #expect(rules.parts(state).isEmpty)
    }

    @Test("A trouble of many devices costs each of them what it would cost alone")
    func common() {
        var state = state()
        var shared = trouble(80)
        shared.devices = (0..<10).map { DeviceRef(index: $0, name: "\($0)") }
        state.troubles = [shared]
        #expect(rules.parts(state).map(\.points) == [49])
        shared.devices = []
        state.troubles = [shared]
        let fleet = HealthRules(medianErrors: 3, medianFailures: 0, devices: 100)
        #expect(fleet.parts(state).map(\.points) == [42])
    }

    @Test("Errors count above the fleet's median only, failures 8 points each up to 20")
    func events() {
        var state = state()
        state.errors = Compared(current: 3)
        #expect(rules.parts(state).isEmpty)
        state.errors = Compared(current: 5)
        state.failures = Compared(current: 4)
        #expect(rules.parts(state).map(\.points) == [20, 5])
        let failing = HealthRules(medianErrors: 3, medianFailures: 3)
        #expect(failing.parts(state).map(\.points) == [8, 5])
    }

    @Test("An open episode is a warning whatever the health; below 50 is critical")
    func status() {
        var warning = state()
        warning.troubles = [trouble(26)]
        rules.judge(&warning)
        #expect(warning.status == .warning)
        #expect(warning.health > 80)
        var critical = state()
        critical.troubles = [trouble(75)]
        rules.judge(&critical)
        #expect(critical.health == 47.5)
        #expect(critical.status == .critical)
    }

    @Test("The health never falls below 0, and each part stays below its limit")
    func bounds() {
        var state = state()
        state.troubles = (0..<9).map { _ in trouble(100) }
        state.errors = Compared(current: 1_000)
        state.failures = Compared(current: 1_000)
        state.reporting.missingShare = 1
        rules.judge(&state)
        #expect(state.health == 0)
        #expect(state.parts.allSatisfy { $0.points <= $0.limit })
    }
}
