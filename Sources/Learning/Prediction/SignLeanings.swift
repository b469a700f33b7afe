import Reports
import Telemetry
import Values

/// How the ranks of each source lean, by code of the failure and band.
struct SignLeanings {
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
        let strongest = own.joined().filter(\.isBeyondChance).map(\.strength).max() ?? 0
        let least = LeadTimeSearch.share * strongest
        return sources.indices.compactMap { place -> LeadTime? in
            let bands = own.map { place < $0.count ? $0[place] : Sum() }
            let isShown = bands.map { $0.isBeyondChance && $0.strength >= least }
            let last =
                place < recipe.metrics.count
                ? Self.endOfRun(isShown) : Self.saturation(bands, isShown)
            return last.map { last in
                LeadTime(
                    length: lengths[last], source: sources[place], code: nil,
                    failures: bands[last].count, strength: bands[last].strength)
            }
        }.max { ($0.length, $0.strength) < ($1.length, $1.strength) }
    }

    /// The last of the first bands without a gap that show a sign.
    private static func endOfRun(_ isShown: [Bool]) -> Int? {
        guard let first = isShown.firstIndex(of: true) else { return nil }
        return first - 1 + isShown[first...].prefix { $0 }.count
    }

    /// The first band at which nearly all is seen that is seen at all.
    private static func saturation(_ bands: [Sum], _ isShown: [Bool]) -> Int? {
        let shown = bands.indices.filter { isShown[$0] }
        let most = shown.map { bands[$0].strength }.max() ?? .infinity
        return shown.first { bands[$0].strength >= LeadTimeSearch.saturation * most }
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
