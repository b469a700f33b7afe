import Foundation
import Testing

@testable import Analysis

/// What `Tests/Reference/analysis/preprocessing.py` wrote.
private struct PreprocessingReference: Decodable {
    struct Column: Decodable {
        let mean: Double
        let variance: Double
        let quantiles: [Double]
        let mad: Double
        let ranks: [Double?]
    }

    let rows: [[Double?]]
    let probabilities: [Double]
    let columns: [Column]
    let pearson: Double
    let imputed: [Double?]
    let standard: [Double?]
    let robust: [Double?]

    static func load() throws -> (reference: Self, matrix: FeatureMatrix) {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../Reference/analysis/preprocessing.json")
        let reference = try JSONDecoder().decode(Self.self, from: Data(contentsOf: file))
        return (reference, try FeatureMatrix(rows: reference.rows.map { $0.map { $0 ?? .nan } }))
    }
}

/// Whether two lists agree, missing values in the same places.
private func agree(_ left: [Double], _ right: [Double?]) -> Bool {
    left.count == right.count
        && zip(left, right).allSatisfy { value, expected in
            guard let expected else { return value.isNaN }
            return agree(value, expected, to: 1e-11)
        }
}

@Suite("Statistics and preprocessing against references")
struct PreprocessingReferenceTests {
    @Test("moments, quantiles, deviations and ranks are those of NumPy and SciPy")
    func statistics() throws {
        let (reference, matrix) = try PreprocessingReference.load()
        for (index, expected) in reference.columns.enumerated() {
            let values = matrix.column(index)
            #expect(agree(Statistics.mean(values), expected.mean, to: 1e-14))
            #expect(agree(Statistics.variance(values), expected.variance, to: 1e-13))
            #expect(agree(Statistics.mad(values), expected.mad, to: 1e-13))
            #expect(agree(Statistics.ranks(values), expected.ranks))
            for (p, quantile) in zip(reference.probabilities, expected.quantiles) {
                #expect(agree(Statistics.quantile(values, p), quantile, to: 1e-13))
            }
            let all = Statistics.quantiles(values, reference.probabilities)
            #expect(agree(all, expected.quantiles, to: 1e-13))
        }
    }

    @Test("the correlation of the rows that both columns have is SciPy's")
    func correlation() throws {
        let (reference, matrix) = try PreprocessingReference.load()
        let (x, y) = (matrix.column(0), matrix.column(2))
        #expect(agree(Statistics.pearson(x, y), reference.pearson, to: 1e-13))
    }

    @Test("imputation and scaling are scikit-learn's")
    func scaling() throws {
        let (reference, matrix) = try PreprocessingReference.load()
        let imputed = try Imputation().fit(matrix).apply(to: matrix)
        #expect(agree(imputed.values, reference.imputed))
        let standard = Scaling.standard.fit(matrix)
        let standardized = try standard.apply(to: matrix)
        #expect(agree(standardized.values, reference.standard))
        let robust = Scaling.robust.fit(matrix)
        let scaled = try robust.apply(to: matrix)
        #expect(agree(scaled.values, reference.robust))
    }
}
