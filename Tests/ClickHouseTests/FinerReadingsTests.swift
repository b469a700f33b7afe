import Foundation
import Pipeline
import Reports
import Telemetry
import Testing
import Values

@testable import ClickHouse

/// Readings of single devices are asked for once more where memory holds wide buckets only.
@Suite(
    "Finer readings of a device in a cluster",
    .enabled(if: Cluster.program != nil, "clickhouse-server is not installed"), .serialized)
struct FinerReadingsTests {
    private static let start = 1_735_689_600.0
    private static let minutes = 20_000
    /// When the readings of the device d3 jump.
    private static let jump = start + 12_345 * 60

    /// A row a minute of six devices over two weeks.
    private static func filled() throws -> Cluster {
        let cluster = try Cluster()
        try cluster.create(
            "readings",
            "device String, t DateTime, temperature Float64, pressure Nullable(Float64)",
            order: "device, t", sharding: "cityHash64(device)")
        try cluster.write(
            """
            INSERT INTO readings WITH intDiv(number, \(minutes)) AS d, number % \(minutes) AS m
            SELECT concat('d', toString(d)), toDateTime(1735689600 + m * 60, 'UTC'),
            60 + d + 2 * sin(m * 2 * pi() / 1440) + cityHash64(number) % 1000 / 1000
                + if(d = 3 AND m >= 12345, 15, 0),
            if(m % 7 = 3, NULL, 5 + cityHash64(number, 1) % 1000 / 1000)
            FROM numbers(\(6 * minutes))
            """)
        return cluster
    }

    @Test("are those of the rows, in the order of the set's metrics")
    func series() throws {
        let cluster = try Self.filled()
        let folder = try SourceFolder(cluster.settings(["readings"]))
        let source = try folder.load(memory: 24 << 10).source
        let fine = try folder.load().source
        #expect(source.catalog.axis.bucketWidth >= 10_800)
        #expect(fine.catalog.axis.bucketWidth == 60)
        let from = Self.start + 86_400
        let range = from...(from + 86_400 - 60)
        let finer = try #require(try source.finerSeries(of: 2, in: range, parts: 288))
        let rows = fine.series(of: 2, Filter(from: from, to: from + 86_400))
        #expect(finer.device == 2 && finer.times.count == 288)
        #expect(zip(finer.times.dropFirst(), finer.times).allSatisfy { $0 - $1 == 300 })
        for (metric, summaries) in finer.metrics.enumerated() {
            for (place, summary) in summaries.enumerated() {
                let own = rows.times.indices.filter {
                    rows.times[$0] >= finer.times[place]
                        && rows.times[$0] < finer.times[place] + 300
                }
                let values = own.map { rows.metrics[metric][$0] }.filter { $0.count > 0 }.map(
                    \.mean)
                #expect(summary.count == values.count)
                #expect(summary.minimum == values.min() && summary.maximum == values.max())
                #expect(abs(summary.mean * Double(values.count) - values.reduce(0, +)) < 1e-6)
            }
        }
        // As fine already, or as coarse as the set's own.
        #expect(try fine.finerSeries(of: 2, in: range, parts: 288) == nil)
        #expect(try source.finerSeries(of: 2, in: range, parts: 1) == nil)
        #expect(try source.finerSeries(of: 99, in: range, parts: 288) == nil)
    }

    @Test("tell the minute of a jump, which wide buckets do not")
    func start() throws {
        let cluster = try Self.filled()
        let folder = try SourceFolder(cluster.settings(["readings"]))
        let set = try folder.load(memory: 128 << 10)
        let width = set.source.catalog.axis.bucketWidth
        let pipeline = AnalysisPipeline(
            source: set.source, load: set.report, corrections: [:], fingerprint: "0-0")
        let troubles = try pipeline.episodes().filter { $0.grade != .remark }
        #expect(Set(troubles.flatMap { $0.devices.map(\.name) }) == ["d3"])
        #expect(troubles.contains { $0.from <= Self.jump && $0.from > Self.jump - 300 })
        #expect(width >= 3_600)
        // Without the database its pages are still there.
        cluster.kill(0)
        let alone = AnalysisPipeline(
            source: set.source, load: set.report, corrections: [:], fingerprint: "0-0")
        let coarse = try alone.episodes().filter { $0.grade != .remark }
        #expect(Set(coarse.flatMap { $0.devices.map(\.name) }) == ["d3"])
        #expect(coarse.allSatisfy { abs($0.from - Self.jump) <= 2 * width })
    }
}
