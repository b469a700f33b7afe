import Foundation
import Testing

@testable import Analysis
import Values

@Suite("Groups in single features")
struct FeatureGroupsTests {
    /// So many columns of normal numbers, with some rows moved in some columns.
    private func columns(
        _ count: Int = 12, rows: Int = 40, moved: [(rows: Range<Int>, column: Int, by: Double)],
        seed: UInt64 = 1
    ) -> [[Double]] {
        var generator = SeededGenerator(seed: seed)
        return (0..<count).map { column in
            (0..<rows).map { row in
                moved.reduce(generator.normal()) { sum, move in
                    move.column == column && move.rows.contains(row) ? sum + move.by : sum
                }
            }
        }
    }

    @Test("rows that stand together in one of many columns are a group; the others are alike")
    func found() throws {
        let data = columns(moved: [(0..<6, 3, 14), (20..<29, 7, -11)])
        let model = try FeatureGroups(seed: 1).fit(data)
        #expect(
            model.groups.map(\.rows).sorted { $0[0] < $1[0] } == [Array(0..<6), Array(20..<29)])
        #expect(Set(model.groups.flatMap(\.columns)) == [3, 7])
        #expect(model.resamplings == 50)
        #expect(model.groups.allSatisfy { $0.recoveries > 40 && $0.shared == 0 })
        let labels = model.labels(count: 40)
        #expect(labels.count { $0 == nil } == 25)
    }

    @Test("a group that shows in several columns is one")
    func merged() throws {
        let data = columns(moved: [(4..<12, 2, 15), (4..<12, 5, 18), (4..<12, 9, -16)])
        let model = try FeatureGroups(seed: 1).fit(data)
        #expect(model.groups.map(\.rows) == [Array(4..<12)])
        #expect(model.groups.first.map { Set($0.columns) } == [2, 5, 9])
    }

    @Test("a row of two groups is in the clearer one, and counted in the other")
    func shared() throws {
        let data = columns(moved: [(0..<8, 1, 40), (7..<16, 6, 12)])
        let model = try FeatureGroups(seed: 1).fit(data)
        #expect(model.groups.map(\.rows) == [Array(0..<8), Array(8..<16)])
        #expect(model.groups.map(\.shared) == [0, 1])
    }

    @Test("single rows stand alone and are no group")
    func loners() throws {
        let data = columns(moved: [(5..<6, 3, 20), (9..<10, 4, -15)])
        let model = try FeatureGroups(seed: 1).fit(data)
        #expect(model.groups.isEmpty && model.resamplings == 0)
        #expect(model.loners.map(\.row) == [5, 9] && model.loners.map(\.column) == [3, 4])
        #expect(model.loners.allSatisfy { $0.deviations > 8 })
    }

    @Test("what is rounded or counted is no gap, missing values are in no group")
    func coarse() throws {
        let versions = (0..<40).map { $0 < 8 ? 1.9 : 1.8 }
        let counts = (0..<40).map { Double($0 % 3) }
        #expect(try FeatureGroups().fit([versions, counts]).groups.isEmpty)
        var holes = columns(moved: [(0..<6, 3, 14)])
        for row in [0, 30, 31] { holes[3][row] = .nan }
        #expect(try FeatureGroups(seed: 1).fit(holes).groups.map(\.rows) == [Array(1..<6)])
        let empty = try FeatureGroups().fit([[Double](repeating: .nan, count: 20)])
        #expect(empty.groups.isEmpty && empty.loners.isEmpty)
        #expect(try FeatureGroups().fit([]).groups.isEmpty)
        #expect(throws: AnalysisError.self) { try FeatureGroups().fit([[1, 2], [1]]) }
    }

    @Test("of many rows a sample is searched, and all rows of the group are in it")
    func many() throws {
        let data = columns(3, rows: 3_000, moved: [(100..<400, 1, 12)])
        let model = try FeatureGroups(resamplings: 4, seed: 1).fit(data)
        let rows = try #require(model.groups.first?.rows)
        #expect(Set(rows).symmetricDifference(100..<400).count < 12)
        #expect(model == (try FeatureGroups(resamplings: 4, seed: 1).fit(data)))
    }

    enum Shape: String, CaseIterable { case even, normal, exponential, lognormal }

    @Test("of 180 clouds of each shape at most one is split", arguments: Shape.allCases)
    func falseGroups(shape: Shape) throws {
        var found: [Int] = []
        for columns in [2, 4, 8] {
            for set in 0..<60 {
                var generator = SeededGenerator(seed: UInt64(1_000 * columns + set))
                let rows = [40, 100, 250, 300][set % 4]
                let data = (0..<columns).map { _ in
                    (0..<rows).map { _ in
                        switch shape {
                        case .even: generator.uniform()
                        case .normal: generator.normal()
                        case .exponential: -log(1 - generator.uniform())
                        case .lognormal: exp(generator.normal())
                        }
                    }
                }
                if try !FeatureGroups(resamplings: 1).fit(data).groups.isEmpty { found.append(set) }
            }
        }
        #expect(found.count <= 1, "\(found)")
    }
}
