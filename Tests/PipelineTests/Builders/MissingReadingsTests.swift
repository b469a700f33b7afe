import Reports
import Telemetry
import Testing
import Values

@testable import Pipeline

@Suite("Cells that are empty")
struct MissingReadingsTests {
    /// Devices with a hundred rows, of which the first cells are empty.
    private func findings(
        _ missing: [Int], files: [FileReport]? = nil, choice: Choice = Choice(),
        told: Int? = nil, refused: Int = 0
    ) throws -> [Finding] {
        let units = missing.enumerated().map { device, missing in
            MadeSource.Unit(
                name: "d\(device)",
                rows: (0..<100).map { (Double($0) * MadeSource.hour, [$0 < missing ? .nan : 1]) })
        }
        let source = MadeSource(units, metrics: ["x"], length: 100 * MadeSource.hour)
        var file = FileReport.made(metrics: ["x"], rows: 100 * missing.count)
        file.signals = [
            SignalQuality(
                name: "x", unit: nil, count: 0,
                missing: (told ?? missing.reduce(0, +)) - refused, refused: refused, minimum: 0,
                maximum: 0, mean: 0, isConstant: false)
        ]
        let scope = Scope(catalog: source.catalog, choice: choice)
        return MissingReadings(
            scope: scope, fleet: try source.fleet([], scope),
            load: LoadReport(
                dataset: "", files: (files ?? []) + [file], notes: [], seconds: 0)
        ).findings()
    }

    private func told(_ share: Double, _ count: Int) -> [Finding] {
        [
            Finding(
                .missing(.made(0, "x"), share: share, count: count), tone: .neutral,
                weight: 15 + 20 * share)
        ]
    }

    @Test("are told from one in a hundred on, refused ones with them")
    func share() throws {
        #expect(try findings([10, 20]) == told(30.0 / 200, 30))
        #expect(try findings([10, 20], refused: 30) == told(30.0 / 200, 30))
        #expect(try findings([1]) == told(0.01, 1))
        #expect(try findings([1, 0]).isEmpty)
        #expect(try findings([0]).isEmpty)
    }

    @Test("are those of devices that have the reading, and no more than the files tell of")
    func fewer() throws {
        #expect(try findings([10, 100], told: 110) == told(0.1, 10))
        #expect(try findings([30], told: 5) == told(5.0 / 75, 5))
        #expect(try findings([100]).isEmpty, "nobody has it")
    }

    @Test("are none of a log, and none of a part of the set that files cannot tell of")
    func logs() throws {
        var log = FileReport.made("log.csv", shape: .events, metrics: ["x"], rows: 9)
        log.signals = [
            SignalQuality(
                name: "x", unit: nil, count: 0, missing: 4, refused: 0, minimum: 0, maximum: 0,
                mean: 0, isConstant: false)
        ]
        #expect(try findings([10], files: [log]).isEmpty)
        let list = FileReport.made("list.csv", shape: .devices, rows: 9)
        #expect(try findings([10], files: [list]) == told(0.1, 10))
        let other = FileReport.made("other.csv", metrics: ["y"], rows: 9)
        #expect(try findings([10], files: [other]) == told(0.1, 10))
        #expect(try findings([10], files: [other], choice: Choice(devices: ["d0"])).isEmpty)
        let empty = FileReport.made("empty.csv", metrics: ["y"], rows: 0)
        #expect(
            try findings([10, 20], files: [empty], choice: Choice(devices: ["d1"]))
                == told(0.2, 20))
    }

    @Test("of a chosen period are counted over its rows")
    func period() throws {
        let half = Choice(to: 49 * MadeSource.hour)
        #expect(try findings([10], choice: half, told: 1) == told(10.0 / 50, 10))
    }
}
