import Foundation
import Testing

@testable import Analysis
import Values

@Suite("ClusterCount and Hopkins")
struct ClusteringCountTests {
    static let centers = [[0.0, 0, 0], [8, 0, 0], [0, 8, 0], [0, 0, 8], [8, 8, 8]]

    @Test("as many clusters are found as there are", arguments: [2, 3, 5])
    func found(count: Int) throws {
        let matrix = try groups(
            at: Array(Self.centers.prefix(count)), each: 20, spread: 1)
        let choice = try ClusterCount(restarts: 3).fit(matrix)
        #expect(choice.k == count)
        #expect(choice.trials.map(\.k) == Array(2...10))
        let truth = (0..<matrix.rowCount).map { $0 % count }
        #expect(try ClusterQuality.adjustedRand(choice.model?.labels ?? [], truth) == 1)
    }

    @Test("one cloud has no clusters, whatever its shape and seed", arguments: 1...3)
    func none(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let normal = try groups(
            at: [[0, 0, 0, 0]], each: 60, spread: 1, seed: UInt64(seed))
        let even = try FeatureMatrix(
            rowCount: 60, columnCount: 2, values: (0..<120).map { _ in generator.uniform() })
        let stretched = try FeatureMatrix(
            rows: (0..<60).map { _ in [generator.normal() * 20, generator.normal()] })
        for matrix in [normal, even, stretched] {
            let choice = try ClusterCount(
                range: 2...6, restarts: 2, references: 10, seed: UInt64(seed)
            )
            .fit(matrix)
            guard case .none(.notAboveReference(_, let silhouette, let reference)) = choice.decision
            else {
                Issue.record("found \(choice.decision)")
                continue
            }
            #expect(silhouette <= reference)
            #expect(choice.k == 1 && choice.model == nil && choice.trials.count == 5)
        }
    }

    @Test("among many clouds hardly one is split", arguments: ["even", "normal", "correlated"])
    func falseAlarms(shape: String) throws {
        let found = try (0..<16).count { set in
            var generator = SeededGenerator(seed: UInt64(100 + set))
            let rows = (0..<80).map { _ -> [Double] in
                let shared = shape == "correlated" ? generator.normal() : 0
                return (0..<6).map { _ in
                    shape == "even" ? generator.uniform() : shared + generator.normal()
                }
            }
            let count = ClusterCount(range: 2...6, restarts: 2, references: 12, seed: 1)
            return try count.fit(FeatureMatrix(rows: rows)).model != nil
        }
        #expect(found <= 1)
    }

    @Test("a single far row is no cluster")
    func splinter() throws {
        let cloud = try groups(at: [[0, 0]], each: 60, spread: 1, seed: 3)
        let matrix = try FeatureMatrix(
            rowCount: 61, columnCount: 2, values: cloud.values + [60, 60])
        let choice = try ClusterCount(range: 2...2).fit(matrix)
        #expect(choice.decision == .none(.onlySplinters(minimumSize: 3)))
        #expect(choice.trials.first?.smallestSize == 1)
    }

