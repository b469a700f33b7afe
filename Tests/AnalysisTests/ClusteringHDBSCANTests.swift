import Foundation
import Testing

@testable import Analysis
import Values

@Suite("HDBSCAN")
struct ClusteringHDBSCANTests {
    /// scikit-learn's answers, as `Tests/Reference/analysis/hdbscan.py` wrote them.
    private struct Answer: Decodable {
        let minClusterSize: Int
        let minSamples: Int
        let labels: [Int?]
        let probabilities: [Double]
    }

    private static let names = [
        "blobs", "moons", "circles", "variances", "eight", "space", "fifty", "constant",
    ]
    /// Sets in which pairs of one distance lie where clusters part. scikit-learn joins those two by
    /// two, and its answer for them changes when the rows are shuffled.
    private static let tied = ["anisotropic", "line"]

    private func answers(_ name: String) throws -> [Answer] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../Reference/analysis")
        let data = try Data(contentsOf: folder.appending(path: "hdbscan.json"))
        return try #require(try JSONDecoder().decode([String: [Answer]].self, from: data)[name])
    }

    @Test(
        "clusters are scikit-learn's, and so are memberships but for a cluster whose end is a tie",
        arguments: names)
    func reference(name: String) throws {
        let matrix = try ClusteringReference(name).matrix
        for answer in try answers(name) {
            let model = try HDBSCAN(
                minClusterSize: answer.minClusterSize, minSamples: answer.minSamples
            ).fit(matrix)
            #expect(try ClusterQuality.adjustedRand(model.labels, answer.labels) == 1)
            #expect(model.labels.map { $0 == nil } == answer.labels.map { $0 == nil })
            // Where ties decide whether a cluster falls into two before it ends, all its memberships
            // are on another scale; within a cluster their proportions are the same.
            let both = zip(model.probabilities, answer.probabilities)
            #expect(both.count { abs($0 - $1) < 1e-6 } * 4 >= 3 * model.labels.count)
            for cluster in 0..<model.clusterCount {
                let ratios = zip(model.labels, both).compactMap { label, pair in
                    label == cluster && pair.0 < 1 && pair.1 < 1 ? pair.0 / pair.1 : nil
                }
                #expect((ratios.max() ?? 1) - (ratios.min() ?? 1) < 1e-6, "\(cluster)")
            }
            #expect(model.stabilities.allSatisfy { $0 > 0 })
        }
    }

    @Test("where distances are tied clusters are nearly scikit-learn's", arguments: tied)
    func ties(name: String) throws {
        let matrix = try ClusteringReference(name).matrix
        for answer in try answers(name) {
            let model = try HDBSCAN(
                minClusterSize: answer.minClusterSize, minSamples: answer.minSamples
            ).fit(matrix)
            #expect(try ClusterQuality.adjustedRand(model.labels, answer.labels) > 0.93)
        }
    }

    @Test("the order of the rows decides nothing", arguments: names + tied)
    func order(name: String) throws {
        let matrix = try ClusteringReference(name).matrix
        for (size, samples) in [(5, 5), (8, 3)] {
            let method = HDBSCAN(minClusterSize: size, minSamples: samples)
            let model = try method.fit(matrix)
            for seed in 0..<5 {
                var generator = SeededGenerator(seed: UInt64(seed))
                let order = generator.sample(matrix.rowCount, of: matrix.rowCount)
                let again = try method.fit(matrix.selectingRows(order))
                let own = order.map { model.labels[$0] }
                #expect(own.map { $0 == nil } == again.labels.map { $0 == nil })
                #expect(try ClusterQuality.adjustedRand(own, again.labels) == 1)
            }
        }
    }

    @Test("clusters of different densities are found, and what lies between is noise")
    func densities() throws {
        let close = try groups(at: [[0, 0]], each: 40, spread: 0.2)
        let loose = try groups(at: [[12, 0]], each: 40, spread: 1.5, seed: 2)
        let matrix = try FeatureMatrix(
            rowCount: 82, columnCount: 2, values: close.values + loose.values + [5, 30, -20, -9])
        let model = try HDBSCAN(minClusterSize: 8).fit(matrix)
        #expect(model.clusterCount == 2)
        #expect(model.labels.prefix(40).count { $0 == 0 } > 35)
        #expect(model.labels[40..<80].count { $0 == 1 } > 35)
        #expect(model.labels[80] == nil && model.labels[81] == nil)
        #expect(model.probabilities[80] == 0 && (model.probabilities.max() ?? 0) == 1)
    }

    @Test("rows beyond the part that was clustered join the nearest row in reach")
    func beyond() throws {
        let matrix = try groups(at: [[0, 0], [9, 9]], each: 100, spread: 0.5)
        let part = matrix.selectingRows(Array(stride(from: 0, to: 200, by: 5)))
        let model = try HDBSCAN(minClusterSize: 5).fit(part)
        #expect(model.clusterCount == 2)
        let far = try FeatureMatrix(rows: [[4.5, 4.5], [0.1, 0], [9, 8.9]])
        #expect(try model.labels(of: far, near: part) == [nil, 0, 1])
        #expect(throws: AnalysisError.length(expected: 40, found: 3)) {
            try model.labels(of: matrix, near: far)
        }
        let noise = try HDBSCAN(minClusterSize: 30).fit(part)
        #expect(try noise.labels(of: far, near: part) == [nil, nil, nil])
    }

    @Test("no rows, one row and equal rows are noise; groups of equal rows are clusters")
    func smallest() throws {
        #expect(try HDBSCAN().fit(FeatureMatrix(rows: [])).labels.isEmpty)
        #expect(try HDBSCAN().fit(FeatureMatrix(rows: [[1, 2]])).labels == [nil])
        let same = try FeatureMatrix(rows: Array(repeating: [3, 3], count: 30))
        _ = try HDBSCAN().fit(same)
        let two = try FeatureMatrix(rows: (0..<30).map { [$0 < 12 ? 1 : 8] })
        let model = try HDBSCAN().fit(two)
        #expect(model.labels == (0..<30).map { $0 < 12 ? 0 : 1 })
        #expect(model.probabilities.allSatisfy { $0 == 1 })
        #expect(model.stabilities.allSatisfy { $0.isFinite })
    }

    @Test("missing values and settings out of range are refused")
    func refused() throws {
        let matrix = try FeatureMatrix(rows: [[1], [.nan]])
        #expect(throws: AnalysisError.notFinite(row: 1, column: 0)) {
            try HDBSCAN().fit(matrix)
        }
        #expect(throws: AnalysisError.self) { try HDBSCAN(minClusterSize: 1).fit(matrix) }
        #expect(throws: AnalysisError.self) { try HDBSCAN(minSamples: 0).fit(matrix) }
    }
}
