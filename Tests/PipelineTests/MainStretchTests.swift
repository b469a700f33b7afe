import Analysis
import Reports
import Telemetry
import Testing
import Values

@testable import Pipeline

@Suite("Rows that lie far away")
struct MainStretchTests {
    private static let day = MadeSource.day

    private func source(_ days: [Double], length: Double = 1_000) -> MadeSource {
        MadeSource(
            [.init(name: "a", rows: days.map { ($0 * Self.day, [1]) })], metrics: ["x"],
            length: length * Self.day)
    }

    private func stretch(_ days: [Double], length: Double = 1_000) throws -> MainStretch? {
        try MainStretch(source(days, length: length), in: 0...length * Self.day)
    }

    private let first = (0...100).map(Double.init)
    private let last = (900...1_000).map(Double.init)

    @Test("up to three are left out, and told with when the furthest is")
    func strays() throws {
        let late = try #require(try stretch(first + [998, 999, 1_000]))
        #expect(late.range == 0...100 * Self.day && late.strays == 3)
        #expect(late.strayTime == 1_000 * Self.day)
        let early = try #require(try stretch([0] + last))
        #expect(early.range == 900 * Self.day...1_000 * Self.day)
        #expect(early.strays == 1 && early.strayTime == 0)
        #expect(try stretch(first + [997, 998, 999, 1_000]) == nil)
    }

    @Test("a twentieth is where they lie twenty times as far away as the rest is long")
    func far() throws {
        let ten = (0...240).map { Double($0) / 24 }
        let strays = (0..<13).map { 1_000 - Double($0) / 24 }
        #expect(try stretch(ten + strays.prefix(12).reversed())?.strays == 12)
        #expect(try stretch(ten + strays.reversed()) == nil, "13 of 254")
        let (early, end) = (strays.prefix(12).map { 1_000 - $0 }, ten.map { 990 + $0 })
        #expect(try stretch(early + end)?.strays == 12)
        let sixty = (0...1_440).map { Double($0) / 24 }
        #expect(try stretch(sixty + strays.prefix(4).reversed()) == nil, "not far enough")
    }

    @Test("up to three of many are left out of a shorter set too")
    func short() throws {
        let fortnight = (0...14 * 144).map { 240 + Double($0) / 144 }
        let early = try #require(try stretch([0, 0.1] + fortnight, length: 254))
        #expect(early.strays == 2 && early.range == 240 * Self.day...254 * Self.day)
        let pilot = [0, 0.1, 0.2, 0.3] + fortnight
        #expect(try stretch(pilot, length: 254) == nil, "four may be a recording")
        #expect(try stretch([0] + (200...254).map(Double.init), length: 254) == nil, "1 of 56")
    }

    @Test("a pause as long as the rest is no slip, and short sets are shown whole")
    func whole() throws {
        #expect(try stretch(first) == nil)
        #expect(try stretch(first + last) == nil)
        #expect(try stretch(first + [400], length: 400) == nil)
        #expect(try stretch(first + [401], length: 401) != nil)
        #expect(try stretch([], length: 1_000) == nil)
    }

    // MARK: - The whole flow

    private func pipeline(_ source: MadeSource, _ files: [FileReport]) -> AnalysisPipeline {
        source.pipeline(files: files)
    }

    @Test("are a finding of the Overview, and the period is without them")
    func pipeline() throws {
        let source = source(first + [1_000])
        let pipeline = pipeline(
            source, [.made(metrics: ["x"], range: 0...1_000 * Self.day, rows: 102)])
        #expect(pipeline.whole == 0...100 * Self.day)
        let snapshot = try pipeline.run(Choice()).snapshot
        #expect(
            snapshot.overview.changes.contains(
                Finding(
                    .strayRows(count: 1, at: 1_000 * Self.day), tone: .neutral, weight: 55)))
        #expect(snapshot.context.period == 0...100 * Self.day && !snapshot.context.isPeriodChosen)
        #expect(snapshot.version == "made-1" && snapshot.context.fingerprint == "made")
    }

    @Test("repairs from long before do not belong to the period, refused cells are told of")
    func mainRange() throws {
        let source = source((0...100).map(Double.init), length: 200)
        var readings = FileReport.made(
            metrics: ["x"], range: 50 * Self.day...100 * Self.day, rows: 50)
        readings.cellsRefused = 3
        readings.rowsRead = 60
        let repairs = FileReport.made(
            shape: .events, kind: .repair, range: 0...90 * Self.day, rows: 50)
        let rowNumbers = FileReport.made(time: .rowNumber, range: 0...200 * Self.day, rows: 9)
        let pipeline = pipeline(source, [readings, repairs, rowNumbers])
        #expect(pipeline.whole == 50 * Self.day...100 * Self.day)
        #expect(
            try pipeline.run(Choice()).snapshot.overview.changes.contains(
                Finding(.refusedCells(count: 3, rows: 119), tone: .neutral, weight: 12)))
        #expect(self.pipeline(source, []).whole == 0...200 * Self.day)
        #expect(self.pipeline(source, [repairs]).whole == 0...200 * Self.day)
    }

    @Test("units are grouped in another way without reading anything again, and nothing else is")
    func regrouped() throws {
        let source = MadeSource(
            (0..<10).map { device in
                .init(
                    name: "d\(device)",
                    rows: MadeSource.daily(0..<60) {
                        [MadeSet.scatter(device, $0) + (device < 6 ? 0 : 9)]
                    })
            }, metrics: ["x"])
        let pipeline = source.pipeline()
        let base = try pipeline.run(Choice())
        let three = try #require(
            try pipeline.regrouped(base, Choice(clusters: ClusterChoice(k: 3))))
        #expect(three.snapshot.clusters.groups.count == 3)
        #expect(three.snapshot.overview == base.snapshot.overview)
        let whole = try pipeline.run(Choice(clusters: ClusterChoice(k: 3))).snapshot.clusters
        #expect(three.snapshot.clusters == whole)
        #expect(try pipeline.regrouped(base, Choice(devices: ["d1"])) == nil)
        // Ten devices of one reading with a band, without events or excursions.
        let bands = base.fleet.devices.reduce(0) { sum, state in
            // The device, its row of the Overview with its one reading, and the reading's figures.
            sum + 2_000 + (800 + 16) + 96 + 16 * state.spark.count
                + 160 * state.excursions.count
                + state.bands.reduce(0) {
                    $0 + 300 + 8 * $1.band.centre.count + 64 * $1.band.excursions.count
                }
        }
        #expect(base.byteCount == 200_000 + 64 * 61 + bands)
    }
}
