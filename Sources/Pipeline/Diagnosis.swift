import Telemetry

extension Pipeline {
    /// The stretch that Diagnostics draws.
    public enum Window: String, Sendable, Hashable, CaseIterable {
        case fourWeeks, quarter, all
    }

    /// What is wrong with one device.
    ///
    /// - Parameters:
    ///   - name: The device's name; `nil` or an unknown one gives the worst device.
    ///   - panel: What models say about the device that is chosen.
    /// - Returns: `nil` where the choice holds no device.
    /// - Throws: What the source throws.
    public func diagnose(
        _ name: String?, window: Window, in analysed: AnalysedSnapshot,
        panel: (DeviceRef) -> ModelPanel
    ) throws -> DiagnosticReport? {
        let fleet = analysed.fleet
        let named = name.flatMap { name in fleet.devices.first { $0.device.name == name } }
        guard let state = named ?? fleet.ranked.first else { return nil }
        return try DiagnosticBuilder(
            source: source, scope: analysed.scope, fleet: fleet,
            clusters: analysed.snapshot.clusters, state: state,
            window: stretch(window, of: state, analysed.scope), model: panel(state.device),
            lacks: analysed.lacks
        ).report()
    }

    /// The last weeks of the period, or the device's whole life where times are no dates.
    private func stretch(
        _ window: Window, of state: DeviceState, _ scope: Scope
    ) -> ClosedRange<Double> {
        let end = scope.period.upperBound
        guard scope.catalog.axis.isCalendar else {
            return state.features.firstTime...max(state.features.firstTime, state.features.lastTime)
        }
        let length: Double
        switch window {
        case .fourWeeks: length = 28 * Scope.day
        case .quarter: length = 91 * Scope.day
        case .all: return scope.period
        }
        return max(scope.period.lowerBound, end - length)...end
    }
}
