import Analysis
import Reports
import Telemetry
import Testing
import Values

@testable import Learning

@Suite("Signs before failures")
struct SignLeaningTests {
    private static let hour = 3_600.0

    private func catalog(_ codes: [(EventKind, String)]) -> (Catalog, PredictionRecipe) {
        let catalog = MadeSeries(
            [], metrics: ["x", "y"], codes: codes, length: 1e7, step: 600
        ).catalog
        var recipe = PredictionRecipe(.failure, catalog: catalog, horizon: 86_400)
        recipe.codes = [.init(kind: .error, name: "E")]
        return (catalog, recipe)
    }

    /// Ranks by band of x, y and the code E, the same before so many failures of each code.
    private func leadTime(
        _ failures: [(code: Int, count: Int, ranks: [[Double]])]
    ) -> LeadTime? {
        let (catalog, recipe) = catalog([(.failure, "a"), (.failure, "b"), (.error, "E")])
        var leanings = SignLeanings(bands: 3)
        for (code, count, ranks) in failures {
            for _ in 0..<count { leanings.add(ranks, code: code) }
        }
        return leanings.earliest(recipe, catalog, [1, 2, 3])
    }

    @Test("lean beyond chance from eight failures and four and a half standard errors on")
    func chance() throws {
        let ranks = { (rank: Double) in [[rank, 0, 0], [0, 0, 0], [0, 0, 0]] }
        // The mean of n uniform ranks has a standard error of one by the root of 3 n.
        #expect(leadTime([(0, 8, ranks(0.91))]) == nil)
        let found = try #require(leadTime([(0, 8, ranks(-0.92))]))
        #expect(found.length == 1 && found.source == .init(.reading, "x") && found.code == "a")
        #expect(found.failures == 8 && abs(found.strength - 0.92) < 1e-12)
        #expect(leadTime([(0, 7, ranks(1))]) == nil)
        #expect(leadTime([(0, 80, ranks(0.29))]) == nil && leadTime([(0, 80, ranks(0.31))]) != nil)
        #expect(leadTime([]) == nil)
    }

    @Test(
        "of a reading the first run of bands is its lead time, of a code where nearly all is seen")
    func bands() throws {
        #expect(leadTime([(0, 20, [[0.9, 0, 0], [0.9, 0, 0], [0, 0, 0]])])?.length == 2)
        #expect(leadTime([(0, 20, [[0.9, 0, 0], [0, 0, 0], [0.9, 0, 0]])])?.length == 1)
        #expect(leadTime([(0, 20, [[0, 0, 0], [0.9, 0, 0], [0.9, 0, 0]])])?.length == 3)
        // Six tenths of the strongest.
        #expect(leadTime([(0, 40, [[1, 0, 0], [0.59, 0, 0], [0, 0, 0]])])?.length == 1)
        #expect(leadTime([(0, 40, [[1, 0, 0], [0.61, 0, 0], [0, 0, 0]])])?.length == 2)
        #expect(leadTime([(0, 40, [[0, 0, 0.8], [0, 0, 0.89], [0, 0, 0.98]])])?.length == 2)
        #expect(leadTime([(0, 40, [[0, 0, 0.8], [0, 0, 0.87], [0, 0, 0.98]])])?.length == 3)
        let code = leadTime([(0, 40, [[0.9, 0, 0.8], [0, 0, 0.9], [0, 0, 0.9]])])
        #expect(
            code?.length == 2 && code?.source == .init(.error, "E"), "the one seen longest before")
    }

    @Test("of several codes the middle one counts, and of none by itself all together")
    func codes() {
        let long: [[Double]] = [[1, 0, 0], [1, 0, 0], [1, 0, 0]]
        let short: [[Double]] = [[1, 0, 0], [0, 0, 0], [0, 0, 0]]
        #expect(leadTime([(0, 20, long), (1, 10, short)])?.length == 3)
        #expect(leadTime([(0, 10, long), (1, 20, short)])?.code == "b")
        let together = leadTime([(0, 6, short), (1, 6, short)])
        #expect(together?.code == nil && together?.failures == 12)
        #expect(leadTime([(0, 20, [[.nan, 0, 0], [], []])]) == nil)
    }

    // MARK: - The time before one failure

    /// Forty days by the hour; five hours before day 30 the reading is high, and a code comes often.
    private func view(failures: [Double] = [30]) throws -> ApproachView {
        let hour = Self.hour
        let unit = MadeSeries.Unit(
            rows: (0..<960).map { row in
                let isHigh = (715..<720).contains(row)
                return (Double(row) * hour, [isHigh ? 50 : Double((row * 7_919) % 101) / 10])
            },
            events: failures.map { ($0 * 24 * hour, 0) }
                + [717.5, 718.5, 719.5, 720].map { ($0 * hour, 1) })
        let source = MadeSeries(
            [unit], codes: [(.failure, "f"), (.error, "E")], length: 959 * hour, step: hour)
        var recipe = PredictionRecipe(.failure, catalog: source.catalog, horizon: 24 * hour)
        recipe.codes.removeAll { $0.kind == .failure }
        return ApproachView(
            history: try DeviceHistory(0, source: source, recipe: recipe),
            lengths: [3 * hour, 12 * hour, 48 * hour], range: source.catalog.axis.dataRange,
            until: .infinity)
    }

    @Test("is ranked among the same at other times of the device, a whole number of days away")
    func ranks() throws {
        let ranks = try view().ranks(before: 30 * 24 * Self.hour)
        #expect(ranks.count == 3)
        #expect(ranks[0] == [1, 1] && ranks[1] == [1, 1], "highest of all, and no such code else")
        #expect(abs(ranks[2][0]) < 1 && ranks[2][1] == 1)
    }

    @Test("is not looked at beside another failure, before the record, or without other times")
    func none() throws {
        let day = 24 * Self.hour
        let beside = try view(failures: [29.6, 30]).ranks(before: 30 * day)
        #expect(beside.map(\.isEmpty) == [false, true, true])
        #expect(try view().ranks(before: 0.4 * day).map(\.isEmpty) == [false, true, true])
        let often = try view(failures: stride(from: 0.25, to: 39, by: 0.25).map { $0 })
        #expect(often.ranks(before: 30 * day)[0].isEmpty, "all other times are beside one")
    }
}
