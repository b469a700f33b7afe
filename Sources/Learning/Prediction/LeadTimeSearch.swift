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

/// The time before failures of one device, against its other times.
private struct ApproachView {
    let history: DeviceHistory
    let lengths: [Double]
    let range: ClosedRange<Double>
    let until: Double

    private static let day = 86_400.0

    /// By band and source, readings before codes: twice the rank among other times less one, between
    /// -1 and 1; NaN where it is not known.
    func ranks(before failure: Double) -> [[Double]] {
        lengths.indices.map { band in
            // With another failure as near, its signs or its aftermath would be looked at.
            guard failure - lengths[band] >= range.lowerBound,
                !hasFailure(from: failure - lengths[band], before: failure)
            else { return [] }
            let others = otherTimes(than: failure, away: lengths[band]).map { values($0, band) }
            guard others.count >= LeadTimeSearch.leastOtherTimes else { return [] }
            let found = values(failure, band)
            return found.indices.map { source in
                Self.rank(found[source], among: others.map { $0[source] })
            }
        }
    }

    /// Times a whole number of days from a failure (a fortieth of the data in short sets) that are
    /// neither in the aftermath of a failure nor so near before one.
    private func otherTimes(than failure: Double, away length: Double) -> [Double] {
        let end = min(range.upperBound, until)
        let span = end - range.lowerBound
        let unit = span >= 20 * Self.day ? Self.day : span / Double(LeadTimeSearch.otherTimes)
        let count = max(1, (span / unit / Double(LeadTimeSearch.otherTimes)).rounded(.up))
        let step = unit * count
        guard step > 0, step.isFinite else { return [] }
        let first = ((range.lowerBound + length - failure) / step).rounded(.up)
        return stride(from: failure + first * step, through: end, by: step).filter {
            abs($0 - failure) >= step / 2 && !hasFailure(from: $0 - length, before: $0 + length)
        }
    }

    private func hasFailure(from start: Double, before end: Double) -> Bool {
        let place = history.failures.indices.partitionPoint {
            history.failures[$0] < start
        }
        return place < history.failures.count && history.failures[place] < end
    }

    /// What was read in one band before a time, and counted in it and all nearer ones.
    private func values(_ time: Double, _ band: Int) -> [Double] {
        let (near, far) = (band > 0 ? lengths[band - 1] : 0, lengths[band])
        let end = history.known.count(upTo: time - near)
        let readings = min(history.known.count(upTo: time - far), end)..<end
        return history.signals.map { $0?.mean(readings) ?? .nan }
            + history.events.map {
                // What happens at the failure's own time is no sign of it.
                let times = $0
                let bound = times.indices.partitionPoint { times[$0] < time }
                let start = times.indices.partitionPoint { times[$0] < time - far }
                return Double(max(0, bound - start))
            }
    }

    private static func rank(_ value: Double, among others: [Double]) -> Double {
        let known = others.filter(\.isFinite)
        guard value.isFinite, known.count >= LeadTimeSearch.leastOtherTimes else { return .nan }
        let below = known.count { $0 < value }
        let above = known.count { $0 > value }
        return Double(below - above) / Double(known.count)
    }
}

/// How the ranks of each source lean, by code of the failure and band.
private struct SignLeanings {
    private struct Sum {
        var count = 0
        var total = 0.0

        var strength: Double { count > 0 ? abs(total) / Double(count) : 0 }

        /// Twice a uniform rank less one has a variance of a third.
        var isBeyondChance: Bool {
            count >= LeadTimeSearch.leastFailures && strength >= LeadTimeSearch.leastStrength
                && abs(total) / (Double(count) / 3).squareRoot() >= LeadTimeSearch.significance
        }
    }

    /// The key of all failures, whatever their code.
    private static let all = -1

    /// By code, band and source.
    private var sums: [Int: [[Sum]]] = [:]
    private let bands: Int

    init(bands: Int) { self.bands = bands }

    mutating func add(_ ranks: [[Double]], code: Int) {
        for key in [Self.all, code] {
            var own = sums[key] ?? Array(repeating: [], count: bands)
            for (band, values) in ranks.enumerated() {
                if own[band].count < values.count {
                    own[band] += Array(repeating: Sum(), count: values.count - own[band].count)
                }
                for (source, rank) in values.enumerated() where rank.isFinite {
                    own[band][source].count += 1
                    own[band][source].total += rank
                }
            }
            sums[key] = own
        }
    }

    /// Of codes that are foretold, the lead time of the middle one, each counting as its failures do;
    /// where none is by itself, that of all failures together.
    func earliest(
        _ recipe: PredictionRecipe, _ catalog: Catalog, _ lengths: [Double]
    ) -> LeadTime? {
        let each = catalog.codes.indices.compactMap { code in
            leadTime(of: code, recipe, lengths).map { found in
                var found = found
                found.code = catalog.codes[code].name
                return found
            }
        }.sorted { $0.length < $1.length }
        let half = each.reduce(0) { $0 + $1.failures } / 2
        var passed = 0
        let middle = each.first { found in
            passed += found.failures
            return passed > half
        }
        return middle ?? leadTime(of: Self.all, recipe, lengths)
    }

    /// That of the source which is seen longest before, and of such as are seen as long the strongest.
    private func leadTime(
        of key: Int, _ recipe: PredictionRecipe, _ lengths: [Double]
    ) -> LeadTime? {
        let own = sums[key] ?? []
        let sources = recipe.sources
        return sources.indices.compactMap { place -> LeadTime? in
            let bands = own.map { place < $0.count ? $0[place] : Sum() }
            let last = place < recipe.metrics.count ? Self.endOfRun(bands) : Self.saturation(bands)
            return last.map { last in
                LeadTime(
                    length: lengths[last], source: sources[place], code: nil,
                    failures: bands[last].count, strength: bands[last].strength)
            }
        }.max { ($0.length, $0.strength) < ($1.length, $1.strength) }
    }

    /// The last of the first bands without a gap that show a sign.
    private static func endOfRun(_ bands: [Sum]) -> Int? {
        guard let first = bands.firstIndex(where: \.isBeyondChance) else { return nil }
        return first - 1 + bands[first...].prefix(while: \.isBeyondChance).count
    }

    /// The first band at which nearly all is seen that is seen at all.
    private static func saturation(_ bands: [Sum]) -> Int? {
        let most = bands.filter(\.isBeyondChance).map(\.strength).max() ?? .infinity
        return bands.firstIndex {
            $0.isBeyondChance && $0.strength >= LeadTimeSearch.saturation * most
        }
    }
}

extension PredictionRecipe {
    /// The readings, then the codes.
    fileprivate var sources: [BackTest.Source] {
        metrics.map { BackTest.Source(.reading, $0) }
            + codes.map { code in
                BackTest.Source(
                    BackTest.Source.Kind(rawValue: code.kind.rawValue) ?? .other, code.name)
            }
    }
}
