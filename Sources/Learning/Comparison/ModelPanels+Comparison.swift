import Analysis
import Models
import Pipeline
package import Reports
import Synchronization
import Telemetry
import Values

extension ModelPanels {
    /// Number of equal intervals for which scores are shown.
    static let comparedIntervals = 240

    /// The built-in detectors and the models that raise alarms, on one axis; nil where no model
    /// raises any.
    func comparison(
        of device: DeviceRef, _ entries: [ModelPanel.Entry], in pipeline: AnalysisPipeline,
        _ analysed: AnalysedSnapshot
    ) -> DetectorComparison? {
        let models = entries.compactMap { entry -> ModelDetector? in
            ModelDetector(entry, spec: manager.entry(named: entry.card.file).card)
        }
        guard !models.isEmpty, let state = analysed.fleet.state(of: device),
            let series = try? pipeline.source.series(of: device.index, Filter())
        else { return nil }
        let times = models.flatMap { [$0.rows.times.first, $0.rows.times.last].compactMap(\.self) }
        guard let first = times.min(), let end = times.max(), first < end else { return nil }
        let width = (end - first) / Double(Self.comparedIntervals)
        let starts = (0..<Self.comparedIntervals).map { first + Double($0) * width }
        let truth = GroundTruth.kind(of: pipeline.source.catalog)
        var comparison = DetectorComparison(
            starts: starts, end: end, lanes: lanes(models, state, series, analysed, starts, end),
            truth: truth,
            marks: truth.map { GroundTruth($0, series, pipeline.source.catalog).marks } ?? [])
        comparison.marks.removeAll { $0 < first || $0 > end }
        comparison.devicesShown = analysed.fleet.devices.count
        if let truth { evaluate(&comparison, models, truth, pipeline, analysed) }
        return comparison
    }

    private func lanes(
        _ models: [ModelDetector], _ state: DeviceState, _ series: DeviceSeries,
        _ analysed: AnalysedSnapshot, _ starts: [Double], _ end: Double
    ) -> [DetectorComparison.Lane] {
        let detectors = BuiltInDetectors(
            scope: analysed.scope, fleet: analysed.fleet, series: series)
        let first = starts.first ?? end
        let bands = detectors.bands(of: state).map {
            $0.from(first).lane(.bands, .own, starts: starts, end: end)
        }
        let rows = detectors.rows().map {
            $0.rows.from(first).lane(.rows, .own, starts: starts, end: end)
        }
        return [bands, rows].compactMap(\.self)
            + models.map { $0.rows.lane($0.detector, $0.limit, starts: starts, end: end) }
    }

    /// Sets the verdicts of all lanes, counted on the whole set; those of models that predict come
    /// from the back-tests in their files.
    private func evaluate(
        _ comparison: inout DetectorComparison, _ models: [ModelDetector],
        _ truth: DetectorComparison.Truth, _ pipeline: AnalysisPipeline,
        _ analysed: AnalysedSnapshot
    ) {
        let evaluation = DetectorEvaluation(
            truth: truth, models: models.filter { $0.backTest == nil }, pipeline: pipeline,
            analysed: analysed, manager: manager)
        let found = remembered(evaluation)
        comparison.devicesEvaluated = evaluation.chosen.count
        let tests = Dictionary(
            models.compactMap { model in model.backTest.map { (model.detector, $0) } },
            uniquingKeysWith: { first, _ in first })
        for place in comparison.lanes.indices {
            let detector = comparison.lanes[place].detector
            comparison.lanes[place].verdict =
                tests[detector].flatMap(DetectorComparison.Verdict.init) ?? found[detector]
        }
    }

    private func remembered(
        _ evaluation: DetectorEvaluation
    ) -> [DetectorComparison.Detector: DetectorComparison.Verdict] {
        let key = evaluation.key
        if let known = verdicts.withLock({ $0[key] }) { return known }
        let found = evaluation.verdicts()
        verdicts.withLock { known in
            if known.count >= Self.keptEvaluations { known.removeAll() }
            known[key] = found
        }
        return found
    }

    /// Evaluations whose verdicts are kept.
    static let keptEvaluations = 32
}

extension DetectorComparison.Verdict {
    /// The verdict of a model's own back-test; nil where it has no alarms.
    package init?(_ test: BackTest) {
        let costs = test.alarmCosts(at: AlarmPrices())
        guard let own = costs.first(where: { $0.source == .model }) else { return nil }
        self.init(
            positives: test.positives ?? 0, detected: own.truePositives,
            alarms: own.truePositives + own.falseAlarms,
            trueAlarms: own.truePositives, isBackTest: true)
    }
}

extension FleetState {
    fileprivate func state(of device: DeviceRef) -> DeviceState? {
        devices.first { $0.device == device }
    }
}
