import Testing

@testable import Analysis
import Values

@Suite("KMeans")
struct ClusteringKMeansTests {
    @Test("from the same start it ends as scikit-learn", arguments: ClusteringReference.names)
    func sameStart(name: String) throws {
        let reference = try ClusteringReference(name)
        let expected = reference.kmeans
        let start = try FeatureMatrix(rows: expected.start)
        let model = try KMeans(k: expected.k, start: start).fit(reference.matrix)
        #expect(model.labels == expected.labels)
        #expect(agree(model.inertia, expected.inertia, to: 1e-9))
        #expect(agree(model.centroids.values, expected.centroids.flatMap(\.self), to: 1e-9))
        #expect(model.iterations == expected.iterations)
        #expect(model.converged)
    }

    @Test("its own starts find scikit-learn's best of 50", arguments: ClusteringReference.names)
    func ownStart(name: String) throws {
        let reference = try ClusteringReference(name)
        let model = try KMeans(k: reference.kmeans.k, seed: 7, restarts: 50)
            .fit(reference.matrix)
        #expect(agree(model.inertia, reference.kmeans.bestInertia, to: 1e-5))
    }

    @Test("the same seed gives the same model, in parts or not")
    func reproducible() throws {
        let matrix = try groups(at: [[0, 0, 0], [4, 0, 1], [0, 4, 2]], each: 3000, spread: 1)
        let first = try KMeans(k: 3, seed: 5, restarts: 3).fit(matrix)
        #expect(try KMeans(k: 3, seed: 5, restarts: 3).fit(matrix) == first)
        #expect(first.sizes.reduce(0, +) == 9000)
        #expect(try first.predict(matrix) == first.labels)
    }

    @Test("rows that were not measured again have the nearest center", arguments: [2, 9, 17])
    func bounds(columns: Int) throws {
        var generator = SeededGenerator(seed: UInt64(columns))
        let count = 20_011
        let values = (0..<count * columns).map { place in
            // Dense groups on an even ground, as in the field, far from the origin.
            (place / columns) % 3 == 0
                ? generator.uniform(from: 900, to: 1_100)
                : generator.normal(mean: 1_000 + Double(place / columns % 7) * 9)
        }
        let matrix = try FeatureMatrix(rowCount: count, columnCount: columns, values: values)
        let start = matrix.selectingRows((0..<11).map { $0 * 101 })
        let model = try KMeans(k: 11, tolerance: 0, start: start).fit(matrix)
        #expect(model.converged)
        #expect(try model.predict(matrix) == model.labels)
        let inertia = (0..<count).reduce(0) { sum, row in
            let center = model.centroids.row(model.labels[row])
            let distance = ClusterQuality.distance(matrix.row(row), center)
            return sum + distance * distance
        }
        #expect(agree(model.inertia, inertia, to: 1e-9))
        for cluster in 0..<11 {
            let rows = model.labels.indices.filter { model.labels[$0] == cluster }
            let center = (0..<matrix.columnCount).map { column in
                Statistics.mean(rows.map { matrix[$0, column] })
            }
            #expect(agree(Array(model.centroids.row(cluster)), center, to: 1e-9))
        }
    }

    @Test("as many clusters as rows leave no inertia")
    func everyRowACluster() throws {
        let matrix = try FeatureMatrix(rows: [[0, 0], [3, 1], [9, 9], [-5, 2]])
        let model = try KMeans(k: 4).fit(matrix)
        #expect(model.inertia < 1e-20)
        #expect(Set(model.labels).count == 4)
    }

    @Test("one row is its own cluster")
    func oneRow() throws {
        let model = try KMeans(k: 1).fit(FeatureMatrix(rows: [[2, -7]]))
        #expect(model.labels == [0])
        #expect(model.centroids.values == [2, -7])
        #expect(model.inertia == 0)
    }

