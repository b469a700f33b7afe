public import Reports
import Telemetry
public import Values

extension AnalysisPipeline {
    /// The Diagnostics report of one device.
    ///
    /// - Parameters:
    ///   - name: The device's name; `nil` or an unknown one selects the worst device.
    ///   - length: How much of the end of the period is drawn, in the axis' unit; `nil` = 91 days,
    ///     or everything without dates.
    ///   - panel: Returns what models say about the selected device.
    /// - Returns: `nil` where the choice contains no device.
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

    /// The end of the period; that of the device's record where it is short, and without dates.
    private func stretch(
        _ length: Double?, of state: DeviceState, _ scope: Scope
    ) -> ClosedRange<Double> {
        let (first, last) = (state.features.firstTime, state.features.lastTime)
        // A device without rows in the period.
        guard first.isFinite, last.isFinite, let life = ClosedRange(from: first, to: last) else {
            return scope.period
        }
        // A record of minutes would be a dot in a period of months.
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
    /// The device with a name; the worst one where none is given or known, `nil` where there is
    /// none.
    public func device(named name: String?) -> DeviceRef? { state(named: name)?.device }

    /// All devices that pass the filter with their state, the worst first.
    ///
    /// - Complexity: O(n log n) for n devices.
    package func deviceRows() -> [OverviewReport.DeviceRow] {
        fleet.worst(fleet.devices.count).map(\.row)
    }

    func state(named name: String?) -> DeviceState? {
        let named = name.flatMap { name in fleet.devices.first { $0.device.name == name } }
        return named ?? fleet.worst(1).first
    }
}
