import Testing
import Values
@testable import Telemetry

@Suite("Building a rollup")
struct RollupBuilderTests {
    private func build(
        _ rows: [FixtureRow], _ schema: FileSchema, name: String = "log.csv",
        kind: TimeKind = Fixture.utc, width: Double = 1, options: LoadOptions = LoadOptions()
    ) -> (rollup: Rollup, notes: [DatasetNote]) {
        var builder = RollupBuilder(name: "test", kind: kind, bucketWidth: width, options: options)
        builder.begin(RollupFile(name: name, schema: schema, step: width))
        builder.fold(Fixture.batch(rows))
        return (builder.rollup(), builder.notes)
    }

    @Test("A memory budget widens the buckets and loses no row, reading or event")
    func widening() throws {
        let rows = (0..<20_000).map {
            FixtureRow(
                time: Double($0), device: "d\($0 % 2)", metrics: [Double($0 % 100)],
                codes: [$0 % 1_000 == 0 ? "E" : ""])
        }
        let schema = Fixture.schema(metrics: ["x"], codes: ["error"])
        let full = try EmbeddedSource(rollup: build(rows, schema).rollup)
        var options = LoadOptions()
        options.memory = 60_000
        let (rollup, notes) = build(rows, schema, options: options)
        let tight = try EmbeddedSource(rollup: rollup)
        #expect(rollup.byteCount <= options.memory)
        #expect(tight.catalog.axis.bucketWidth > 1)
        #expect(notes == [.bucketWidened(from: 1, to: tight.catalog.axis.bucketWidth)])
        let (left, right) = (full.totals(Filter()), tight.totals(Filter()))
        #expect(left.rows == right.rows && left.codes == right.codes)
        #expect(left.metrics[0].count == right.metrics[0].count)
        #expect(agree(left.metrics[0].mean, right.metrics[0].mean))
        #expect(agree(left.metrics[0].m2, right.metrics[0].m2))
        #expect(tight.series(of: 0, Filter()).events.map(\.time).prefix(3) == [0, 1_000, 2_000])
    }

    @Test("Widths of a calendar axis stay whole parts of minutes, hours and days")
    func widths() {
        var width = 5.0
        var widths: [Double] = []
        while width < 86_400 {
            width = BucketWidth.next(after: width, isCalendar: true)
            widths.append(width)
        }
        #expect(widths == [10, 20, 60, 120, 600, 1_200, 3_600, 7_200, 21_600, 43_200, 86_400])
        #expect(BucketWidth.next(after: 86_400, isCalendar: true) == 172_800)
        #expect(BucketWidth.next(after: 3, isCalendar: false) == 6)
    }

    @Test(
        "The bucket begins at the sampling interval",
        arguments: [
            (5.43, true, 5.0), (3_600, true, 3_600), (3_599, true, 1_800), (90_000, true, 86_400),
            (0.1, true, 0.1), (0.034, true, 0.02), (1, false, 1), (7, false, 1), (0.5, false, 0.5),
            (.nan, true, 1), (0, true, 1), (14_400, true, 7_200), (7, true, 5), (45, true, 15),
        ])
    func suitableWidth(step: Double, isCalendar: Bool, width: Double) {
        #expect(agree(BucketWidth.suitable(step: step, isCalendar: isCalendar), width))
    }

    @Test("Severity decides the kind row by row, but not in a file of failures")
    func severity() {
        let rows = ["FATAL", "info", "Warning", "ERROR", ""].map {
            FixtureRow(time: 0, device: "a", codes: ["X"], severity: $0)
        }
        let schema = Fixture.schema(codes: ["id"], shape: .events, severity: true)
        let catalog = build(rows, schema).rollup.catalog
        #expect(catalog.codes.map(\.kind) == [.error, .other])
        #expect(catalog.codes.map(\.count) == [3, 2])
        #expect(catalog.severities.map(\.name) == ["FATAL", "ERROR", "Warning", "info"])
        #expect(catalog.severities.map(\.isError) == [true, true, false, false])
        var failures = schema
        failures.eventKind = .failure
        #expect(build(rows, failures).rollup.catalog.codes.map(\.kind) == [.failure])
    }

