import Analysis
import Reports
import Testing

@testable import Pipeline

@Suite("Groups that are found")
struct GroupingTests {
    /// Points along a line around places, so many at each.
    private func matrix(
        _ places: [(count: Int, at: Double)], columns: Int = 2
    ) throws -> FeatureMatrix {
        var rows: [[Double]] = []
        for place in places {
            for point in 0..<place.count {
                rows.append(
                    (0..<columns).map { (column: Int) -> Double in
                        let step = (point * 7 + column * 3) % 5
                        return place.at + 0.1 * Double(step)
                    })
            }
        }
        return try FeatureMatrix(rows: rows)
    }

    private func grouping(_ matrix: FeatureMatrix, _ choice: ClusterChoice) throws -> Grouping {
        try Grouping(matrix, choice: choice, count: nil, seed: 1)
    }

    @Test("are numbered by falling size, equal ones by their first member")
    func order() throws {
        let found = try grouping(
            matrix([(4, 0), (6, 50), (4, 100), (5, 150)]), ClusterChoice(k: 4))
        #expect(found.sizes == [6, 5, 4, 4])
        #expect(
            found.labels
                == Array(repeating: 2, count: 4) + Array(repeating: 0, count: 6)
                + Array(repeating: 3, count: 4) + Array(repeating: 1, count: 5))
        #expect(found.verdict == .groups && (found.stability?.returned ?? 0) > 50)
        #expect(found.stability?.resamplings == 100)
        #expect((found.silhouette ?? 0) > 0.98 && found.silhouettes.count == 19)
    }

    @Test(
        "that were chosen where nothing holds apart are called unstable, however often they return")
    func chosen() throws {
        let line = try FeatureMatrix(rows: (0..<40).map { [Double($0), 0.5 * Double($0 % 2)] })
        let free = try grouping(line, ClusterChoice())
        #expect(free.count?.model == nil && free.stability == nil && free.verdict != .groups)
        let chosen = try grouping(line, ClusterChoice(k: 2))
        #expect(
            chosen.verdict == .unstable && chosen.sizes.reduce(0, +) == 40
                && chosen.sizes.count == 2)
        #expect((chosen.stability?.meanARI ?? 0) >= 0.7)
        let two = try matrix([(12, 0), (8, 50)])
        #expect(try grouping(two, ClusterChoice()).sizes == [12, 8])
        #expect(try grouping(two, ClusterChoice()).verdict == .groups)
        #expect(try grouping(two, ClusterChoice(k: 2)).verdict == .groups)
    }

    @Test("of density leave out who lies alone, and one group is none")
    func density() throws {
        let choice = ClusterChoice(algorithm: .dbscan, eps: 1, minSamples: 3)
        let two = try grouping(matrix([(6, 0), (1, 25), (5, 50)]), choice)
        #expect(two.verdict == .groups && two.sizes == [6, 5] && two.labels[6] == nil)
        #expect(two.eps == 1 && two.minSamples == 3 && two.kDistances.count == 12)
        let one = try grouping(matrix([(6, 0), (1, 25)]), choice)
        #expect(one.verdict == .none && one.sizes == [6] && one.silhouette == nil)
        // Without a choice four units make a group in two columns, and ten in many.
        let own = {
            try grouping(
                matrix([(20, 0), (20, 50)], columns: $0), .init(algorithm: .dbscan, eps: 1))
        }
        #expect(try own(2).minSamples == 4 && own(4).minSamples == 8 && own(7).minSamples == 10)
    }

    @Test("of a hierarchy of density leave out who lies alone, each with its persistence")
    func hierarchy() throws {
        let choice = ClusterChoice(algorithm: .hdbscan, minSamples: 3)
        let two = try grouping(matrix([(6, 0), (1, -200), (5, 50)]), choice)
        #expect(two.verdict == .groups && two.sizes == [6, 5] && two.labels[6] == nil)
        #expect(two.minSamples == 3 && two.eps == nil && two.kDistances.isEmpty)
        #expect(two.memberships.count == 12 && two.memberships[6] == 0)
        #expect(two.evidence.count == 2)
        #expect(two.evidence.allSatisfy { ($0.persistence ?? 0) > 0 && $0.recovery == nil })
        // Without a choice a twentieth of the units, at least three, make a group.
        let own = try grouping(matrix([(40, 0), (40, 50)]), .init(algorithm: .hdbscan))
        #expect(own.minSamples == 4)
    }

    @Test("in single features leave out who is alike, and are not looked for when asked for some")
    func partial() throws {
        var generator = SeededGenerator(seed: 5)
        let columns = (0..<12).map { column in
            (0..<40).map { row in
                generator.normal()
                    + (column == 3 && row < 6 ? 14 : column == 7 && row > 34 ? 15 : 0)
            }
        }
        let matrix = try FeatureMatrix(columns: columns)
        let scaled = try Scaling.standard.fit(matrix).apply(to: matrix)
        let found = try Grouping(
            scaled, choice: ClusterChoice(), count: nil, features: columns, seed: 1)
        #expect(found.verdict == .partial && found.sizes == [6, 5])
        #expect(found.labels == (0..<40).map { $0 < 6 ? 0 : $0 > 34 ? 1 : nil })
        #expect(found.evidence.map(\.columns) == [[3], [7]])
        #expect(found.evidence.allSatisfy { ($0.recovery?.returned ?? 0) > 40 })
        #expect(found.silhouette == nil)
        let asked = try Grouping(
            scaled, choice: ClusterChoice(k: 3), count: found.count, features: columns, seed: 1)
        #expect(asked.verdict != .partial && asked.sizes.count == 3 && asked.inFeatures == nil)
    }

    @Test("a tendency to groups is measured in eight columns at most")
    func hopkins() throws {
        let two = { try grouping(matrix([(12, 0), (8, 50)], columns: $0), ClusterChoice(k: 2)) }
        #expect(try (two(8).hopkins ?? 0) > 0.9)
        #expect(try two(9).hopkins == nil)
    }
}
