import Analysis
import Models
import Pipeline
package import Reports
import Synchronization
import Telemetry
import Values

extension ModelPanels {
    /// Stretches of time in which scores are told.
    static let comparedStretches = 240

    /// The built-in detectors and the models that raise alarms, on one axis; nil where no model
    /// does.
    func comparison(
        of device: DeviceRef, _ entries: [ModelPanel.Entry], in pipeline: AnalysisPipeline,
        _ analysed: AnalysedSnapshot
    ) -> DetectorComparison? {
        let models = entries.compactMap { entry -> WatchingModel? in
            WatchingModel(entry, spec: manager.entry(named: entry.card.file).card)
        }
        guard !models.isEmpty, let state = analysed.fleet.state(of: device),
            let series = try? pipeline.source.series(of: device.index, Filter())
        else { return nil }
        let times = models.flatMap { [$0.rows.times.first, $0.rows.times.last].compactMap(\.self) }
        guard let first = times.min(), let end = times.max(), first < end else { return nil }
        let width = (end - first) / Double(Self.comparedStretches)
        let starts = (0..<Self.comparedStretches).map { first + Double($0) * width }
        let truth = AlarmTruth.kind(of: pipeline.source.catalog)
        var comparison = DetectorComparison(
            starts: starts, end: end, lanes: lanes(models, state, series, analysed, starts, end),
            truth: truth,
            marks: truth.map { AlarmTruth($0, series, pipeline.source.catalog).marks } ?? [])
        comparison.marks.removeAll { $0 < first || $0 > end }
        comparison.devicesShown = analysed.fleet.devices.count
        if let truth { judge(&comparison, models, truth, pipeline, analysed) }
        return comparison
    }

    private func lanes(
        _ models: [WatchingModel], _ state: DeviceState, _ series: DeviceSeries,
        _ analysed: AnalysedSnapshot, _ starts: [Double], _ end: Double
    ) -> [DetectorComparison.Lane] {
        let watch = BuiltInWatch(scope: analysed.scope, fleet: analysed.fleet, series: series)
        let first = starts.first ?? end
        let bands = watch.bands(of: state).map {
            $0.from(first).lane(.bands, .own, starts: starts, end: end)
        }
        let rows = watch.rows().map {
            $0.rows.from(first).lane(.rows, .own, starts: starts, end: end)
        }
        return [bands, rows].compactMap(\.self)
            + models.map { $0.rows.lane($0.watcher, $0.limit, starts: starts, end: end) }
    }

    /// Judges all watchers on the whole set; models that predict by the test in their files.
    private func judge(
        _ comparison: inout DetectorComparison, _ models: [WatchingModel],
        _ truth: DetectorComparison.Truth, _ pipeline: AnalysisPipeline,
        _ analysed: AnalysedSnapshot
    ) {
        let trial = AlarmTrial(
            truth: truth, models: models.filter { $0.backTest == nil }, pipeline: pipeline,
            analysed: analysed, manager: manager)
        let found = remembered(trial)
        comparison.devicesJudged = trial.chosen.count
        let tests = Dictionary(
            models.compactMap { model in model.backTest.map { (model.watcher, $0) } },
            uniquingKeysWith: { first, _ in first })
        for place in comparison.lanes.indices {
            let watcher = comparison.lanes[place].watcher
            comparison.lanes[place].verdict =
                tests[watcher].flatMap(DetectorComparison.Verdict.init) ?? found[watcher]
        }
    }

    private func remembered(
        _ trial: AlarmTrial
    ) -> [DetectorComparison.Watcher: DetectorComparison.Verdict] {
        let key = trial.key
        if let known = verdicts.withLock({ $0[key] }) { return known }
        let found = trial.verdicts()
        verdicts.withLock { known in
            if known.count >= Self.keptTrials { known.removeAll() }
            known[key] = found
        }
        return found
    }

    /// Trials whose outcome is remembered.
    static let keptTrials = 32
}

extension DetectorComparison.Verdict {
    /// What a model's own test tells; nil where it tells no alarms.
    package init?(_ test: BackTest) {
        guard let bill = test.bills(AlarmCosts()).first(where: { $0.teller == .model }) else {
            return nil
        }
        self.init(
            positives: test.positives ?? 0, told: bill.told, alarms: bill.told + bill.needless,
            right: bill.told, isBackTest: true)
    }
}

extension FleetState {
    fileprivate func state(of device: DeviceRef) -> DeviceState? {
        devices.first { $0.device == device }
    }
}
