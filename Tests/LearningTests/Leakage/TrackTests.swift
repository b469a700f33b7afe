import Analysis
import Foundation
import Reports
import Telemetry
import Testing
import Values

@testable import Learning

@Suite("Columns over the lives of devices")
struct TrackTests {
    /// Lives of these lengths, one after the other; `value` gives the column.
    private func track(
        _ lengths: [Int], rest: Int = 0, device: Int = 0, width: Double = 0,
        _ value: (_ life: Int, _ row: Int, _ length: Int) -> Double
    ) -> DeviceTrack {
        var (times, column, ends): ([Double], [Double], [Double]) = ([], [], [])
        for (life, length) in (lengths + (rest > 0 ? [rest] : [])).enumerated() {
            for row in 0..<length {
                times.append(Double(times.count))
                column.append(value(life, row, length))
            }
            if life < lengths.count { ends.append(Double(times.count - 1)) }
        }
        return DeviceTrack(
            device: device, times: times, columns: [column], width: width, ends: ends)
    }

    @Test("a life is the rows up to its end that were over then, the rest has no end")
    func lives() {
        let track = track([5, 3], rest: 4) { _, row, _ in Double(row) }
        #expect(track.lives.map(\.rows) == [0..<5, 5..<8] && track.lives.map(\.end) == [4, 7])
        #expect(track.rest == 8..<12)
        let wide = self.track([5, 3], rest: 4, width: 2) { _, row, _ in Double(row) }
        #expect(wide.lives.map(\.rows) == [0..<3, 5..<6])
        #expect(self.track([], rest: 3) { _, _, _ in 0 }.rest == 0..<3)
    }

