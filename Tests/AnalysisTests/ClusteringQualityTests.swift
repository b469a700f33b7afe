import Testing

@testable import Analysis
import Values

@Suite("ClusterQuality")
struct ClusteringQualityTests {
    @Test("all measures are scikit-learn's", arguments: ClusteringReference.names)
    func reference(name: String) throws {
        let reference = try ClusteringReference(name)
        let matrix = try reference.matrix
        let labels = reference.kmeans.labels
        let silhouette = try ClusterQuality.silhouette(matrix, labels: labels)
        #expect(agree(silhouette.values.map { $0 ?? .nan }, reference.silhouette, to: 1e-9))
        #expect(agree(silhouette.mean, Statistics.mean(reference.silhouette), to: 1e-12))
        let rand = try ClusterQuality.adjustedRand(reference.truth, labels)
        #expect(agree(rand, reference.adjustedRand, to: 1e-12))
        let information = try ClusterQuality.normalizedMutualInformation(reference.truth, labels)
        #expect(agree(information, reference.mutualInformation, to: 1e-12))
    }

    @Test("a silhouette of many rows is the definition's")
    func manyRows() throws {
        let matrix = try groups(at: [[0, 0, 1], [3, 0, 0], [0, 5, 0]], each: 150, spread: 1)
        let labels = (0..<450).map { $0 % 7 == 0 ? nil : [5, -2, 40][$0 % 3] }
        let silhouette = try ClusterQuality.silhouette(matrix, labels: labels)
        #expect(silhouette.clusters.map(\.label) == [-2, 5, 40])
        for row in stride(from: 0, to: 450, by: 13) {
            let expected = plainSilhouette(row, matrix, labels)
            #expect((silhouette.values[row] == nil) == (expected == nil))
            #expect(agree(silhouette.values[row] ?? 0, expected ?? 0, to: 1e-12))
        }
    }

    @Test("a row alone in its cluster has silhouette 0")
    func alone() throws {
        let matrix = try FeatureMatrix(rows: [[0], [0.1], [5]])
        let silhouette = try ClusterQuality.silhouette(matrix, labels: [0, 0, 1])
        #expect(silhouette.values[2] == 0)
        #expect(try ClusterQuality.silhouette(matrix, labels: [0, 1, 2]).mean == 0)
    }

    @Test("identical rows in two clusters have silhouette 0")
    func identical() throws {
        let matrix = try FeatureMatrix(rows: Array(repeating: [1, 2], count: 6))
        #expect(try ClusterQuality.silhouette(matrix, labels: [0, 0, 0, 1, 1, 1]).mean == 0)
    }

    @Test("fewer than two clusters, missing values and lengths that differ are refused")
    func refused() throws {
        let matrix = try FeatureMatrix(rows: [[0], [1]])
        #expect(throws: AnalysisError.tooFew(found: 1, needed: 2)) {
            try ClusterQuality.silhouette(matrix, labels: [0, nil])
        }
        #expect(throws: AnalysisError.length(expected: 2, found: 1)) {
            try ClusterQuality.silhouette(matrix, labels: [0])
        }
        #expect(throws: AnalysisError.length(expected: 1, found: 2)) {
            try ClusterQuality.adjustedRand([0], [0, 1])
        }
        #expect(throws: AnalysisError.notFinite(row: 0, column: 0)) {
            try ClusterQuality.silhouette(FeatureMatrix(rows: [[.nan], [1]]), labels: [0, 1])
        }
    }

    @Test("names do not matter to the indices of agreement; noise is a group")
    func names() throws {
        let left: [Int?] = [0, 0, 1, 1, nil, nil]
        #expect(try ClusterQuality.adjustedRand(left, [7, 7, nil, nil, 3, 3]) == 1)
        #expect(try ClusterQuality.adjustedRand([], []) == 1)
        #expect(try ClusterQuality.adjustedRand([1], [nil]) == 1)
        #expect(try ClusterQuality.adjustedRand([0, 0, 0, 0], [0, 1, 2, 3]) == 0)
        #expect(try ClusterQuality.normalizedMutualInformation([0, 0], [1, 1]) == 1)
        #expect(try ClusterQuality.normalizedMutualInformation([0, 0, 1, 1], [0, 1, 0, 1]) == 0)
    }

    private func plainSilhouette(_ row: Int, _ matrix: FeatureMatrix, _ labels: [Int?]) -> Double? {
        guard let own = labels[row] else { return nil }
        var distances: [Int: [Double]] = [:]
        for other in 0..<matrix.rowCount where other != row {
            guard let label = labels[other] else { continue }
            distances[label, default: []]
                .append(ClusterQuality.distance(matrix.row(row), matrix.row(other)))
        }
        let inner = Statistics.mean(distances[own] ?? [])
        let outer = distances.filter { $0.key != own }.map { Statistics.mean($0.value) }.min() ?? 0
        return (outer - inner) / max(inner, outer)
    }
}
