import Analysis
import Models
import Pipeline
import Reports
public import Telemetry
public import Values

/// Learns from a data set what precedes failures, or how long devices last.
///
/// The same data, settings and seed give the same file bit for bit.
public struct PredictionTraining: Sendable {
    /// The quantity to predict.
    public var task: PredictionRecipe.Task
    /// How far ahead failures are predicted, in the axis' unit; nil = as far as the set shows signs
    /// of them, or a usual length where it shows none.
    public var horizon: Double?
    /// Only earlier data are used.
    public var until = Double.infinity
    /// Seed of the fits and of shuffling.
    public var seed: UInt64 = 1

    /// In seconds: an hour to a month.
    private static let usualHorizons: [Double] = [3_600, 21_600, 86_400, 604_800, 2_592_000]
    /// Failures that are needed; with fewer, chance would be learned.
    static let minimumFailures = 10
    /// Devices run to failure that are needed.
    static let minimumLives = 6
    /// Samples that are used, approximately; the step between them is widened to stay below.
    static let sampleLimit = 150_000

    /// Settings for one task; `until` and `seed` may be changed before training.
    public init(_ task: PredictionRecipe.Task, horizon: Double?) {
        self.task = task
        self.horizon = horizon
    }

    /// Fits a model and evaluates it.
    ///
    /// - Parameter progress: Called now and then with the share of the work done, 0…1; throws to
    ///   cancel.
    /// - Throws: `ModelError`; `tooFewRows` where there are too few failures or lives; what the
    ///   source throws.
    public func train(
        on source: any TelemetrySource,
        progress: @escaping @Sendable (Double) throws(ModelError) -> Void = { _ in }
    ) throws -> TrainedPrediction {
        let devices = Self.devices(of: source, for: task)
        let first = try horizon ?? usualHorizon(source.catalog.axis)
        var recipe = PredictionRecipe(task, catalog: source.catalog, horizon: first)
        let history = try FailureTimes(task, source: source, devices: devices, until: until)
        recipe.markDays(history, source.catalog)
        let leaks = try LeakageSearch(recipe, source: source, history: history).leaks()
        recipe.setAside(leaks)
        let leadTime = try leadTime(recipe, source)
        if let leadTime { recipe.look(ahead: leadTime.length, source.catalog.axis) }
        try prepare(&recipe, source, devices)
        let samples = try PredictionSamples(recipe, source: source, devices: devices, until: until)
        let rows = samples.targets.indices.filter { samples.targets[$0].isFinite }
        let targets = rows.map { samples.targets[$0] }
        if task == .failure {
            let found = targets.count { $0 > 0.5 }
            guard found >= Self.minimumFailures, found < targets.count else {
                throw ModelError.tooFewRows(found: found, needed: Self.minimumFailures)
            }
        }
        try progress(0.05)
        let whole = try samples.matrix().selectingRows(rows)
        let columns = whole.varyingColumns
        let features = whole.selectingColumns(columns)
        var trainer = task == .failure ? PredictionTrainer.failure : .life
        trainer.trees.seed = seed
        let outcome = try trainer.fit(
            features, targets: targets, uses: uses(samples, rows), unit: recipe.longestLife ?? 1
        ) { share throws(ModelError) in try progress(0.05 + 0.9 * share) }
        let evaluation = PredictionEvaluation(
            recipe: recipe, samples: samples, rows: rows, outcome: outcome)
        var test = evaluation.backTest()
        let names = columns.map { samples.names[$0] }
        test.leaks = leaks
        test.standing = samples.standing
        test.weights = evaluation.weights(features, names)
        let sources = PredictionFeatures(recipe: recipe).sources
        test.importance = evaluation.importance(features, columns.map { sources[$0] }, seed: seed)
        return TrainedPrediction(
            recipe: recipe, model: outcome.model, features: names, threshold: outcome.threshold,
            rows: rows.count, test: test, leadTime: leadTime,
            period: period(rows.map { samples.times[$0] }, source))
    }

    /// The lead time of signs before failures, in the first 80 % of the time; nil where a horizon
    /// is given.
    private func leadTime(
        _ recipe: PredictionRecipe, _ source: any TelemetrySource
    ) throws -> LeadTime? {
        guard task == .failure, horizon == nil else { return nil }
        let range = source.catalog.axis.dataRange
        let end = min(until, range.upperBound)
        let shown = range.lowerBound + 0.8 * (end - range.lowerBound)
        return try LeadTimeSearch(recipe, source: source, until: shown).leadTime()
    }

