import Foundation
import Testing

@testable import Analysis
import Values

@Suite("Stretches of a recording")
struct RecordingJudgeTests {
    private func judged(_ columns: [[Double]]) throws -> RecordingJudgement {
        let times = columns[0].indices.map { Double($0) * 60 }
        return try RecordingJudge().judge(columns: columns, times: times, mode: .offline)
    }

    @Test("A cycle turned upside down is one stretch, where it is")
    func shape() throws {
        var made = MadeRecording()
        var wave = made.wave()
        for row in 2000..<2050 { wave[row] = -wave[row] }
        let found = try judged([wave])
        let raised = found.raised
        #expect(raised.count == 1)
        #expect(raised.first?.rows.overlaps(2000..<2050) == true)
        #expect(raised.first.map { $0.rows.count < 150 } == true)
        let peak = try #require(found.score.max())
        #expect((1950..<2100).contains(found.score.firstIndex(of: peak) ?? 0))
    }

    @Test("A plateau in place of a wave is told as frozen or another level, with its severity")
    func plateau() throws {
        var made = MadeRecording()
        var wave = made.wave()
        for row in 1200..<1400 { wave[row] = 0.3 }
        let raised = try judged([wave]).raised
        #expect(raised.contains { $0.rows.overlaps(1200..<1400) && $0.severity > 40 })
        #expect(raised.allSatisfy { $0.rows.overlaps(1100..<1500) })
    }

    @Test("Louder noise is found, though the level stays")
    func noise() throws {
        var made = MadeRecording()
        var values = made.noise()
        for row in 1500..<1600 { values[row] *= 4 }
        let raised = try judged([values]).raised
        #expect(raised.contains { $0.rows.overlaps(1500..<1600) })
        #expect(raised.allSatisfy { $0.rows.overlaps(1400..<1700) })
    }

    @Test("Of recordings without trouble about one in five has a stretch that counts")
    func quiet() throws {
        let raised = try (0..<30).count { seed in
            var made = MadeRecording(rows: 2000, seed: UInt64(100 + seed))
            let signal = seed % 2 == 0 ? made.wave(noise: 0.2) : made.noise()
            return try !judged([signal]).raised.isEmpty
        }
        #expect(raised <= 10)
    }

    @Test("Of several signals those that left their level are named, the first to move first")
    func order() throws {
        var made = MadeRecording(rows: 1000)
        var columns = (0..<4).map { _ in made.noise() }
        for row in 600..<800 { columns[2][row] += 8 }
        for row in 680..<800 { columns[1][row] += 8 }
        let raised = try judged(columns).raised
        #expect(raised.count == 1)
        #expect(raised.first?.signals == [2, 1])
        #expect(raised.first?.kind == .level)
        #expect(
            raised.first.map { abs(($0.expected ?? 9) - 0) < 0.3 && ($0.actual ?? 0) > 5 } == true)
    }

    @Test("Commands beside a measurement change nothing")
    func commands() throws {
        var made = MadeRecording()
        var wave = made.wave()
        for row in 2000..<2050 { wave[row] = -wave[row] }
        let commands = (0..<20).map { column in
            wave.indices.map { Double(($0 / (column + 3)) % 37 == column ? 1 : 0) }
        }
        let alone = try judged([wave])
        #expect(try judged([wave] + commands).score == alone.score)
    }

    @Test("Wear through the whole recording is no trouble")
    func wear() throws {
        var made = MadeRecording(rows: 400)
        let columns = (0..<3).map { _ in
            made.noise().enumerated().map { 100 - 0.2 * Double($0) + 0.5 * $1 }
        }
        let found = try judged(columns)
        #expect(found.isAnomaly.count { $0 } <= 40)
    }

    @Test("Of rows without order the one far from all others is found")
    func cases() throws {
        var made = MadeRecording(rows: 300)
        var columns = (0..<4).map { _ in made.noise() }
        for column in 0..<4 { columns[column][17] = 9 }
        let found = try RecordingJudge().judge(columns: columns, mode: .offline)
        #expect(found.score.firstIndex(of: found.score.max() ?? 0) == 17)
        #expect(found.stretches.contains { $0.rows == 17..<18 })
    }

    @Test("The same recording is judged the same, gaps and all")
    func determinism() throws {
        var made = MadeRecording()
        var wave = made.wave()
        for row in stride(from: 5, to: 3000, by: 71) { wave[row] = .nan }
        let first = try judged([wave])
        #expect(try judged([wave]) == first)
        #expect(first.score.allSatisfy { $0.isFinite && $0 >= 0 })
    }

    @Test("Live, the stream's decisions are told as stretches")
    func live() throws {
        var made = MadeRecording(rows: 1200)
        var wave = made.wave()
        for row in 900..<930 { wave[row] += 20 }
        let found = try RecordingJudge().judge(columns: [wave], mode: .live)
        let stream = try DefaultDetector().detect(columns: [wave], mode: .live).scores
        #expect(found.score == stream.score)
        #expect(found.isAnomaly == stream.isAnomaly)
        #expect(found.raised.contains { $0.rows.overlaps(900..<930) })
    }

    @Test("Recordings that are empty, constant or short are judged too")
    func degenerate() throws {
        #expect(try RecordingJudge().judge(columns: [], mode: .offline).stretches.isEmpty)
        for rows in [1, 7, 8, 39, 99, 100, 101, 400] {
            let constant = [Double](repeating: 2, count: rows)
            let ramp = (0..<rows).map(Double.init)
            let none = [Double](repeating: .nan, count: rows)
            for columns in [[constant], [none], [ramp], [constant, ramp], [ramp, none, ramp]] {
                let found = try judged(columns)
                #expect(found.score.count == rows)
                #expect(found.score.allSatisfy { $0.isFinite })
            }
        }
        #expect(throws: AnalysisError.self) {
            try RecordingJudge().judge(columns: [[1, 2], [1]], mode: .offline)
        }
    }
}
