import Testing
import Values
@testable import Telemetry

/// Answers computed straight from rows.
private struct BruteForce {
    var rows: [FixtureRow]
    var catalog: Catalog
    var width: Double
    var filter: Filter

    func edge(_ row: FixtureRow) -> Double { (row.time / width).rounded(.down) * width }

    func device(_ row: FixtureRow) -> Int? {
        guard let place = catalog.devices.firstIndex(where: { $0.name == row.device }),
            filter.devices?.contains(place) ?? true
        else { return nil }
        return place
    }

    func cellPasses(_ row: FixtureRow) -> Bool {
        device(row) != nil && edge(row) < filter.to ?? .infinity
            && edge(row) + width > filter.from ?? -.infinity
    }

    func code(_ row: FixtureRow) -> Int? {
        guard device(row) != nil, let name = row.codes.first, !name.isEmpty,
            row.time >= filter.from ?? -.infinity, row.time < filter.to ?? .infinity,
            let place = catalog.codes.firstIndex(where: { $0.name == name }),
            filter.codes?.contains(place) ?? true
        else { return nil }
        return place
    }

    func summary(_ rows: [FixtureRow], _ metric: Int) -> MetricSummary {
        var summary = MetricSummary()
        for row in rows { summary.add(row.metrics[metric]) }
        return summary
    }
}

@Suite("Answers of the embedded source against brute force")
struct RollupBruteForceTests {
    private static let start = 1_420_070_400.0

    /// Readings and errors of four devices in half-minute steps; every tenth row late.
    private func rows(_ generator: inout TestGenerator) -> [FixtureRow] {
        var rows: [FixtureRow] = (0..<500).map { number in
            FixtureRow(
                time: Self.start + Double(number) * 30
                    + Double.random(in: 0..<30, using: &generator),
                device: "m\(Int.random(in: 1...4, using: &generator) * 5)",
                metrics: [
                    Double.random(in: 10...20, using: &generator),
                    Bool.random(using: &generator) ? .nan : Double(number),
                ],
                codes: [["", "", "", "E1", "E2"][Int.random(in: 0..<5, using: &generator)]],
                label: Int.random(in: 0..<9, using: &generator) == 0)
        }
        for number in stride(from: 10, to: rows.count, by: 10) { rows.swapAt(number, number - 7) }
        return rows
    }

    private func filters(_ catalog: Catalog, _ generator: inout TestGenerator) -> [Filter] {
        let range = catalog.axis.dataRange
        return [Filter()]
            + (0..<8).map { number in
                let times = [0, 1].map { _ in Double.random(in: range, using: &generator) }.sorted()
                return Filter(
                    from: number % 3 == 0 ? nil : times[0], to: number % 4 == 0 ? nil : times[1],
                    devices: number % 2 == 0 ? nil : [number % 4, 3, 99, 3],
                    codes: number % 5 == 0 ? [0, 7] : nil)
            }
    }

    private func source(_ rows: [FixtureRow], batch: Int) throws -> EmbeddedSource {
        var builder = RollupBuilder(
            name: "test", kind: Fixture.utc, bucketWidth: 60, anchor: Self.start)
        let schema = Fixture.schema(metrics: ["a", "b"], codes: ["error"], label: true)
        builder.begin(RollupFile(name: "log.csv", schema: schema, step: 30))
        for batch in Fixture.batches(rows, of: batch) { builder.fold(batch) }
        return try EmbeddedSource(rollup: builder.rollup())
    }

