import Reports
import Telemetry
import Testing
import Values

@testable import Pipeline

@Suite("What pages say about their data")
struct ContextBuilderTests {
    private func builder(_ source: MadeSource, _ files: [FileReport]) -> ContextBuilder {
        ContextBuilder(
            scope: source.scope,
            load: LoadReport(dataset: "made", files: files, notes: [], seconds: 0),
            fingerprint: "f1", devicesShown: 1)
    }

    @Test("adds up rows and cells that were refused, and lists five hundred devices")
    func counts() {
        var files = [FileReport.made(rows: 10), .made(rows: 20)]
        (files[0].rowsRead, files[1].rowsRead) = (13, 24)
        (files[0].cellsRefused, files[1].cellsRefused) = (2, 5)
        let source = MadeSource(
            (0..<501).map { MadeSource.Unit(name: "d\($0)", rows: [(0, [1])]) },
            metrics: ["x"], codes: [(.error, "e")])
        let context = builder(source, files).context()
        #expect(context.dataset == "made" && context.fileCount == 2 && context.rows == 501)
        #expect(context.rowsRefused == 7 && context.cellsRefused == 7)
        #expect(context.fingerprint == "f1" && context.devicesShown == 1)
        #expect(context.deviceCount == 501 && context.deviceNames.count == 500)
        #expect(context.deviceNames.last == "d499" && context.metrics.map(\.name) == ["x"])
        #expect(context.codes.map(\.name) == ["e"] && context.codesShown == nil)
        #expect(context.resolution == 3_600 && context.range == 0...60 * MadeSource.day)
        #expect(context.period == context.range && !context.isPeriodChosen)
    }

    @Test("says what is missing: times, readings, events, failures, devices")
    func missing() {
        let row = MadeSource(
            [MadeSource.Unit(name: "1")], length: 9, step: 1, kind: .row)
        #expect(
            builder(row, [.made(device: .fileName), .made(device: .eachRow(nil))]).missingData()
                == MissingData(
                    time: true, metrics: true, events: true, failures: true, devices: true)
        )
        let full = MadeSource(
            [MadeSource.Unit("1", days: [(1, 0)])], metrics: ["x"], codes: [(.failure, "f")])
        #expect(
            builder(full, [.made(device: .fileName), .made(device: .composite([0]))]).missingData()
                == MissingData(
                    time: false, metrics: false, events: false, failures: false, devices: false))
        let errors = MadeSource([MadeSource.Unit("1", days: [(1, 0)])], codes: [(.error, "e")])
        let missing = builder(errors, []).missingData()
        #expect(!missing.events && missing.failures && missing.devices)
    }
}
