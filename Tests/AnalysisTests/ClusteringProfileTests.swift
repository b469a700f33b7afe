import Testing

@testable import Analysis
import Values

@Suite("ClusterStability")
struct ClusteringStabilityTests {
    @Test("clear clusters come back always")
    func clear() throws {
        let matrix = try groups(at: [[0, 0], [20, 0], [0, 20]], each: 20, spread: 1)
        let model = try KMeans(k: 3).fit(matrix)
        let result = try ClusterStability(resamplings: 20).fit(matrix, model: model)
        #expect(result.meanAdjustedRand == 1)
        #expect(result.adjustedRandRange == 1...1)
        #expect(result.clusters.map(\.recoveries) == [20, 20, 20])
        #expect(result.clusters.map(\.meanOverlap) == [1, 1, 1])
    }

    @Test("a cloud cut in four does not come back")
    func cloud() throws {
        let matrix = try groups(at: [[0, 0, 0]], each: 80, spread: 1)
        let model = try KMeans(k: 4).fit(matrix)
        let result = try ClusterStability(resamplings: 20, seed: 2).fit(matrix, model: model)
        #expect(result.meanAdjustedRand < 0.75)
        #expect(result.adjustedRandRange.lowerBound < result.meanAdjustedRand)
        #expect(result.clusters.contains { $0.recoveries < 14 })
        let again = try ClusterStability(resamplings: 20, seed: 2).fit(matrix, model: model)
        #expect(again == result)
    }

    @Test("a model of other rows is refused")
    func otherRows() throws {
        let model = try KMeans(k: 1).fit(FeatureMatrix(rows: [[1], [2]]))
        #expect(throws: AnalysisError.length(expected: 1, found: 2)) {
            try ClusterStability().fit(FeatureMatrix(rows: [[1]]), model: model)
        }
        #expect(throws: AnalysisError.columns(expected: 1, found: 2)) {
            try ClusterStability().fit(FeatureMatrix(rows: [[1, 2], [3, 4]]), model: model)
        }
    }
}

@Suite("ClusterProfile")
struct ClusteringProfileTests {
    @Test("mean, Student's interval and difference are the textbook's")
    func textbook() throws {
        let matrix = try FeatureMatrix(columns: [
            [1, 2, 3, 4, 5, 11, 12, 13, 14], [7, 7, 7, 7, 7, 7, 7, 7, 7],
        ])
        let labels = [0, 0, 0, 0, 0, 1, 1, 1, 1]
        let clusters = try ClusterProfile().fit(matrix, labels: labels)
        #expect(clusters.map(\.size) == [5, 4])
        #expect(agree(clusters[0].share, 5.0 / 9, to: 1e-15))
        let feature = clusters[0].features[0]
        #expect(feature.mean == 3)
        // t(0.975; 4) = 2.7764451051977987, standard error √0.5.
        let interval = try #require(feature.interval)
        #expect(agree(interval.upperBound, 3 + 2.7764451051977987 * 0.5.squareRoot(), to: 1e-9))
        #expect(agree(interval.lowerBound, 3 - 2.7764451051977987 * 0.5.squareRoot(), to: 1e-9))
        let deviation = Statistics.standardDeviation(matrix.column(0))
        let expected = (3 - Statistics.mean(matrix.column(0))) / deviation
        #expect(agree(feature.standardizedDifference, expected, to: 1e-12))
        #expect(clusters[1].features[1].standardizedDifference == 0)
        #expect(clusters[1].features[1].interval == 7...7)
    }

    @Test("missing values, noise and single rows are no trouble")
    func gaps() throws {
        let matrix = try FeatureMatrix(columns: [[1, .nan, 3, 9], [.nan, .nan, 2, 3]])
        let clusters = try ClusterProfile().fit(matrix, labels: [4, 4, 2, nil])
        #expect(clusters.map(\.label) == [2, 4])
        #expect(clusters.map(\.share) == [0.25, 0.5])
        #expect(clusters[1].features[0].mean == 1)
        #expect(clusters[1].features[0].interval == nil)
        #expect(clusters[1].features[1].mean.isNaN)
        #expect(clusters[1].features[1].standardizedDifference == 0)
        #expect(try ClusterProfile().fit(matrix, labels: [nil, nil, nil, nil]).isEmpty)
    }
}

@Suite("PopulationOutliers")
struct ClusteringOutliersTests {
    @Test("a far row is an outlier, and its feature is named")
    func far() throws {
        let cloud = try groups(at: [[0, 0, 0], [50, 50, 50]], each: 30, spread: 1)
        let matrix = try FeatureMatrix(
            rowCount: 61, columnCount: 3, values: cloud.values + [0, 15, 1])
        let labels = (0..<60).map { $0 % 2 } + [0]
        let distances = try PopulationOutliers().fit(matrix, labels: labels)
        #expect(distances.filter(\.isOutlier).map(\.row) == [60])
        let odd = distances[60]
        #expect(odd.cluster == 0)
        #expect(odd.contributions[1] > 95)
        #expect(distances.allSatisfy { agree($0.contributions.reduce(0, +), 100, to: 1e-9) })
        #expect(abs(odd.distance - 15) < 1)
    }

    @Test("noise is measured against the nearest cluster")
    func noise() throws {
        let cloud = try groups(at: [[0], [50]], each: 20, spread: 1)
        let matrix = try FeatureMatrix(rowCount: 41, columnCount: 1, values: cloud.values + [40])
        let labels = (0..<40).map { Optional($0 % 2) } + [nil]
        let distances = try PopulationOutliers().fit(matrix, labels: labels)
        #expect(distances[40].cluster == 1)
        #expect(distances[40].isOutlier)
    }

    @Test("equal rows are no outliers, but the one that differs is")
    func equal() throws {
        let rows = Array(repeating: [1.0, 2], count: 30)
        let labels = [Int](repeating: 0, count: 30)
        let none = try PopulationOutliers().fit(FeatureMatrix(rows: rows), labels: labels)
        #expect(none.allSatisfy { $0.robustDistance == 0 && $0.contributions == [0, 0] })
        let one = try PopulationOutliers().fit(
            FeatureMatrix(rows: rows + [[1, 3]]), labels: labels + [0])
        #expect(one.filter(\.isOutlier).map(\.row) == [30])
    }

    @Test("labels that do not fit and missing values are refused")
    func refused() throws {
        let matrix = try FeatureMatrix(rows: [[1], [.nan]])
        #expect(throws: AnalysisError.length(expected: 2, found: 1)) {
            try PopulationOutliers().fit(matrix, labels: [0])
        }
        #expect(throws: AnalysisError.notFinite(row: 1, column: 0)) {
            try PopulationOutliers().fit(matrix, labels: [0, 0])
        }
        #expect(throws: AnalysisError.tooFew(found: 0, needed: 1)) {
            try PopulationOutliers().fit(matrix.selectingRows([0]), labels: [nil])
        }
        #expect(try PopulationOutliers().fit(FeatureMatrix(rows: []), labels: []).isEmpty)
    }
}