    @Test("Totals, features, series and top devices", arguments: [1, 2, 3] as [UInt64])
    func sums(seed: UInt64) throws {
        var generator = TestGenerator(seed: seed)
        let rows = rows(&generator)
        let source = try source(rows, batch: 97)
        #expect(source.catalog.devices.map(\.name) == ["m5", "m10", "m15", "m20"])
        for filter in filters(source.catalog, &generator) {
            let brute = BruteForce(
                rows: rows, catalog: source.catalog, width: 60, filter: filter)
            let passing = rows.filter(brute.cellPasses)
            let totals = source.totals(filter)
            #expect(totals.rows == passing.count)
            #expect(totals.devices == Set(passing.map(\.device)).count)
            #expect(totals.labelled == passing.count { $0.label == true })
            #expect(totals.codes == counts(brute, rows))
            for metric in 0..<2 {
                expectAlike(totals.metrics[metric], brute.summary(passing, metric))
            }
            for features in source.deviceFeatures(filter) {
                let name = source.catalog.devices[features.device].name
                let own = passing.filter { $0.device == name }
                #expect(features.rows == own.count)
                #expect(
                    features.codes.dense(source.catalog.codes.count)
                        == counts(brute, rows.filter { $0.device == name }))
                for metric in 0..<2 {
                    expectAlike(features.metrics[metric], brute.summary(own, metric))
                }
                expectSeries(source.series(of: features.device, filter), own, brute)
            }
            expectTop(source, filter, brute, rows)
        }
    }

    private func counts(_ brute: BruteForce, _ rows: [FixtureRow]) -> [Int] {
        let codes = rows.compactMap(brute.code)
        return brute.catalog.codes.indices.map { code in codes.count { $0 == code } }
    }

    /// `last` depends on the order of late rows within a bucket.
    private func expectAlike(_ left: MetricSummary, _ right: MetricSummary) {
        #expect(left.count == right.count)
        #expect(agree(left.mean, right.mean))
        #expect(agree(left.m2, right.m2, 1e-7))
        #expect(agree(left.minimum, right.minimum))
        #expect(agree(left.maximum, right.maximum))
    }

    private func expectSeries(_ series: DeviceSeries, _ own: [FixtureRow], _ brute: BruteForce) {
        let edges = Set(own.map(brute.edge)).sorted()
        #expect(series.times == edges)
        for (place, edge) in edges.enumerated() {
            let cell = own.filter { brute.edge($0) == edge }
            expectAlike(series.metrics[0][place], brute.summary(cell, 0))
        }
        #expect(series.labelled == Set(own.filter { $0.label == true }.map(brute.edge)).sorted())
        #expect(series.events.map(\.time) == series.events.map(\.time).sorted())
        #expect(series.events.allSatisfy { $0.count == 1 })
    }

    private func expectTop(
        _ source: EmbeddedSource, _ filter: Filter, _ brute: BruteForce, _ rows: [FixtureRow]
    ) {
        let expected = source.catalog.devices.indices
            .map { place in
                DeviceCount(
                    device: place,
                    count: rows.count { brute.code($0) != nil && brute.device($0) == place })
            }
            .filter { $0.count > 0 }
            .sorted { ($1.count, $0.device) < ($0.count, $1.device) }
        #expect(
            source.topDevices(filter, kinds: [.error], limit: 3) == Array(expected.prefix(3)))
        #expect(source.topDevices(filter, kinds: [.failure], limit: 3).isEmpty)
    }

    @Test("The fleet over time", arguments: [TimeStep.hour, .width(600), .width(150), .day])
    func timeline(step: TimeStep) throws {
        var generator = TestGenerator(seed: 11)
        let rows = rows(&generator)
        let source = try source(rows, batch: 1_000)
        for filter in filters(source.catalog, &generator) {
            let brute = BruteForce(
                rows: rows, catalog: source.catalog, width: 60, filter: filter)
            let passing = rows.filter(brute.cellPasses)
            let timeline = source.timeline(filter, step: step)
            #expect(timeline.rows.reduce(0, +) == passing.count)
            for (place, slice) in timeline.slices.enumerated() {
                let own = passing.filter { row in
                    let edge = brute.edge(row)
                    return edge < slice.to && (edge >= slice.from || place == 0)
                }
                #expect(timeline.rows[place] == own.count)
                let inSlice = rows.filter { $0.time >= slice.from && $0.time < slice.to }
                #expect(timeline.codes.map { $0[place] } == counts(brute, inSlice))
                expectFleet(timeline, place, own, brute)
            }
        }
    }

    private func expectFleet(
        _ timeline: Timeline, _ place: Int, _ own: [FixtureRow], _ brute: BruteForce
    ) {
        let byDevice = Dictionary(grouping: own, by: \.device).values
        #expect(timeline.devices[place] == byDevice.count)
        let means = byDevice.map { brute.summary($0, 1) }.filter { $0.count > 0 }.map(\.mean)
        let value = timeline.metrics[1][place]
        #expect(value.devices == means.count)
        guard !means.isEmpty else {
            #expect(value.mean.isNaN)
            return
        }
        #expect(agree(value.mean, means.reduce(0, +) / Double(means.count)))
        #expect(value.low <= value.median && value.median <= value.high)
        #expect(value.low >= (means.min() ?? 0) - 1e-9 && value.high <= (means.max() ?? 0) + 1e-9)
    }

    @Test("The size of the batches changes nothing")
    func batchSize() throws {
        var generator = TestGenerator(seed: 5)
        let rows = rows(&generator)
        let one = try source(rows, batch: 1), all = try source(rows, batch: rows.count)
        #expect(one.catalog == all.catalog)
        let (left, right) = (one.deviceFeatures(Filter()), all.deviceFeatures(Filter()))
        for (l, r) in zip(left, right) {
            #expect(l.metrics[0] == r.metrics[0])
            #expect(l.codes == r.codes && l.rows == r.rows && l.labelled == r.labelled)
        }
    }
}
