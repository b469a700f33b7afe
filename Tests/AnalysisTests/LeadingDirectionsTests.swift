import Testing

@testable import Analysis
import Values

@Suite("Principal components of many columns")
struct LeadingDirectionsTests {
    /// Rows that differ along a few causes, each with less variance than the one before, and noise.
    private func rows(_ count: Int, columns: Int, causes: Int, noise: Double) -> FeatureMatrix {
        var generator = SeededGenerator(seed: 3)
        let weights = (0..<causes).map { _ in (0..<columns).map { _ in generator.normal() } }
        let values = (0..<count).flatMap { _ -> [Double] in
            let causes = (0..<causes).map { generator.normal() / Double(1 + $0) }
            return (0..<columns).map { column in
                zip(causes, weights).reduce(noise * generator.normal() + Double(column)) {
                    $0 + $1.0 * $1.1[column]
                }
            }
        }
        return FeatureMatrix(uncheckedRows: count, columns: columns, values: values)
    }

    /// By all covariances, as of few columns.
    private func exact(_ matrix: FeatureMatrix) throws -> SymmetricEigen {
        let divisor = Double(matrix.rowCount - 1)
        return try SymmetricEigen(
            ColumnMoments(matrix).products().map { $0 / divisor }, size: matrix.columnCount)
    }

    @Test("of fewer rows than directions all are found, to the last digits")
    func fewRows() throws {
        let matrix = rows(40, columns: 150, causes: 5, noise: 0.5)
        let model = try PrincipalComponents(count: 64).fit(matrix)
        let exact = try exact(matrix)
        #expect(agree(model.explainedVariances, Array(exact.values.prefix(64)), to: 1e-9))
        #expect(agree(model.explainedVarianceRatios.reduce(0, +), 1, to: 1e-9))
        // Forty rows span thirty-nine directions; the rest says nothing.
        #expect(model.explainedVariances[39...].allSatisfy { $0 == 0 })
        for index in 0..<5 {
            let loadings = model.loadings.row(index)
            let cosine = zip(loadings, exact.vectors[index]).reduce(0) { $0 + $1.0 * $1.1 }
            #expect(agree(abs(cosine), 1, to: 1e-9))
        }
    }

    @Test("of many rows the leading ones are, in order and oriented")
    func manyRows() throws {
        let matrix = rows(300, columns: 160, causes: 6, noise: 0.3)
        let model = try PrincipalComponents(count: 6).fit(matrix)
        let exact = try exact(matrix)
        #expect(agree(model.explainedVariances, Array(exact.values.prefix(6)), to: 1e-9))
        let whole = exact.values.reduce(0, +)
        #expect(agree(model.explainedVarianceRatios[0], exact.values[0] / whole, to: 1e-9))
        #expect(model.scores.rowCount == 300 && model.scores.columnCount == 6)
        for index in 0..<6 {
            let loadings = Array(model.loadings.row(index))
            #expect(agree(loadings.reduce(0) { $0 + $1 * $1 }, 1, to: 1e-9))
            #expect(loadings.max() == loadings.map(abs).max())
        }
        #expect(try PrincipalComponents(count: 6).fit(matrix) == model)
    }

    @Test("of more rows than are looked at the variances are those of all")
    func part() throws {
        let matrix = rows(LeadingDirections.rowLimit + 500, columns: 130, causes: 2, noise: 0.2)
        let model = try PrincipalComponents(count: 2).fit(matrix)
        for index in 0..<2 {
            let variance = Statistics.variance(model.scores.column(index))
            #expect(agree(variance, model.explainedVariances[index], to: 1e-9))
        }
        let exact = try exact(matrix)
        #expect(agree(model.explainedVariances, Array(exact.values.prefix(2)), to: 1e-3))
    }

    @Test("equal rows have no variance, and squares that overflow are an error")
    func edges() throws {
        let row = (0..<200).map { Double($0) }
        let equal = try FeatureMatrix(rows: Array(repeating: row, count: 5))
        let model = try PrincipalComponents(count: 3).fit(equal)
        #expect(model.explainedVariances == [0, 0, 0])
        #expect(model.explainedVarianceRatios == [0, 0, 0])
        var huge = row
        huge[7] = 1e200
        let overflowing = try FeatureMatrix(rows: [row, huge, row])
        #expect(throws: AnalysisError.self) { try PrincipalComponents(count: 2).fit(overflowing) }
    }
}
