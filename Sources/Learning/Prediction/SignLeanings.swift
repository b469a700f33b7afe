import Reports
import Telemetry
import Values

/// Sums of ranks of each source, by failure code and band.
struct SignLeanings {
    private struct Sum {
        var count = 0
        var total = 0.0

        var strength: Double { count > 0 ? abs(total) / Double(count) : 0 }

        /// Ranks of −1 to 1 have a variance of a third by chance.
        var isBeyondChance: Bool {
            count >= LeadTimeSearch.leastFailures && strength >= LeadTimeSearch.leastStrength
                && abs(total) / (Double(count) / 3).squareRoot() >= LeadTimeSearch.significance
        }
    }

    /// The key for all failures, whatever their code.
    private static let all = -1

    /// By failure code, then band, then source.
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

    /// The median lead time of the failure codes that show signs, each weighted by its failures;
    /// where none does, that of all failures together. Nil without signs.
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

    /// The lead time of the source whose signs reach back farthest; the strongest one where several
    /// do.
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

    /// Index of the last band of the first consecutive run that shows a sign.
    private static func endOfRun(_ isShown: [Bool]) -> Int? {
        guard let first = isShown.firstIndex(of: true) else { return nil }
        return first - 1 + isShown[first...].prefix { $0 }.count
    }

    /// Index of the first band at which nearly the full strength is reached.
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
