import Foundation
import Testing

@testable import Analysis

@Suite("Judging one signal")
struct SignalJudgeTests {
    /// What `Tests/Reference/analysis/episodes.py` wrote.
    private struct Reference: Decodable {
        let values: [Double]
        let width: Int
        let score: [Double]
    }

    @Test("Scores are those of the second implementation")
    func reference() throws {
        let url = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Reference/analysis/episodes.json")
        let known = try JSONDecoder().decode(Reference.self, from: Data(contentsOf: url))
        #expect(DominantPeriod.rows(of: known.values) == known.width)
        let judge = SignalJudge(known.values)
        #expect(judge.score.count == known.score.count)
        for (mine, theirs) in zip(judge.score, known.score) {
            #expect(abs(mine - theirs) < 2e-3 * (1 + theirs))
        }
        #expect(judge.marks.contains { $0.rows.overlaps(1000..<1040) && $0.excess > 1 })
    }

    @Test("A limit that ordinary peaks pass so many times is passed about as often")
    func limit() {
        var generator = SeededGenerator(seed: 11)
        var passed = 0
        for _ in 0..<40 {
            let scores = (0..<2400).map { _ in -log(1 - generator.uniform()) }
            let limit = TailLimit(scores, block: 24).passed(times: 1)
            passed += MarkedRows.found(in: scores, limit: limit, floor: 1).count
        }
        #expect((15...100).contains(passed))
    }

    @Test("Half of the blocks unusual: the limit by false discoveries finds them")
    func discoveries() throws {
        var generator = SeededGenerator(seed: 12)
        let scores = (0..<4000).map { row in
            -log(1 - generator.uniform()) + (row / 20 % 10 == 3 ? 40 : 0)
        }
        let limit = try #require(TailLimit(scores, block: 20).discovery)
        #expect(limit > 8 && limit < 45)
    }

    @Test("Marks are narrowed to the rows that the forecast missed")
    func narrowed() {
        var residuals = [Double](repeating: 0.1, count: 100)
        residuals[40] = 5
        residuals[41] = 4
        let mark = MarkedRows(rows: 20..<60, excess: 2).narrowed(residuals)
        #expect(mark == MarkedRows(rows: 40..<42, excess: 2))
        #expect(
            MarkedRows(rows: 3..<9, excess: 1).narrowed([Double](repeating: 0, count: 9)).rows
                == 3..<9)
    }

    @Test("Near marks become one with the larger excess")
    func joined() {
        let marks = [(8..<10, 3.0), (0..<4, 2.0), (6..<7, 1.0)]
            .map { MarkedRows(rows: $0.0, excess: $0.1) }
        #expect(
            MarkedRows.joined(marks, gap: 1) == [
                MarkedRows(rows: 0..<4, excess: 2), MarkedRows(rows: 6..<10, excess: 3),
            ])
    }

    @Test("Kinds of stretches by their values")
    func kinds() {
        let outside = (0..<200).map { sin(Double($0)) }
        #expect(StretchTelling.kind([5], outside: outside) == .spikes)
        #expect(StretchTelling.kind([0.2, 0.2, 0.2, 0.2], outside: outside) == .frozen)
        #expect(
            StretchTelling.kind((0..<20).map { 3 + sin(Double($0)) }, outside: outside) == .level)
        #expect(
            StretchTelling.kind((0..<20).map { 0.1 * sin(Double($0)) }, outside: outside)
                == .variance)
    }

    @Test("A level that jumped within a stretch began then; a slow change did where it was marked")
    func begin() {
        var generator = SeededGenerator(seed: 5)
        let noise = (0..<720).map { _ in generator.uniform() }
        let mark = MarkedRows(rows: 410..<720, excess: 3)
        for (column, from) in [
            (noise.indices.map { noise[$0] + ($0 >= 456 ? 20 : 0) }, 456),
            (noise.indices.map { noise[$0] + max(0, Double($0 - 410)) / 20 }, 410),
        ] {
            let telling = StretchTelling(columns: [column], judged: [0], deviations: [])
            #expect(telling.stretch(mark).rows == from..<720)
        }
    }

    @Test("An even sample is ascending, without repeats, and meets all phases of a period")
    func sample() {
        let places = EvenSample.places(256, of: 25_600)
        #expect(places.count == 256)
        #expect(zip(places, places.dropFirst()).allSatisfy { $0 < $1 })
        #expect(Set(places.map { $0 % 100 / 10 }).count == 10)
        #expect(EvenSample.places(5, of: 3) == [0, 1, 2])
        #expect(EvenSample.places(5, of: 0) == [])
    }
}
