import Analysis
import Models
import Pipeline
import Reports
import Telemetry
import Values

/// Evaluates detectors against ground truth on a whole set, or on an even choice of its devices.
///
/// All see the same rows: those of the period shown, without the first rows of each device, which
/// the row detector takes as normal.
struct DetectorEvaluation {
    /// Rows that are evaluated, approximately.
    static let rowLimit = 100_000

    /// What the verdicts of an evaluation depend on.
    struct Key: Hashable {
        let fingerprint: String
        let period: ClosedRange<Double>
        let devices: [Int]
        let models: [String]
    }

    let truth: DetectorComparison.Truth
    let models: [ModelDetector]
    let pipeline: AnalysisPipeline
    let analysed: AnalysedSnapshot
    let manager: ModelManager

    /// The devices evaluated, an even choice among those with known truth: where a file has no
    /// column of marks, its devices are not known to be free of faults.
    var chosen: [DeviceState] {
        let known = truth != .labels || pipeline.load.allReadingsAreLabelled
        let devices = analysed.fleet.devices.filter { known || $0.features.labelled > 0 }
        let rows = devices.reduce(0) { $0 + $1.features.rows }
        let step = max(1, (rows + Self.rowLimit - 1) / Self.rowLimit)
        return stride(from: 0, to: devices.count, by: step).map { devices[$0] }
    }

    var key: Key {
        Key(
            fingerprint: pipeline.fingerprint, period: analysed.scope.period,
            devices: chosen.map(\.device.index),
            models: models.map { "\($0.file) \($0.sha256) \($0.columns ?? [])" })
    }

    /// One verdict per detector that could be evaluated.
    ///
    /// - Complexity: O(rows evaluated × models).
    func verdicts() -> [DetectorComparison.Detector: DetectorComparison.Verdict] {
        var verdicts: [DetectorComparison.Detector: DetectorComparison.Verdict] = [:]
        var evaluated: [EvaluatedDevice] = []
        for state in chosen {
            guard let device = try? EvaluatedDevice(state, truth, pipeline, analysed) else {
                continue
            }
            for (detector, flags) in device.builtIn {
                device.evaluate(flags, into: &verdicts[detector, default: .init()])
            }
            evaluated.append(device)
        }
        for model in models {
            guard let verdict = try? verdict(model, evaluated) else { continue }
            verdicts[model.detector] = verdict
        }
        return verdicts
    }

    /// Scores all devices in one run of the model; nil where it does not fit the columns.
    private func verdict(
        _ model: ModelDetector, _ evaluated: [EvaluatedDevice]
    ) throws -> DetectorComparison.Verdict? {
        guard let card = manager.entry(named: model.file).card, let first = evaluated.first else {
            return nil
        }
        guard
            case .fits(let columns) = manager.fit(
                card, named: model.file, columns: first.readings.names)
        else { return nil }
        var options = ScoringOptions()
        var segments: [Range<Int>] = []
        for device in evaluated {
            let start = segments.last?.upperBound ?? 0
            segments.append(start..<start + device.readings.times.count)
        }
        options.segments = segments
        let features = try FeatureMatrix(
            rowCount: segments.last?.upperBound ?? 0, columnCount: first.readings.names.count,
            values: evaluated.flatMap(\.readings.matrix.values))
        let found = try manager.score(
            model.file, features: features, columns: columns, options: options)
        let scores = found.values.map { $0 ?? .nan }
        let level = ModelDetector.threshold(
            found.threshold, scores, isProbability: model.limit == .half
        ).level
        var verdict = DetectorComparison.Verdict()
        for (device, rows) in zip(evaluated, segments) {
            device.evaluate(scores[rows].map { $0 > level }, into: &verdict)
        }
        return verdict
    }
}

/// One device of an evaluation: its readings, ground truth, and the alarms of the built-in
/// detectors.
struct EvaluatedDevice {
    let readings: DeviceReadings
    private(set) var builtIn: [(DetectorComparison.Detector, [Bool])] = []
    private let truth: GroundTruth
    /// The rows that are evaluated.
    private let range: Range<Int>

    init(
        _ state: DeviceState, _ kind: DetectorComparison.Truth, _ pipeline: AnalysisPipeline,
        _ analysed: AnalysedSnapshot
    ) throws {
        readings = try DeviceReadings(state.device, pipeline, limit: .max)
        let series = try pipeline.source.series(of: state.device.index, Filter())
        truth = GroundTruth(kind, series, pipeline.source.catalog)
        let detectors = BuiltInDetectors(
            scope: analysed.scope, fleet: analysed.fleet, series: series)
        let rows = detectors.rows()
        let times = readings.times
        let period = analysed.scope.period
        let first = max(rows?.training ?? 0, times.count(upTo: period.lowerBound.nextDown))
        range =
            min(
                first, times.count)..<max(
                min(first, times.count), times.count(upTo: period.upperBound))
        if let rows { builtIn.append((.rows, rows.rows.flags)) }
        if let bands = detectors.bands(of: state) {
            let flags = times.map { time in
                analysed.fleet.grid.index(of: time).map { bands.flags[$0] } ?? false
            }
            builtIn.append((.bands, flags))
        }
    }

    /// Adds the alarms on the evaluated rows to a verdict.
    func evaluate(_ flags: [Bool], into verdict: inout DetectorComparison.Verdict) {
        truth.evaluate(Array(readings.times[range]), Array(flags[range]), into: &verdict)
    }
}

extension LoadReport {
    /// Whether each file with readings has a column of marks.
    fileprivate var allReadingsAreLabelled: Bool {
        files.allSatisfy { file in
            let roles = Set(file.schema.columns.map(\.role))
            return !roles.contains(.metric) || roles.contains(.label)
        }
    }
}