    @Test("Rows without a code are events of a log, named by the file or their severity")
    func unnamedEvents() {
        let rows = ["a", "b"].map { FixtureRow(time: 1, device: $0, severity: "error") }
        let log = Fixture.schema(shape: .events, severity: true)
        #expect(build(rows, log).rollup.catalog.codes.map(\.name) == ["error"])
        let plain = rows.map { FixtureRow(time: $0.time, device: $0.device) }
        let bare = Fixture.schema(shape: .events, kind: .failure)
        #expect(
            build(plain, bare, name: "disks/failures.csv").rollup.catalog.codes
                == [Catalog.Code(kind: .failure, name: "failures", count: 2)])
        let single = Fixture.schema(shape: .events, device: .fileName)
        #expect(build(plain, single).rollup.catalog.codes.map(\.name) == ["(event)"])
        let readings = Fixture.schema(metrics: ["x"], codes: ["error"])
        let quiet = [FixtureRow(time: 1, device: "a", metrics: [1], codes: [""])]
        #expect(build(quiet, readings).rollup.catalog.codes.isEmpty)
    }

    @Test("A file of attributes gives devices their texts, and devices without rows")
    func attributes() throws {
        var builder = RollupBuilder(name: "t", kind: Fixture.utc)
        builder.begin(RollupFile(name: "log.csv", schema: Fixture.schema(metrics: ["x"])))
        builder.fold(Fixture.batch([FixtureRow(time: 5, device: "10", metrics: [1])]))
        let machines = Fixture.schema(attributes: ["model", "age"], shape: .devices)
        builder.begin(RollupFile(name: "machines.csv", schema: machines))
        builder.fold(
            Fixture.batch([
                FixtureRow(time: .nan, device: "10", attributes: ["m3", "18"]),
                FixtureRow(time: .nan, device: "9", attributes: ["m4", ""]),
                FixtureRow(time: .nan, device: "10", attributes: ["", "19"]),
            ]))
        let source = try EmbeddedSource(rollup: builder.rollup())
        #expect(source.catalog.devices.map(\.name) == ["9", "10"])
        #expect(source.catalog.devices.map(\.attributes) == [["m4", ""], ["m3", "19"]])
        #expect(source.catalog.rows == 4)
        let features = source.deviceFeatures(Filter())
        #expect(features.map(\.rows) == [0, 1])
        #expect(features[0].firstTime.isNaN && features[1].firstTime == 5)
        #expect(source.totals(Filter()).devices == 1)
    }

    @Test("Beyond the limits the rest is counted as other, and said")
    func limits() {
        let rows = (0..<50).map {
            FixtureRow(
                time: Double($0), device: "d\($0)", metrics: [1, 2, 3], codes: ["c\($0 % 25)"])
        }
        var options = LoadOptions()
        (options.deviceLimit, options.codeLimit, options.metricLimit) = (10, 5, 2)
        let schema = Fixture.schema(metrics: ["a", "b", "c"], codes: ["code"])
        let (rollup, notes) = build(rows, schema, options: options)
        #expect(rollup.catalog.devices.count == 11)
        #expect(rollup.catalog.devices.first?.name == "(other)")
        #expect(rollup.catalog.codes.count == 6)
        #expect(rollup.catalog.codes.first?.name == "(other)")
        #expect(rollup.catalog.codes.reduce(0) { $0 + $1.count } == 50)
        #expect(rollup.catalog.metrics.map(\.name) == ["a", "b"])
        #expect(
            notes == [
                .devicesBeyondLimit(limit: 10, rows: 40),
                .codesBeyondLimit(limit: 5, events: 40),
                .metricsBeyondLimit(limit: 2, columns: 1),
            ])
    }

    @Test("Beyond the limit of exact events their number stays, by bucket")
    func bucketedEvents() throws {
        let rows = (0..<4_000).map {
            FixtureRow(time: Double($0) / 10, device: "d", codes: [$0 % 2 == 0 ? "A" : "B"])
        }
        var options = LoadOptions()
        options.exactEventLimit = 1_000
        let schema = Fixture.schema(codes: ["code"], shape: .events)
        let rollup = build(rows, schema, options: options).rollup
        #expect(rollup.eventGrid != nil)
        let events = try EmbeddedSource(rollup: rollup).series(of: 0, Filter()).events
        #expect(events.count <= 1_000)
        #expect(events.reduce(0) { $0 + $1.count } == 4_000)
        #expect(rollup.catalog.codes.map(\.count) == [2_000, 2_000])
    }

    @Test("One name with two units is two metrics; a missing unit joins either")
    func units() {
        var builder = RollupBuilder(name: "t", kind: .cycle)
        for (file, unit) in [("a", "°C"), ("b", "°F"), ("c", nil)] as [(String, String?)] {
            let units = unit.map { ["temp": $0] } ?? [:]
            builder.begin(
                RollupFile(name: file, schema: Fixture.schema(metrics: ["temp"], units: units)))
            builder.fold(Fixture.batch([FixtureRow(time: 1, device: file, metrics: [20])]))
        }
        #expect(
            builder.rollup().catalog.metrics == [
                Catalog.Metric(name: "temp", unit: "°C"),
                Catalog.Metric(name: "temp [°F]", unit: "°F"),
            ])
    }

    @Test("A coarser file gives only what a finer one does not")
    func overlap() throws {
        var builder = RollupBuilder(name: "t", kind: Fixture.utc, bucketWidth: 3_600)
        let schema = Fixture.schema(metrics: ["volt"])
        builder.begin(RollupFile(name: "hourly.csv", schema: schema, step: 3_600))
        builder.fold(
            Fixture.batch(
                (6..<54).map {
                    FixtureRow(time: Double($0) * 3_600, device: "1", metrics: [10])
                }))
        builder.begin(RollupFile(name: "daily.csv", schema: schema, step: 86_400))
        builder.fold(
            Fixture.batch(
                (0..<5).flatMap { day in
                    ["1", "2"].map {
                        FixtureRow(time: Double(day) * 86_400, device: $0, metrics: [20])
                    }
                }))
        let source = try EmbeddedSource(rollup: builder.rollup())
        let features = source.deviceFeatures(Filter())
        #expect(features[0].metrics[0].count == 50)
        #expect(features[1].metrics[0].count == 5)
        #expect(source.catalog.rows == 58)
        #expect(
            builder.notes == [
                .overlappingReadings(kept: "hourly.csv", left: "daily.csv", devices: 1)
            ])
    }

    @Test("Files that follow each other in time are one series")
    func following() throws {
        var builder = RollupBuilder(name: "t", kind: Fixture.utc, bucketWidth: 60)
        for part in [1, 0, 2] {
            builder.begin(
                RollupFile(
                    name: "part\(part).csv", schema: Fixture.schema(metrics: ["x"]), step: 10))
            builder.fold(
                Fixture.batch(
                    (0..<100).map {
                        FixtureRow(
                            time: Double(part * 1_000 + $0 * 10), device: "m", metrics: [1])
                    }))
        }
        let source = try EmbeddedSource(rollup: builder.rollup())
        #expect(source.totals(Filter()).metrics[0].count == 300)
        #expect(builder.notes.isEmpty)
    }

    @Test("A copy of a builder goes on, and the rollup it gave stays")
    func continuing() throws {
        var builder = RollupBuilder(name: "t", kind: .cycle)
        let file = RollupFile(name: "a.csv", schema: Fixture.schema(metrics: ["x"]), step: 1)
        builder.begin(file)
        builder.fold(Fixture.batch([FixtureRow(time: 1, device: "a", metrics: [1])]))
        let before = builder.rollup()
        var next = builder
        next.begin(file)
        next.fold(Fixture.batch([FixtureRow(time: 1, device: "a", metrics: [3])]))
        next.fold(Fixture.batch([FixtureRow(time: 2, device: "b", metrics: [5])]))
        let after = next.rollup()
        #expect(before.catalog.devices.count == 1 && after.catalog.devices.count == 2)
        let (old, new) = (try EmbeddedSource(rollup: before), try EmbeddedSource(rollup: after))
        #expect(old.totals(Filter()).metrics[0].mean == 1)
        #expect(new.totals(Filter()).metrics[0].mean == 3)
    }

    @Test("Rows give the same cells whether they were put into some beforehand or not")
    func cellsBeforehand() throws {
        var generator = TestGenerator(seed: 8)
        let rows = (0..<400).map { number -> FixtureRow in
            let device = Int.random(in: 0..<3, using: &generator)
            let value = Double.random(in: 0..<9, using: &generator)
            var row = FixtureRow(time: Double(number / 3) * 20, device: "d\(device)")
            if number == 77 { row.time = .nan }
            row.metrics = [value]
            row.codes = [number % 7 == 0 ? "E" : ""]
            row.severity = number % 2 == 0 ? "warn" : ""
            row.label = number % 5 == 0
            row.attributes = ["v\(number / 200)"]
            return row
        }
        let schema = Fixture.schema(
            metrics: ["x"], codes: ["c"], attributes: ["version"], severity: true, label: true)
        var builders = [true, false].map { _ in
            RollupBuilder(name: "t", kind: Fixture.utc, bucketWidth: 60)
        }
        for file in ["a.csv", "b.csv"] {
            for place in builders.indices {
                builders[place].begin(RollupFile(name: file, schema: schema, step: 60))
                let grid = try #require(builders[place].foldingGrid)
                for batch in Fixture.batches(rows, of: 90) {
                    let chunk = place == 0 ? ChunkCells(batch, on: grid) : nil
                    builders[place].fold(batch, chunk)
                }
            }
        }
        let rollups = builders.indices.map { builders[$0].rollup() }
        #expect(rollups[0].catalog == rollups[1].catalog)
        #expect(builders[0].notes == builders[1].notes && !builders[0].notes.isEmpty)
        let sources = try rollups.map { try EmbeddedSource(rollup: $0) }
        #expect(sources[0].totals(Filter()) == sources[1].totals(Filter()))
        #expect(sources[0].totals(Filter()).metrics[0].count == 399)
        #expect(sources[0].totals(Filter()).rows == 2 * 399)
    }

    @Test("A batch whose columns do not hold an entry for each row is left out")
    func brokenBatch() throws {
        let whole = Fixture.batch([FixtureRow(time: 1, device: "a", metrics: [1], label: true)])
        var short = whole
        short.metrics[0] = []
        var stray = whole
        stray.devices.indices = [9]
        var long = whole
        long.labels = [true, false]
        var builder = RollupBuilder(name: "t", kind: .cycle)
        builder.begin(
            RollupFile(name: "a.csv", schema: Fixture.schema(metrics: ["x"], label: true)))
        for batch in [short, whole, stray, long] { builder.fold(batch) }
        #expect(builder.rollup().catalog.rows == 1)
    }

    @Test("Times far apart, NaN times and nothing at all are no trouble")
    func extremes() throws {
        let rows = [-6e10, 2.5e11, .nan, 0, 1e300].map {
            FixtureRow(time: $0, device: "a", metrics: [1])
        }
        let rollup = build(rows, Fixture.schema(metrics: ["x"])).rollup
        #expect(try EmbeddedSource(rollup: rollup).totals(Filter()).rows == 3)
        let timeline = try EmbeddedSource(rollup: rollup).timeline(Filter(), step: .hour)
        #expect(timeline.slices.count <= 20_002)
        let empty = build([], Fixture.schema(metrics: ["x"])).rollup
        let source = try EmbeddedSource(rollup: empty)
        #expect(source.catalog.axis.bucketCount == 0)
        #expect(source.timeline(Filter(), step: .day).slices.isEmpty)
        #expect(source.totals(Filter()).rows == 0)
        #expect(source.series(of: 3, Filter()).times.isEmpty)
    }
}
