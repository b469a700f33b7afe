import Analysis
import Models
import Pipeline
import Reports
import Telemetry
import Values

/// Judges what the watchers say of a whole set, or an even choice of its devices, by what happened.
///
/// All are judged on the same rows: those of the period shown, without the first ones of each
/// device, which the row detector takes as normal.
struct AlarmTrial {
    /// Rows that are judged, about.
    static let rowLimit = 100_000

    /// What a trial depends on.
    struct Key: Hashable {
        let fingerprint: String
        let period: ClosedRange<Double>
        let devices: [Int]
        let models: [String]
    }

    let truth: DetectorComparison.Truth
    let models: [WatchingModel]
    let pipeline: AnalysisPipeline
    let analysed: AnalysedSnapshot
    let manager: ModelManager

    /// The devices that are judged, spread evenly over those of which is known what happened: where
    /// a file has no column of marks, its devices are not known to be without fault.
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

    /// One verdict for each watcher that can be judged.
    ///
    /// - Complexity: linear in the rows judged, times the models.
    func verdicts() -> [DetectorComparison.Watcher: DetectorComparison.Verdict] {
        var verdicts: [DetectorComparison.Watcher: DetectorComparison.Verdict] = [:]
        var judged: [JudgedDevice] = []
        for state in chosen {
            guard let device = try? JudgedDevice(state, truth, pipeline, analysed) else { continue }
            for (watcher, flags) in device.builtIn {
                device.judge(flags, into: &verdicts[watcher, default: .init()])
            }
            judged.append(device)
        }
        for model in models {
            guard let verdict = try? verdict(model, judged) else { continue }
            verdicts[model.watcher] = verdict
        }
        return verdicts
    }

    /// All devices in one run of the model.
    private func verdict(
        _ model: WatchingModel, _ judged: [JudgedDevice]
    ) throws -> DetectorComparison.Verdict? {
        guard let card = manager.entry(named: model.file).card, let first = judged.first else {
            return nil
        }
        guard
            case .fits(let columns) = manager.fit(
                card, named: model.file, columns: first.readings.names)
        else { return nil }
        var options = ScoringOptions()
        var segments: [Range<Int>] = []
        for device in judged {
            let start = segments.last?.upperBound ?? 0
            segments.append(start..<start + device.readings.times.count)
        }
        options.segments = segments
        let features = try FeatureMatrix(
            rowCount: segments.last?.upperBound ?? 0, columnCount: first.readings.names.count,
            values: judged.flatMap(\.readings.matrix.values))
        let found = try manager.score(
            model.file, features: features, columns: columns, options: options)
        let scores = found.values.map { $0 ?? .nan }
        let level = WatchingModel.threshold(
            found.threshold, scores, isProbability: model.limit == .half
        ).level
        var verdict = DetectorComparison.Verdict()
        for (device, rows) in zip(judged, segments) {
            device.judge(scores[rows].map { $0 > level }, into: &verdict)
        }
        return verdict
    }
}

/// A device of a trial: its readings, what happened, and what the built-in detectors say.
struct JudgedDevice {
    let readings: DeviceReadings
    private(set) var builtIn: [(DetectorComparison.Watcher, [Bool])] = []
    private let truth: AlarmTruth
    /// The rows that are judged.
    private let range: Range<Int>

    init(
        _ state: DeviceState, _ kind: DetectorComparison.Truth, _ pipeline: AnalysisPipeline,
        _ analysed: AnalysedSnapshot
    ) throws {
        readings = try DeviceReadings(state.device, pipeline, limit: .max)
        let series = try pipeline.source.series(of: state.device.index, Filter())
        truth = AlarmTruth(kind, series, pipeline.source.catalog)
        let watch = BuiltInWatch(scope: analysed.scope, fleet: analysed.fleet, series: series)
        let rows = watch.rows()
        let times = readings.times
        let period = analysed.scope.period
        let first = max(rows?.training ?? 0, times.count(upTo: period.lowerBound.nextDown))
        range =
            min(
                first, times.count)..<max(
                min(first, times.count), times.count(upTo: period.upperBound))
        if let rows { builtIn.append((.rows, rows.rows.flags)) }
        if let bands = watch.bands(of: state) {
            let flags = times.map { time in
                analysed.fleet.grid.index(of: time).map { bands.flags[$0] } ?? false
            }
            builtIn.append((.bands, flags))
        }
    }

    /// Counts alarms on the rows that are judged.
    func judge(_ flags: [Bool], into verdict: inout DetectorComparison.Verdict) {
        truth.judge(Array(readings.times[range]), Array(flags[range]), into: &verdict)
    }
}

extension LoadReport {
    /// Each file with readings has a column of marks.
    fileprivate var allReadingsAreLabelled: Bool {
        files.allSatisfy { file in
            let roles = Set(file.schema.columns.map(\.role))
            return !roles.contains(.metric) || roles.contains(.label)
        }
    }
}
