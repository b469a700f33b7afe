import Analysis
import Reports
import Telemetry
import Values

/// Looks for how long before its failures a set shows signs of them.
///
/// The time before each failure is cut into bands (the last hour, the two before it, and so on). In
/// each, a reading's mean is ranked among the same at other times of the same device, a whole number of
/// days away, so that neither what tells devices apart nor the time of day counts; so is the number of
/// a code's events in the band and all nearer ones. Where the ranks lean to one side over many failures
/// by more than chance (Wilcoxon's statistic), the band shows a sign. A reading's lead time ends with
/// the first run of bands that do so; a code's with the band beyond which it leans hardly more.
struct LeadTimeSearch {
    let source: any TelemetrySource
    /// Only what was before this time is looked at.
    let until: Double
    /// The readings and codes that are looked at.
    private let recipe: PredictionRecipe

    /// - Parameter recipe: Failures and repairs that it counts are left out: they have a course of their
    ///   own.
    init(
        _ recipe: PredictionRecipe, source: any TelemetrySource, until: Double = .infinity
    ) {
        self.source = source
        self.until = until
        var recipe = recipe
        recipe.codes.removeAll { $0.kind == .failure || $0.kind == .repair }
        self.recipe = recipe
    }

    /// The lengths that are told apart, in seconds: ten minutes to a month.
    static let lengths: [Double] = [
        600, 1_800, 3_600, 10_800, 21_600, 43_200, 86_400, 172_800, 259_200, 604_800, 1_209_600,
        2_592_000,
    ]
    /// Failures that are looked at, at most; beyond, evenly chosen ones.
    static let failureLimit = 400
    /// Other times that a failure is compared with, at most.
    static let otherTimes = 40
    /// Fewer other times say nothing of one failure.
    static let leastOtherTimes = 8
    /// Failures of a code needed for a verdict on it.
    static let leastFailures = 8
    /// In standard errors: with hundreds of readings, codes and bands one in thousands is chance.
    static let significance = 4.5
    /// Weaker leanings foretell little, however sure they are.
    static let leastStrength = 0.3
    /// Of the strongest leaning before failures of a code, what a sign of them reaches: what foretells
    /// them badly, but long ahead, says nothing of when they come.
    static let share = 0.6
    /// Of its strongest leaning, what a code reaches within its lead time.
    static let saturation = 0.9

    /// Lengths of at least three readings within a tenth of the data.
    static func lengths(_ axis: TimeAxis) -> [Double] {
        let span = axis.dataRange.upperBound - axis.dataRange.lowerBound
        return lengths.filter { $0 >= 3 * axis.bucketWidth && 10 * $0 <= span }
    }

    /// The lead time; nil where nothing is seen before failures, or times are no dates.
    ///
    /// - Complexity: O(failures looked at × other times × bands × (readings + codes)).
    /// - Throws: What the source throws.
    func leadTime() throws -> LeadTime? {
        let catalog = source.catalog
        let lengths = Self.lengths(catalog.axis)
        guard catalog.axis.isCalendar, !lengths.isEmpty else { return nil }
        var leanings = SignLeanings(bands: lengths.count)
        for (device, failures) in try chosenFailures() {
            let history = try DeviceHistory(device, source: source, recipe: recipe)
            let view = ApproachView(
                history: history, lengths: lengths, range: catalog.axis.dataRange, until: until)
            for failure in failures {
                leanings.add(view.ranks(before: failure.time), code: failure.code)
            }
        }
        return leanings.earliest(recipe, catalog, lengths)
    }

    /// Failures by device, those at the same time as one.
    private func chosenFailures() throws -> [(device: Int, failures: [(time: Double, code: Int)])] {
        let codes = source.catalog.codes
        let all = try source.catalog.devices.indices.map { device in
            let events = try source.series(of: device, Filter(to: until)).events
            var last = -Double.infinity
            let failures = events.filter { event in
                guard codes[event.code].kind == .failure, event.time > last else { return false }
                last = event.time
                return true
            }
            return (device, failures.map { (time: $0.time, code: $0.code) })
        }
        let count = all.reduce(0) { $0 + $1.1.count }
        let step = max(1, (count + Self.failureLimit - 1) / Self.failureLimit)
        var place = 0
        return all.map { device, failures in
            let kept = failures.filter { _ in
                defer { place += 1 }
                return place.isMultiple(of: step)
            }
            return (device, kept)
        }.filter { !$0.1.isEmpty }
    }
}
