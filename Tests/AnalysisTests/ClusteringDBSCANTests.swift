import Testing

@testable import Analysis
import Values

@Suite("DBSCAN")
struct ClusteringDBSCANTests {
    @Test("labels and cores are scikit-learn's", arguments: ClusteringReference.names)
    func reference(name: String) throws {
        let reference = try ClusteringReference(name)
        let expected = reference.dbscan
        let model = try DBSCAN(eps: expected.eps, minSamples: expected.minSamples)
            .fit(reference.matrix)
        #expect(model.labels == expected.labels)
        #expect(model.isCore.indices.filter { model.isCore[$0] } == expected.core)
        #expect(model.clusterCount == Set(expected.labels.compactMap(\.self)).count)
        #expect(model.noiseCount == expected.labels.count { $0 == nil })
    }

    @Test("grid and tree agree with the plain definition", arguments: 1...5)
    func definition(columns: Int) throws {
        var generator = SeededGenerator(seed: UInt64(columns))
        // Whole numbers make many distances exactly eps.
        let values = (0..<120 * columns).map { _ in Double(generator.integer(below: 9 - columns)) }
        let matrix = try FeatureMatrix(rowCount: 120, columnCount: columns, values: values)
        for (eps, minSamples) in [(1.0, 6), (2.0.squareRoot(), 14), (1.0, 1), (0.5, 3)] {
            let model = try DBSCAN(eps: eps, minSamples: minSamples).fit(matrix)
            #expect(model.labels == plain(matrix, eps, minSamples))
        }
    }

    @Test("rows beyond the part that was clustered join the nearest core in reach")
    func beyond() throws {
        let matrix = try groups(at: [[0, 0], [9, 9]], each: 200, spread: 0.5)
        let part = matrix.selectingRows(Array(stride(from: 0, to: 400, by: 5)))
        let model = try DBSCAN(eps: 1, minSamples: 4).fit(part)
        #expect(model.clusterCount == 2)
        let far = try FeatureMatrix(rows: [[4.5, 4.5], [0.1, 0], [9, 8.9]])
        #expect(try model.labels(of: far, near: part, eps: 1) == [nil, 0, 1])
        let labels = try model.labels(of: matrix, near: part, eps: 1)
        // Rows of the two groups take turns.
        #expect(labels.indices.allSatisfy { labels[$0] == nil || labels[$0] == $0 % 2 })
        #expect(labels.count { $0 == nil } < 10)
        let noise = try DBSCAN(eps: 0.001, minSamples: 4).fit(part)
        #expect(try noise.labels(of: far, near: part, eps: 0.001) == [nil, nil, nil])
        #expect(throws: AnalysisError.length(expected: 80, found: 3)) {
            try model.labels(of: matrix, near: far, eps: 1)
        }
    }

    @Test("many leaves of the tree agree with the plain definition", arguments: [4, 7])
    func leaves(columns: Int) throws {
        var generator = SeededGenerator(seed: UInt64(columns))
        let rows = (0..<900).map { row -> [Double] in
            (0..<columns).map { column in
                row % 4 == 0
                    ? generator.uniform(from: -4, to: 4)
                    : generator.normal(mean: (row + column) % 3 == 0 ? 2 : -1)
            }
        }
        let matrix = try FeatureMatrix(rows: rows)
        for (eps, minSamples) in [(0.9, 4), (1.4, 8), (2.5, 40), (9, 2)] {
            let model = try DBSCAN(eps: eps, minSamples: minSamples).fit(matrix)
            #expect(model.labels == plain(matrix, eps, minSamples))
        }
    }

    @Test("many small clusters far apart need no common grid")
    func farApart() throws {
        let rows = (0..<200).map { row -> [Double] in
            [Double(row / 4) * 1e9 + Double(row % 4) * 0.1, 0]
        }
        let model = try DBSCAN(eps: 0.2, minSamples: 3).fit(FeatureMatrix(rows: rows))
        #expect(model.labels == (0..<200).map { $0 / 4 })
    }

    @Test("no rows, one row, identical rows")
    func smallest() throws {
        let none = try DBSCAN(eps: 1).fit(FeatureMatrix(rows: []))
        #expect(none.labels.isEmpty && none.clusterCount == 0)
        let one = try DBSCAN(eps: 1, minSamples: 2).fit(FeatureMatrix(rows: [[1, 2]]))
        #expect(one.labels == [nil])
        let same = try FeatureMatrix(rows: Array(repeating: [3, 3, 3, 3, 3], count: 100))
        #expect(try DBSCAN(eps: 1e-6).fit(same).labels == Array(repeating: 0, count: 100))
        let narrow = try FeatureMatrix(rows: Array(repeating: [3], count: 100))
        #expect(try DBSCAN(eps: 1e-6).fit(narrow).labels == Array(repeating: 0, count: 100))
    }

    @Test("missing values and settings out of range are refused")
    func refused() throws {
        let matrix = try FeatureMatrix(rows: [[1], [.nan]])
        #expect(throws: AnalysisError.notFinite(row: 1, column: 0)) {
            try DBSCAN(eps: 1).fit(matrix)
        }
        for eps in [0, -1, .nan, .infinity, 1e-200] {
            #expect(throws: AnalysisError.self) { try DBSCAN(eps: eps).fit(matrix) }
        }
        #expect(throws: AnalysisError.self) { try DBSCAN(eps: 1, minSamples: 0).fit(matrix) }
    }

    /// scikit-learn's rule word for word, in O(rows²).
    private func plain(_ matrix: FeatureMatrix, _ eps: Double, _ minSamples: Int) -> [Int?] {
        let neighbors = (0..<matrix.rowCount).map { row in
            (0..<matrix.rowCount).filter { other in
                let squares = zip(matrix.row(row), matrix.row(other)).map { ($0 - $1) * ($0 - $1) }
                return squares.reduce(0, +) <= eps * eps
            }
        }
        var labels = [Int?](repeating: nil, count: matrix.rowCount)
        var clusters = 0
        for row in labels.indices
        where labels[row] == nil && neighbors[row].count >= minSamples {
            var pending = [row]
            labels[row] = clusters
            while let next = pending.popLast() {
                guard neighbors[next].count >= minSamples else { continue }
                for other in neighbors[next] where labels[other] == nil {
                    labels[other] = clusters
                    pending.append(other)
                }
            }
            clusters += 1
        }
        return labels
    }
}
