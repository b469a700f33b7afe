import Analysis
import Reports
import Telemetry
import Values

/// Finds how long before its failures a set shows signs of them.
///
/// The time before each failure is cut into bands (the last hour, the two before it, and so on). In
/// each, a reading's mean is ranked among its means at other times of the same device, whole days
/// away, so that neither differences between devices nor the time of day count; so is the number of
/// a code's events in the band and all nearer ones. Where the ranks lean to one side over many
/// failures by more than chance (Wilcoxon's statistic), the band shows a sign. The lead time of a
/// reading ends with the first run of such bands; that of a code with the band beyond which it
/// hardly leans more.
struct LeadTimeSearch {
    let source: any TelemetrySource
    /// Only earlier data are used.
    let until: Double
    /// The readings and codes that are examined.
    private let recipe: PredictionRecipe

    /// - Parameter recipe: Its failures and repairs are left out, as they have a course of their
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

    /// Distances before a failure that bound the bands, in seconds: ten minutes to a month.
    static let lengths: [Double] = [
        600, 1_800, 3_600, 10_800, 21_600, 43_200, 86_400, 172_800, 259_200, 604_800, 1_209_600,
        2_592_000,
    ]
    /// Failures that are examined at most, evenly chosen.
    static let failureLimit = 400
    /// Other times that each failure is compared with at most.
    static let otherTimes = 40
    /// Other times needed to compare one failure.
    static let leastOtherTimes = 8
    /// Failures needed to judge a source.
    static let leastFailures = 8
    /// In standard errors: with hundreds of readings, codes and bands, one in thousands leans by
    /// chance.
    static let significance = 4.5
    /// Weaker leanings predict little, however significant they are.
    static let leastStrength = 0.3
    /// The share of the strongest leaning that a sign must reach: what predicts failures badly,
    /// though long ahead, does not tell when they come.
    static let share = 0.6
    /// The share of its strongest leaning that a code reaches within its lead time.
    static let saturation = 0.9

    /// Lengths of at least three buckets and at most a tenth of the data.
    static func lengths(_ axis: TimeAxis) -> [Double] {
        let span = axis.dataRange.upperBound - axis.dataRange.lowerBound
        return lengths.filter { $0 >= 3 * axis.bucketWidth && 10 * $0 <= span }
    }

    /// The lead time; nil where no signs precede failures, and without dates.
    ///
    /// - Complexity: O(failures examined × other times × bands × (readings + codes)).
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

    /// An even choice of failures by device; those at one time count once.
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
