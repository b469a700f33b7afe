import Testing

@testable import Analysis
import Values

@Suite("PrincipalComponents")
struct PCATests {
    @Test("variances, ratios and loadings are scikit-learn's", arguments: ClusteringReference.names)
    func reference(name: String) throws {
        let reference = try ClusteringReference(name)
        let expected = reference.pca
        let matrix = try reference.matrix
        let model = try PrincipalComponents(count: matrix.columnCount).fit(matrix)
        // scikit-learn gives no more than there are rows.
        let count = expected.variance.count
        #expect(agree(Array(model.explainedVariances.prefix(count)), expected.variance, to: 1e-9))
        #expect(agree(Array(model.explainedVarianceRatios.prefix(count)), expected.ratio, to: 1e-9))
        for (component, loadings) in expected.loadings.enumerated() {
            #expect(agree(model.loadings.row(component).map(abs), loadings, to: 1e-9))
        }
    }

    @Test("scores have the components' variances and no correlation")
    func scores() throws {
        let reference = try ClusteringReference("eight")
        let model = try PrincipalComponents(count: 3).fit(reference.matrix)
        for component in 0..<3 {
            let variance = Statistics.variance(model.scores.column(component))
            #expect(agree(variance, model.explainedVariances[component], to: 1e-10))
        }
        let correlation = Statistics.pearson(model.scores.column(0), model.scores.column(1))
        #expect(abs(correlation) < 1e-10)
        let again = try model.transform(reference.matrix)
        #expect(agree(again.values, model.scores.values, to: 1e-12))
    }

    @Test("the largest loading is positive, the first of equals")
    func signs() throws {
        let falling = try FeatureMatrix(rows: [[0, 9], [1, 8], [2, 7], [5, 4]])
        let model = try PrincipalComponents(count: 2).fit(falling)
        let half = 0.5.squareRoot()
        #expect(agree(Array(model.loadings.row(0)), [half, -half], to: 1e-12))
        #expect(agree(model.explainedVarianceRatios, [1, 0], to: 1e-12))
    }

    @Test("equal rows have no variance, a constant column no loading")
    func constant() throws {
        let equal = try FeatureMatrix(rows: Array(repeating: [0.1, 2], count: 5))
        let model = try PrincipalComponents(count: 2).fit(equal)
        #expect(model.explainedVariances == [0, 0])
        #expect(model.explainedVarianceRatios == [0, 0])
        let partly = try FeatureMatrix(rows: [[1, 4], [2, 4], [9, 4]])
        #expect(try PrincipalComponents(count: 1).fit(partly).loadings.values == [1, 0])
    }

    @Test("missing values, one row and senseless counts are refused")
    func refused() throws {
        let matrix = try FeatureMatrix(rows: [[1, 2], [3, .nan]])
        #expect(throws: AnalysisError.notFinite(row: 1, column: 1)) {
            try PrincipalComponents(count: 1).fit(matrix)
        }
        #expect(throws: AnalysisError.tooFew(found: 1, needed: 2)) {
            try PrincipalComponents(count: 1).fit(FeatureMatrix(rows: [[1, 2]]))
        }
        for count in [0, 3] {
            #expect(throws: AnalysisError.self) {
                try PrincipalComponents(count: count).fit(matrix)
            }
        }
        #expect(throws: AnalysisError.self) {
            try PrincipalComponents(count: 1).fit(FeatureMatrix(rows: []))
        }
    }

    @Test("numbers whose squares overflow are an error, not a loop")
    func overflow() throws {
        let matrix = try FeatureMatrix(rows: [[1e200, 0], [-1e200, 1], [0, 1e200]])
        #expect(throws: AnalysisError.self) { try PrincipalComponents(count: 2).fit(matrix) }
    }
}
