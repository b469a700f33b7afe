import Testing
@testable import Telemetry

@Suite("Names of files of rows that programs send")
struct RowFileNameTests {
    @Test(
        "A name tells its stream, and only such names do",
        arguments: [
            ("rows-20260131T235959Z.csv", "rows"), ("rows-20260131T235959Z-12.csv", nil),
            ("a-b-20260131T235959Z.csv", "a-b"), ("a-2-20260131T235959Z.csv", "a-2"),
            ("rows.csv", nil), ("20260131T235959Z.csv", nil), ("-20260131T235959Z.csv", nil),
            ("rows-20260131T235959Z.txt", nil), ("x/rows-20260131T235959Z.csv", nil),
            ("rows-20260131-235959Z.csv", nil), ("rows-2026013aT235959Z.csv", nil), ("-.csv", nil),
            (".csv", nil), ("", nil),
        ])
    func streams(name: String, stream: String?) {
        #expect(RowFileName.stream(ofFile: name) == stream)
    }

    @Test("A new name has the time, or the next second whose name is free")
    func new() {
        #expect(
            RowFileName.new("rows", at: 1_769_903_999) { _ in false } == "rows-20260131T235959Z.csv"
        )
        let taken: Set = ["rows-20260131T235959Z.csv", "rows-20260201T000000Z.csv"]
        let name = RowFileName.new("rows", at: 1_769_903_999.9) { taken.contains($0) }
        #expect(name == "rows-20260201T000001Z.csv")
        for time in [Double.nan, .infinity, -1e30] {
            #expect(
                RowFileName.stream(ofFile: RowFileName.new("r", at: time) { _ in false }) == "r")
        }
    }
}