    @Test("too few rows and equal rows are decisions")
    func nothing() throws {
        let few = try FeatureMatrix(rows: [[0], [1], [9]])
        #expect(
            try ClusterCount().fit(few).decision == .none(.tooFewRows(found: 3, needed: 6)))
        #expect(
            try ClusterCount().fit(FeatureMatrix(rows: [])).decision
                == .none(.tooFewRows(found: 0, needed: 6)))
        let equal = try FeatureMatrix(rows: Array(repeating: [4, 4], count: 30))
        #expect(try ClusterCount().fit(equal).decision == .none(.equalRows))
    }

    @Test("fewer distinct rows than clusters tried are no trouble")
    func fewDistinct() throws {
        let rows = (0..<30).map { row -> [Double] in [Double(row % 3) * 5, Double(row % 3)] }
        let choice = try ClusterCount(restarts: 2, references: 4).fit(FeatureMatrix(rows: rows))
        #expect(choice.k == 3)
    }

    @Test("the same seed gives the same choice")
    func reproducible() throws {
        let matrix = try groups(at: Self.centers, each: 12, spread: 2)
        let count = ClusterCount(range: 2...5, restarts: 2, references: 4, seed: 4)
        #expect(try count.fit(matrix) == count.fit(matrix))
    }

    @Test("Hopkins hardly knows the shape of a cloud; clusters raise it", arguments: [2, 8])
    func hopkinsOfClouds(columns: Int) throws {
        var generator = SeededGenerator(seed: 8)
        let skewed = try FeatureMatrix(
            rows: (0..<600).map { _ in (0..<columns).map { _ in -log(1 - generator.uniform()) } })
        let normal = try groups(
            at: [[Double](repeating: 0, count: columns)], each: 600, spread: 1)
        for cloud in [skewed, normal] {
            let value = try #require(try ClusterQuality.hopkins(cloud, seed: 1))
            #expect(abs(value - 0.47) < 0.15)
        }
        let centers = [0, 9, 18].map { [$0] + [Double](repeating: 0, count: columns - 1) }
        let clusters = try groups(at: centers, each: 100, spread: 0.5)
        #expect(try #require(try ClusterQuality.hopkins(clusters, seed: 1)) > 0.65)
    }

    @Test("Hopkins tells even rows from clusters")
    func hopkins() throws {
        var generator = SeededGenerator(seed: 6)
        let even = try FeatureMatrix(
            rowCount: 2000, columnCount: 2, values: (0..<4000).map { _ in generator.uniform() })
        let value = try #require(try ClusterQuality.hopkins(even, seed: 1))
        #expect(abs(value - 0.5) < 0.1)
        let clusters = try groups(at: [[0, 0], [9, 9]], each: 100, spread: 0.3)
        #expect(try #require(try ClusterQuality.hopkins(clusters, seed: 1)) > 0.95)
        let equal = try FeatureMatrix(rows: Array(repeating: [1, 1], count: 9))
        #expect(try ClusterQuality.hopkins(equal, seed: 1) == nil)
        #expect(throws: AnalysisError.tooFew(found: 1, needed: 2)) {
            try ClusterQuality.hopkins(FeatureMatrix(rows: [[1]]), seed: 1)
        }
    }

    @Test("missing values and settings out of range are refused")
    func refused() throws {
        let matrix = try FeatureMatrix(rows: Array(repeating: [1], count: 9) + [[.nan]])
        let refusal = AnalysisError.notFinite(row: 9, column: 0)
        #expect(throws: refusal) { try ClusterCount().fit(matrix) }
        #expect(throws: refusal) { try ClusterQuality.hopkins(matrix, seed: 0) }
        #expect(throws: AnalysisError.self) { try ClusterCount(range: 1...3).fit(matrix) }
    }
}

@Suite("KDistance")
struct ClusteringKDistanceTests {
    @Test("distances are those to the neighbour that the definition names", arguments: [1, 3, 6])
    func definition(columns: Int) throws {
        let center = [Double](repeating: 0, count: columns)
        let matrix = try groups(at: [center], each: 150, spread: 1)
        let curve = try KDistance(minSamples: 5).fit(matrix)
        let expected = (0..<150).map { row in
            (0..<150).map { ClusterQuality.distance(matrix.row(row), matrix.row($0)) }.sorted()[4]
        }
        #expect(agree(curve.distances, expected.sorted(), to: 1e-12))
    }

    @Test("the suggested eps separates clusters from noise")
    func automatic() throws {
        let clusters = try groups(at: [[0, 0], [20, 20]], each: 100, spread: 1)
        let matrix = try FeatureMatrix(
            rowCount: 203, columnCount: 2, values: clusters.values + [-40, 40, 60, -60, 90, 90])
        let eps = try #require(try KDistance().fit(matrix).eps)
        let model = try DBSCAN(eps: eps).fit(matrix)
        #expect(model.clusterCount == 2)
        #expect(model.labels.suffix(3).allSatisfy { $0 == nil })
        #expect(model.noiseCount < 12)
    }

    @Test("an even grid has no knee and its step as eps; equal rows have none")
    func flat() throws {
        let grid = try FeatureMatrix(
            rows: (0..<100).map { [Double($0 / 10), Double($0 % 10)] })
        let curve = try KDistance(minSamples: 3).fit(grid)
        #expect(curve.kneeIndex == nil)
        #expect(curve.eps == 1)
        let equal = try FeatureMatrix(rows: Array(repeating: [2, 2], count: 20))
        #expect(try KDistance().fit(equal).eps == nil)
    }

    @Test("too few rows, missing values and senseless settings are refused")
    func refused() throws {
        let matrix = try FeatureMatrix(rows: [[1], [2], [.nan]])
        #expect(throws: AnalysisError.tooFew(found: 3, needed: 4)) {
            try KDistance(minSamples: 4).fit(matrix)
        }
        #expect(throws: AnalysisError.notFinite(row: 2, column: 0)) {
            try KDistance(minSamples: 2).fit(matrix)
        }
        #expect(throws: AnalysisError.self) { try KDistance(minSamples: 1).fit(matrix) }
        #expect(throws: AnalysisError.self) {
            try KDistance(minSamples: 2, sampleSize: 0).fit(matrix)
        }
    }
}