    @Test("are read of devices whose lives ended, of many the latest rows")
    func tracks() throws {
        let source = MadeSeries(
            [
                .init([1, 2, 3, .nan], events: [(2.5, 0)]), .init([4, 5, 6]),
            ], codes: [(.failure, "f"), (.error, "e")], length: 9, kind: .cycle)
        let recipe = PredictionRecipe(.life, catalog: source.catalog, horizon: 1)
        let history = try FailureTimes(.life, source: source, devices: [0, 1], until: .infinity)
        let tracks = try DeviceTrack.tracks(recipe, source: source, history: history)
        #expect(tracks.map(\.device) == [0] && tracks[0].ends == [2.5] && tracks[0].width == 0)
        #expect(
            Array(tracks[0].columns[0].prefix(3)) == [1, 2, 3] && tracks[0].columns[0][3].isNaN)
        #expect(history.hasEnd(0) && !history.hasEnd(1) && history.count == 1)
        var other = recipe
        other.metrics = ["x", "gone"]
        #expect(try DeviceTrack.tracks(other, source: source, history: history).isEmpty)
        // Where no failures are named, remaining life ends with the last reading.
        let runs = MadeSeries([.init([1, 2, 3])], length: 9, kind: .cycle)
        let ended = try FailureTimes(.life, source: runs, devices: [0], until: 2)
        let run = try DeviceTrack.tracks(
            PredictionRecipe(.life, catalog: runs.catalog, horizon: 1), source: runs, history: ended
        )
        #expect(run[0].ends == [1] && run[0].times == [0, 1], "what is later is not looked at")
    }

    // MARK: - Labels

    private func label(
        _ tracks: [DeviceTrack], least: Int = 6
    ) -> BackTest.Evidence? {
        LabelColumn.evidence(tracks, metric: 0, step: 1, least: least)
    }

    private let lengths = [40, 55, 47, 62, 51, 44, 58]

    @Test("a value that begins always as long before the end, and at no other time, is a label")
    func labels() {
        let marked = [track(lengths) { _, row, length in row >= length - 10 ? 1 : 0 }]
        // The row at the end itself stands nine rows after the first.
        #expect(label(marked) == .label(value: 1, lead: 9))
        #expect(label(marked, least: 7) != nil && label(marked, least: 8) == nil)
        let sooner = [track(lengths) { life, row, length in row >= length - 10 - life ? 1 : 0 }]
        #expect(label(sooner) == nil, "sooner or later")
        let needless = [
            track(lengths) { life, row, length in
                row >= length - 10 || life == 2 && (5..<8).contains(row) ? 1 : 0
            }
        ]
        #expect(label(needless) == nil, "once for nothing")
        let missing = [
            track(lengths) { life, row, length in life > 0 && row >= length - 10 ? 1 : 0 }
        ]
        #expect(label(missing) == nil, "six of seven")
        #expect(label([track(lengths) { _, _, _ in 3 }]) == nil)
        #expect(label([track(lengths) { _, row, _ in Double(row) }]) == nil, "many values")
    }

    @Test(
        "stages that begin as long after the beginning are work, at a share of life they are told by it"
    )
    func stages() {
        let work = [track(Array(repeating: 50, count: 8)) { _, row, _ in row >= 40 ? 1 : 0 }]
        #expect(label(work) == nil)
        let share = [
            track(lengths) { _, row, length in Double(row) >= 0.6 * Double(length - 1) ? 1 : 0 }
        ]
        #expect(label(share) == .shareOfLife)
    }

    // MARK: - Lives

    private func life(
        _ lengths: [Int]? = nil, _ value: (_ life: Int, _ row: Int, _ length: Int) -> Double
    ) -> BackTest.Evidence? {
        LifeColumn([track(lengths ?? self.lengths, value)], metric: 0, step: 1).evidence
    }

    @Test("a column that counts down to the end, or knows its time, was filled in afterwards")
    func countdown() {
        #expect(life { _, row, length in Double(length - 1 - row) } == .countdown(step: -1, end: 0))
        #expect(
            life { _, row, length in 3 * Double(length - 1 - row) + 30 }
                == .countdown(step: -3, end: 30))
        #expect(life { _, row, length in exp(-Double(length - row) / 20) } == .timeToEnd)
        #expect(life { _, row, length in Double(row) / Double(length - 1) } == .shareOfLife)
    }

    @Test("a counter, noise, a constant and few lives say nothing")
    func nothing() {
        #expect(life { _, row, _ in Double(row) } == nil)
        #expect(life { life, row, _ in Double((row * 7_919 + life * 31) % 97) } == nil)
        #expect(life { _, _, _ in 4 } == nil)
        #expect(
            life(Array(lengths.prefix(5))) { _, row, length in Double(length - 1 - row) } == nil)
        #expect(
            life(Array(lengths.prefix(6))) { _, row, length in Double(length - 1 - row) }
                == .countdown(step: -1, end: 0))
        #expect(
            life(Array(repeating: 50, count: 8)) { _, row, length in Double(length - row) } == nil,
            "lives of one length: a plain counter")
    }

    // MARK: - Failures that are none

    @Test("failures of a code that only marks what comes before others are none themselves")
    func marks() throws {
        let failures = (1...6).map { Double($0) * 100 }
        let source = MadeSeries(
            (0..<2).map { _ in
                .init(
                    events: failures.flatMap { failure in
                        [(failure, 0)] + (1...5).map { (failure - Double($0), 1) }
                    } + [(7, 2)])
            }, codes: [(.failure, "seal"), (.failure, "soon"), (.error, "e")], length: 700)
        let times = try FailureTimes(.failure, source: source, devices: [0, 1], until: .infinity)
        #expect(times.labels == [1: .label(value: 1, lead: 5)] && times.count == 12)
        #expect(times.failures == [0: failures, 1: failures])
        #expect(times.others == [2: [0: [7], 1: [7]]])
        #expect(
            times.ends(of: 0, lastReading: 9) == failures && times.ends(of: 5, lastReading: 9) == []
        )
        let part = try FailureTimes(.failure, source: source, devices: [1], until: 250)
        #expect(part.failures[0] == nil && part.failures[1]?.contains(300) == false)
    }
}