    private func usualHorizon(_ axis: TimeAxis) throws -> Double {
        guard task == .failure else { return axis.bucketWidth }
        guard let usual = Self.usualHorizon(axis) else {
            throw ModelError.tooFewRows(found: 0, needed: Self.minimumFailures)
        }
        return usual
    }

    /// The shortest usual length of at least 24 buckets and at most a tenth of the data: an hour
    /// for readings every minute, a day for hourly ones. Nil where none fits, and without dates.
    static func usualHorizon(_ axis: TimeAxis) -> Double? {
        guard axis.isCalendar else { return nil }
        let span = axis.dataRange.upperBound - axis.dataRange.lowerBound
        return usualHorizons.first { $0 >= 24 * axis.bucketWidth && 10 * $0 <= span }
    }

    private func period(
        _ times: [Double], _ source: any TelemetrySource
    ) -> (from: String, to: String) {
        let scope = Scope(catalog: source.catalog, choice: Choice())
        return (scope.timeLabel(times.min() ?? 0), scope.timeLabel(times.max() ?? 0))
    }

    /// Indices of the devices to learn from or to predict for: all of them. For remaining life,
    /// where files are named `train…` and `test…`, as collections of lives are, only those of the
    /// files for the purpose.
    public static func devices(
        of source: any TelemetrySource, for task: PredictionRecipe.Task, purpose: String = "train"
    ) -> [Int] {
        let named = task == .life ? devices(of: source.catalog, named: purpose) : []
        return named.isEmpty ? Array(source.catalog.devices.indices) : named
    }

    /// Indices of devices of the files whose names begin with a purpose.
    static func devices(of catalog: Catalog, named purpose: String) -> [Int] {
        catalog.devices.indices.filter {
            let name = catalog.devices[$0].name.lowercased()
            return name.hasPrefix(purpose) && name.contains(" / ")
        }
    }

    /// Sets what the recipe takes from the data: operating regimes, the longest life to learn, and
    /// a step that keeps the number of samples within the limit.
    private func prepare(
        _ recipe: inout PredictionRecipe, _ source: any TelemetrySource, _ devices: [Int]
    ) throws {
        let axis = source.catalog.axis
        recipe.scaling = try RegimeScaling(
            metrics: recipe.metrics, source: source, devices: devices, until: until)
        switch task {
        case .failure:
            let span = axis.dataRange.upperBound - axis.dataRange.lowerBound
            guard recipe.horizon > 0, span > recipe.horizon else {
                throw ModelError.tooFewRows(found: 0, needed: Self.minimumFailures)
            }
            while Double(devices.count) * span / recipe.step > Double(Self.sampleLimit) {
                recipe.step *= 2
            }
        case .life:
            let lives = try devices.compactMap { device -> Double? in
                let times = try source.series(of: device, Filter(to: until)).times
                return times.first.flatMap { first in times.last.map { $0 - first } }
            }.filter { $0 > 0 }.sorted()
            guard lives.count >= Self.minimumLives else {
                throw ModelError.tooFewRows(found: lives.count, needed: Self.minimumLives)
            }
            // In the first part of a life there is no wear that readings could show.
            recipe.longestLife = 5 / 8 * lives[lives.count / 2]
        }
    }

    /// How each sample is used. For failures by time: the first 64 % for fitting, then 16 % to
    /// decide when to stop, the last 20 % for testing. For lives by device: of five, one each for
    /// validation and test.
    private func uses(_ samples: PredictionSamples, _ rows: [Int]) -> [PredictionTrainer.Use] {
        if task == .failure {
            let sorted = rows.map { samples.times[$0] }.sorted()
            let validation = sorted[sorted.count * 64 / 100]
            let test = sorted[sorted.count * 80 / 100]
            return rows.map { samples.times[$0] }
                .map { $0 < validation ? .training : $0 < test ? .validation : .test }
        }
        let order = Dictionary(
            Set(rows.map { samples.devices[$0] }).sorted().enumerated().map { ($1, $0) },
            uniquingKeysWith: { first, _ in first })
        return rows.map { row in
            switch (order[samples.devices[row]] ?? 0) % 5 {
            case 3: .validation
            case 4: .test
            default: .training
            }
        }
    }
}

extension FeatureMatrix {
    /// Columns with at least two different values.
    fileprivate var varyingColumns: [Int] {
        (0..<columnCount).filter { column in
            var first: Float?
            for row in 0..<rowCount {
                let value = Float(self[row, column])
                guard !value.isNaN else { continue }
                if let first, first != value { return true }
                first = value
            }
            return false
        }
    }
}
