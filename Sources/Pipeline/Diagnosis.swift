public import Reports
import Telemetry
public import Values

extension AnalysisPipeline {
    /// What is wrong with one device.
    ///
    /// - Parameters:
    ///   - name: The device's name; `nil` or an unknown one gives the worst device.
    ///   - length: How much of the end of the period is drawn, in the axis' unit; `nil` = a quarter of a
    ///     year, or all where times are no dates.
    ///   - panel: What models say about the device that is chosen.
    /// - Returns: `nil` where the choice holds no device.
    /// - Throws: What the source throws.
    public func diagnose(
        _ name: String?, length: Double? = nil, in analysed: AnalysedSnapshot,
        panel: (DeviceRef) -> ModelPanel
    ) throws -> DiagnosticReport? {
        let fleet = analysed.fleet
        guard let state = analysed.state(named: name) else { return nil }
        return try DiagnosticBuilder(
            source: source, scope: analysed.scope, fleet: fleet,
            clusters: analysed.snapshot.clusters, lives: analysed.snapshot.trends.partLives,
            state: state, window: stretch(length, of: state, analysed.scope),
            model: panel(state.device),
            missingData: analysed.missingData
        ).report()
    }

    /// The end of the period, or of the device's own life where times are no dates.
    private func stretch(
        _ length: Double?, of state: DeviceState, _ scope: Scope
    ) -> ClosedRange<Double> {
        let (first, last) = (state.features.firstTime, state.features.lastTime)
        // A device without a row in the period has no life in it.
        guard first.isFinite, last.isFinite, let life = ClosedRange(from: first, to: last) else {
            return scope.period
        }
        // A record of minutes would be a dot in a set of months.
        let period = scope.period.upperBound - scope.period.lowerBound
        let isShort = life.upperBound - life.lowerBound < 0.05 * period
        let whole = scope.catalog.axis.isCalendar && !isShort ? scope.period : life
        let wanted = length ?? (scope.catalog.axis.isCalendar ? 91 * Scope.day : .infinity)
        guard wanted > 0 else { return whole }
        let start = max(whole.lowerBound, whole.upperBound - wanted)
        return ClosedRange(from: start, to: whole.upperBound) ?? whole
    }
}

extension AnalysedSnapshot {
    /// The device of a name; the worst one where none is named or known, `nil` where there is none.
    public func device(named name: String?) -> DeviceRef? { state(named: name)?.device }

    func state(named name: String?) -> DeviceState? {
        let named = name.flatMap { name in fleet.devices.first { $0.device.name == name } }
        return named ?? fleet.worst(1).first
    }
}
