import Analysis
import Reports
import Telemetry
import Values

/// Finds sources that hold what became known only later, to be left out of a recipe: a model that
/// is given the answer predicts nothing, and its test is worthless.
///
/// A source is not left out for predicting well, only for doing what nothing measured at the time
/// could do.
struct LeakageSearch {
    let recipe: PredictionRecipe
    let source: any TelemetrySource
    private let history: FailureTimes
    private let deviceFacts: DeviceFacts

    /// - Parameters:
    ///   - history: The failures, up to the end of what is learned from.
    /// - Throws: What the source throws.
    init(
        _ recipe: PredictionRecipe, source: any TelemetrySource, history: FailureTimes
    ) throws {
        self.recipe = recipe
        self.source = source
        self.history = history
        let features = try source.deviceFeatures(
            Filter(to: history.until, devices: history.devices))
        let known = Dictionary(
            features.map { ($0.device, $0) }, uniquingKeysWith: { first, _ in first })
        deviceFacts = DeviceFacts(
            fates: history.devices.map { device in
                let first = known[device]?.firstTime ?? .nan
                let ends = history.ends(of: device, lastReading: known[device]?.lastTime)
                return DeviceFacts.Fate(
                    failures: history.failures[device]?.count ?? 0,
                    ends: ends.first.map { [$0 - first, $0] } ?? [])
            })
    }

    private var axis: TimeAxis { source.catalog.axis }

    /// What is to be left out, in the order of the recipe.
    ///
    /// - Throws: What the source throws.
    /// - Complexity: O(rows × columns), plus O(n log n) for columns examined closely.
    func leaks() throws -> [BackTest.Leak] {
        try readings() + codes() + attributes()
    }

    private func readings() throws -> [BackTest.Leak] {
        let metrics = recipe.metrics.compactMap { name in
            source.catalog.metrics.firstIndex { $0.name == name }
        }
        let tracks = try DeviceTrack.tracks(recipe, source: source, history: history)
        let facts = try ColumnFacts(metrics, source: source, history: history)
        let step = Self.step(tracks) ?? axis.bucketWidth
        let least =
            history.task == .life
            ? PredictionTraining.minimumLives : PredictionTraining.minimumFailures
        return recipe.metrics.indices.compactMap { metric in
            let evidence =
                facts.numbersRows(metric)
                ? .rowNumber
                : facts.constants(metric).flatMap(deviceFacts.evidence)
                    ?? LabelColumn.evidence(tracks, metric: metric, step: step, least: least)
                    ?? LifeColumn(tracks, metric: metric, step: step).evidence
            return evidence.map {
                BackTest.Leak(source: .init(.reading, recipe.metrics[metric]), evidence: $0)
            }
        }
    }

    /// Median time between two rows; nil where it is not positive.
    private static func step(_ tracks: [DeviceTrack]) -> Double? {
        let steps = tracks.flatMap { track in
            zip(track.times, track.times.dropFirst()).prefix(1_000).map { $1 - $0 }
        }
        let step = Statistics.median(steps)
        return step > 0 ? step : nil
    }

    private func codes() -> [BackTest.Leak] {
        let failures = history.failures.values.flatMap(\.self)
        let stamps = StampSteps(axis: axis)
        let span = axis.dataRange.upperBound - axis.dataRange.lowerBound
        return recipe.codes.compactMap { code in
            guard
                let place = source.catalog.codes.firstIndex(where: {
                    $0.kind == code.kind && $0.name == code.name
                })
            else { return nil }
            let source = BackTest.Source(.init(rawValue: code.kind.rawValue) ?? .other, code.name)
            if let label = history.labels[place] {
                return BackTest.Leak(source: source, evidence: label)
            }
            guard var events = history.others[place] else { return nil }
            let label = SpellLabel(
                failures: history.failures, step: axis.bucketWidth,
                least: PredictionTraining.minimumFailures
            ).evidence(events)
            let resolution = stamps.resolution(failures + events.values.flatMap(\.self))
            if code.namesDays == true {
                events = events.mapValues { $0.map { $0 + StampSteps.day } }
            }
            let record = FailureRecord(
                history: history, horizon: recipe.horizon,
                moment: max(resolution, min(axis.bucketWidth, recipe.horizon / 24)),
                resolution: resolution, exposure: span * Double(history.devices.count))
            return (label ?? record.evidence(events, kind: code.kind)).map {
                BackTest.Leak(source: source, evidence: $0)
            }
        }
    }

    private func attributes() -> [BackTest.Leak] {
        recipe.attributes.compactMap { attribute in
            guard let place = source.catalog.attributes.firstIndex(of: attribute.name) else {
                return nil
            }
            let values = history.devices.map { source.catalog.devices[$0].attributes[place] }
            return deviceFacts.evidence(values).map {
                BackTest.Leak(source: .init(.attribute, attribute.name), evidence: $0)
            }
        }
    }
}
