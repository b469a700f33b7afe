import Foundation
import Testing
import Values

@testable import ClickHouse
@testable import Telemetry

@Suite("Batches of rows that are pushed")
struct PushBatchTests {
    private static let columns = [
        PushColumn(name: "t", form: .moment), PushColumn(name: "d", form: .text),
        PushColumn(name: "v", form: .numberOrNone),
    ]

    private func encoder(_ times: [Double], _ values: [Double]) -> RowEncoder {
        let names = times.map { _ in "device" }
        return RowEncoder(
            TypedRows(
                count: times.count, lines: RowNumbers(from: 2, count: times.count),
                columns: [
                    .numbers(times), .texts(DictionaryColumn(texts: names)), .numbers(values),
                ], hashes: times.map { _ in 0 }), Self.columns, time: 0)
    }

    /// Stands for the hash of a row's line.
    private func hash(_ time: Double, _ value: Double) -> UInt32 {
        UInt32(truncatingIfNeeded: (time.bitPattern ^ value.bitPattern &* 31) >> 40)
    }

    private func batch(
        _ times: [Double], _ values: [Double], after start: UInt64 = PushBatch.start(["t"])
    ) -> PushBatch {
        let encoder = encoder(times, values)
        var batch = PushBatch(after: start)
        for row in times.indices {
            _ = batch.append(row, of: encoder, hash: hash(times[row], values[row]), part: row % 3)
        }
        return batch
    }

    @Test("have the number of their rows and of those before, and no other")
    func numbers() {
        let one = batch([10, 20], [1, .nan])
        #expect(one.number == batch([10, 20], [1, .nan]).number)
        #expect(one.number != batch([10, 20], [1, 0]).number)
        #expect(one.number != batch([20, 10], [1, .nan]).number)
        #expect(one.number != batch([10, 20], [1, .nan], after: one.number).number)
        #expect(batch([20], [.nan], after: batch([10], [1]).number).number == one.number)
        #expect(PushBatch.start(["ab", "c"]) != PushBatch.start(["a", "bc"]))
    }

    @Test("leave out rows that are there, each as often as it is there")
    func without() {
        let all = batch([10, 10, 10, 20], [5, 5, 7, 6])
        let whole = all.body()
        #expect(whole.rows == 4)
        #expect(whole.bytes.count == all.bytes.count + 4 * 8)
        let first = all.bytes[..<all.ends[0]]
        #expect(all.body(without: [first]).rows == 3)
        let rest = all.body(without: [first, first])
        #expect(rest.rows == 2)
        #expect(rest.bytes.starts(with: all.bytes[all.ends[1]..<all.ends[2]]))
    }

    @Test("hold no time that the column would change")
    func times() {
        let times: [Double] = [0, -5, 4_294_967_296, .nan, 1, 4_294_967_295, 10.5]
        let encoder = encoder(times, times)
        var bytes: [UInt8] = []
        let outcomes = times.indices.map { encoder.append($0, to: &bytes) }
        #expect(
            outcomes == [
                .outOfRange, .outOfRange, .outOfRange, .outOfRange, .written, .written, .fraction,
            ])
    }

    @Test("end where a server would make too many parts")
    func parts() {
        let encoder = encoder([1], [1])
        for (parts, isFull) in [(12, false), (95, false), (96, true)] {
            var batch = PushBatch(after: 1)
            for row in 0..<300 {
                _ = batch.append(0, of: encoder, hash: UInt32(row), part: row % parts)
            }
            #expect(batch.isFull == isFull)
        }
    }

    @Test("can leave their last row to a batch of its own, with the same numbers")
    func lastApart() throws {
        let all = batch([10, 20, 30], [1, 2, 3])
        let (rest, last) = try #require(all.withLastApart)
        #expect(rest.number == batch([10, 20], [1, 2]).number)
        #expect(rest.bytes == batch([10, 20], [1, 2]).bytes)
        #expect(last.number == all.number && last.rows == 1)
        #expect(rest.bytes + last.bytes == all.bytes)
        #expect(batch([10], [1]).withLastApart == nil)
    }

    @Test("go into tables named like files, as far as a name can be made")
    func names() throws {
        for (file, table) in [
            ("telemetry.csv", "telemetry"), ("my pumps-2024.csv.gz", "my_pumps_2024"),
            ("2024 log.csv", "t2024_log"), ("Насос A.csv", "______A"),
        ] {
            #expect(try ClusterPush.table(for: URL(filePath: "/x/" + file)) == table)
        }
        #expect(throws: PushFault.noTableName(file: "насос.csv")) {
            try ClusterPush.table(for: URL(filePath: "насос.csv"))
        }
    }
}
