import Testing

@testable import ClickHouse

@Suite("Parts of a table")
struct SliceTests {
    private func units(_ rows: [Int], span: Double = 1_000) -> TableUnits {
        TableUnits(
            order: "`d`",
            units: rows.enumerated().map {
                .init(key: "'\($0)'", rows: $1, first: 5, last: 5 + span - 1)
            })
    }

    @Test("hold whole devices up to the limit, each device once")
    func devices() {
        let slices = units([30, 30, 30, 90, 10]).slices(limit: 100, anchor: 0, width: 10) {
            Double($0.rows)
        }
        #expect(slices.map(\.units) == [0..<3, 3..<5])
        #expect(slices.allSatisfy { $0.times == nil })
    }

    @Test("cut a device that is too much by itself into stretches of whole buckets")
    func stretches() {
        let slices = units([10, 250, 10]).slices(limit: 100, anchor: 0, width: 10) {
            Double($0.rows)
        }
        #expect(slices.map(\.units) == [0..<1, 1..<2, 1..<2, 1..<2, 2..<3])
        let times = slices[1...3].compactMap(\.times)
        #expect(times.first?.lowerBound == 0 && times.last?.upperBound == 1_010)
        for (one, next) in zip(times, times.dropFirst()) {
            #expect(one.upperBound == next.lowerBound)
        }
        #expect(times.allSatisfy { $0.lowerBound.truncatingRemainder(dividingBy: 10) == 0 })
    }

    @Test("can be halved until one bucket of one device is left")
    func halves() {
        let all = units([10, 10], span: 20)
        var waiting = [Slice(units: 0..<2)]
        var ends: [Slice] = []
        while let slice = waiting.popLast() {
            if let halves = all.halves(slice, anchor: 0, width: 10) {
                waiting += halves
            } else {
                ends.append(slice)
            }
        }
        #expect(ends.count == 6)
        #expect(ends.allSatisfy { $0.units.count == 1 })
        let lengths = ends.compactMap { $0.times.map { $0.upperBound - $0.lowerBound } }
        #expect(lengths == Array(repeating: 10, count: 6))
    }
}
