import Testing

@testable import Analysis

@Suite("Copies among many columns")
struct ColumnSketchesTests {
    /// Noise with copies under another unit and sign, near copies, and gaps.
    private func columns(_ count: Int, rows: Int, gaps: Bool) -> [[Double]] {
        var generator = SeededGenerator(seed: 5)
        var columns: [[Double]] = []
        for index in 0..<count {
            var column = (0..<rows).map { _ in generator.normal() }
            if index % 7 == 3 {
                let source = columns[generator.integer(below: index)]
                let factor = index % 2 == 0 ? 2.5 : -0.01
                // Some are so near that they count as copies, others just not.
                let noise = index % 3 == 0 ? 1e-3 : index % 3 == 1 ? 2e-3 : 0
                column = source.map { factor * ($0 + noise * generator.normal()) + 3 }
            }
            if gaps, index % 4 == 1 {
                for row in 0..<rows where (row + index) % 5 == 0 { column[row] = .nan }
            }
            columns.append(column)
        }
        return columns
    }

    /// By comparing each column with every one that is kept.
    private func slowly(_ columns: [[Double]]) -> [Int: Int] {
        var kept: [Int] = []
        var copies: [Int: Int] = [:]
        for index in columns.indices {
            let original = kept.first { other in
                let shared = zip(columns[index], columns[other]).count { !$0.isNaN && !$1.isNaN }
                let correlation = Statistics.pearson(columns[index], columns[other])
                return shared > 2 && abs(correlation) >= 0.999_999
            }
            if let original { copies[index] = original } else { kept.append(index) }
        }
        return copies
    }

    @Test(
        "are those that comparing every two columns finds",
        arguments: [(150, true), (400, false)])
    func same(count: Int, gaps: Bool) throws {
        for rows in [8, 60, 300] {
            let columns = columns(count, rows: rows, gaps: gaps)
            let selected = ColumnSelection().fit(try FeatureMatrix(columns: columns))
            var copies: [Int: Int] = [:]
            for entry in selected.dropped {
                if case .duplicate(let other, _) = entry.reason { copies[entry.column] = other }
            }
            #expect(copies == slowly(columns))
            #expect(copies.count > count / 20)
        }
    }

    @Test("of many columns with gaps are sought among those with the same gaps")
    func sameGaps() throws {
        var columns = columns(ColumnSelection.gapColumns + 60, rows: 50, gaps: false)
        for index in [100, 110] { for row in 0..<9 { columns[index][row] = .nan } }
        for row in 9..<18 { columns[120][row] = .nan }
        columns[110] = columns[100].map { 2 * $0 }
        columns[120] = zip(columns[100], columns[120]).map { $0.isNaN || $1.isNaN ? $1 : $0 }
        let dropped = ColumnSelection().fit(try FeatureMatrix(columns: columns)).dropped
        #expect(dropped.contains { $0.column == 110 })
        #expect(!dropped.contains { $0.column == 120 })
    }

    /// Comparisons are what takes time, so time is judged by them.
    @Test("ask for few comparisons", arguments: [200, 800])
    func comparisons(count: Int) {
        var known = ColumnSketches(correlation: 0.999_999, rows: 80, comparesAllGaps: false)
        var compared = 0
        for (index, column) in columns(count, rows: 80, gaps: false).enumerated() {
            let sketch = known.sketch(of: column)
            compared += known.candidates(for: sketch).count
            known.add(sketch, column: index)
        }
        // Each seventh is a copy, and copies of one column meet each other.
        #expect(compared < 2 * count)
    }
}