    @Test("more clusters than distinct rows leave some empty, on a cluster with rows")
    func fewDistinctRows() throws {
        let matrix = try FeatureMatrix(rows: Array(repeating: [1, 1], count: 5) + [[8, 8]])
        let model = try KMeans(k: 4).fit(matrix)
        #expect(model.inertia < 1e-20)
        #expect(model.sizes.sorted() == [0, 0, 1, 5])
        #expect(model.centroids.values.allSatisfy { abs($0 - 1) < 1e-9 || abs($0 - 8) < 1e-9 })
    }

    @Test("a cluster that runs empty takes the furthest row")
    func emptyCluster() throws {
        let matrix = try FeatureMatrix(rows: [[0], [1], [10], [11], [100]])
        let start = try FeatureMatrix(rows: [[0], [10], [1000]])
        let model = try KMeans(k: 3, start: start).fit(matrix)
        #expect(model.labels == [0, 0, 1, 1, 2])
    }

    @Test("identical rows give one centroid and no spread")
    func identicalRows() throws {
        let matrix = try FeatureMatrix(rows: Array(repeating: [0.1, 0.3], count: 9))
        let model = try KMeans(k: 2).fit(matrix)
        #expect(model.sizes == [9, 0])
        #expect(agree(model.centroids.values, [0.1, 0.3, 0.1, 0.3], to: 1e-12))
    }

    @Test("a constant column changes no label")
    func constantColumn() throws {
        let matrix = try groups(at: [[0, 0], [9, 9]], each: 20, spread: 1)
        let wider = try FeatureMatrix(columns: [
            matrix.column(0), [Double](repeating: 3, count: 40), matrix.column(1),
        ])
        let model = try KMeans(k: 2, seed: 3).fit(matrix)
        #expect(try KMeans(k: 2, seed: 3).fit(wider).labels == model.labels)
    }

    @Test("a far offset costs no accuracy")
    func offset() throws {
        let matrix = try groups(at: [[0, 0], [9, 9], [-9, 9]], each: 30, spread: 1)
        let moved = try FeatureMatrix(
            rowCount: matrix.rowCount, columnCount: 2, values: matrix.values.map { $0 + 1e7 })
        let model = try KMeans(k: 3, seed: 3).fit(matrix)
        let far = try KMeans(k: 3, seed: 3).fit(moved)
        #expect(far.labels == model.labels)
        #expect(agree(far.inertia, model.inertia, to: 1e-6))
    }

    @Test("a missing value is refused with its row and column")
    func missingValue() throws {
        let matrix = try FeatureMatrix(rows: [[1, 2], [3, .nan], [.infinity, 0]])
        #expect(throws: AnalysisError.notFinite(row: 1, column: 1)) {
            try KMeans(k: 2).fit(matrix)
        }
    }

    @Test("settings out of range are refused")
    func settings() throws {
        let matrix = try FeatureMatrix(rows: [[1], [2]])
        #expect(throws: AnalysisError.tooFew(found: 2, needed: 3)) { try KMeans(k: 3).fit(matrix) }
        #expect(throws: AnalysisError.self) { try KMeans(k: 0).fit(matrix) }
        #expect(throws: AnalysisError.self) { try KMeans(k: 1, restarts: 0).fit(matrix) }
        #expect(throws: AnalysisError.self) { try KMeans(k: 1, maxIterations: -1).fit(matrix) }
        #expect(throws: AnalysisError.self) { try KMeans(k: 1, tolerance: .nan).fit(matrix) }
        #expect(throws: AnalysisError.tooFew(found: 0, needed: 1)) {
            try KMeans(k: 1).fit(FeatureMatrix(rows: []))
        }
        #expect(throws: AnalysisError.columns(expected: 1, found: 2)) {
            try KMeans(k: 1, start: FeatureMatrix(rows: [[0, 0]])).fit(matrix)
        }
        #expect(throws: AnalysisError.columns(expected: 1, found: 2)) {
            try KMeans(k: 1).fit(matrix).predict(FeatureMatrix(rows: [[0, 0]]))
        }
    }
}
