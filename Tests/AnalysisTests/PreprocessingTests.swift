import Testing

@testable import Analysis
import Values

@Suite("Preprocessing")
struct PreprocessingTests {
    @Test("imputation counts what is missing, and leaves a column without values missing")
    func imputation() throws {
        let matrix = try FeatureMatrix(rows: [[1, .nan], [.nan, .nan], [5, .nan]])
        let fitted = Imputation().fit(matrix)
        #expect(fitted.missingCounts == [1, 3])
        let filled = try fitted.apply(to: matrix)
        #expect(filled.column(0) == [1, 3, 5])
        #expect(filled.column(1).allSatisfy { $0.isNaN })
    }

    @Test("no scaling divides by zero", arguments: Scaling.allCases)
    func constantColumns(scaling: Scaling) throws {
        let matrix = try FeatureMatrix(columns: [
            [5, 5, 5, 5, 5], [0, 0, 0, 0, 9], [.nan, .nan, .nan, .nan, .nan],
            [1e9, 1e9, 1e9, 1e9, 1e9.nextUp], [1, 2, 3, 4, .nan],
        ])
        let fitted = scaling.fit(matrix)
        #expect(fitted.scales.allSatisfy { $0 > 0 && $0.isFinite })
        let scaled = try fitted.apply(to: matrix)
        #expect(scaled.column(0) == (scaling == .none ? matrix.column(0) : [0, 0, 0, 0, 0]))
        #expect(scaled.column(3).allSatisfy { scaling == .none || abs($0) < 1e-6 })
        #expect(scaled.column(1).allSatisfy { $0.isFinite })
        #expect(scaled[4, 4].isNaN)
    }

    @Test("a robust scale of zero falls back to the standard deviation")
    func robustFallback() throws {
        let matrix = try FeatureMatrix(columns: [[0, 0, 0, 0, 10]])
        #expect(Scaling.robust.fit(matrix).scales == Scaling.standard.fit(matrix).scales)
    }

    @Test("winsorizing pulls in only what is beyond the limits")
    func winsorizing() throws {
        let values = (0...100).map(Double.init)
        let matrix = try FeatureMatrix(columns: [values, values.map { $0 == 50 ? .nan : 1 }])
        let fitted = try Winsorizing.quantiles(lower: 0.05, upper: 0.9).fit(matrix)
        let pulled = try fitted.apply(to: matrix).column(0)
        #expect(pulled == values.map { min(max($0, 5), 90) })
        let spread = try Winsorizing.deviations(2).fit(matrix)
        #expect(agree(spread.upper[0], 50 + 2 * 25 * Statistics.madConsistency, to: 1e-12))
        #expect(spread.upper[1] == .infinity)
        #expect(try spread.apply(to: matrix)[50, 1].isNaN)
    }

    @Test("limits that make no sense are refused")
    func limits() throws {
        let matrix = try FeatureMatrix(rows: [[1]])
        let senseless: [Winsorizing] = [
            .quantiles(lower: -0.1, upper: 1), .quantiles(lower: 0.6, upper: 0.4),
            .quantiles(lower: .nan, upper: 1), .deviations(0), .deviations(.nan),
        ]
        for winsorizing in senseless {
            #expect(throws: AnalysisError.self) { try winsorizing.fit(matrix) }
        }
    }

    @Test("the logarithm is for counts with a long tail only")
    func logarithm() throws {
        let matrix = try FeatureMatrix(columns: [
            [0, 1, 2, 1, 0, 400], [1, 2, 3, 4, 5, 6], [-1, 0, 0, 0, 0, 400], [2, 2, 2, 2, 2, 2],
        ])
        let scaling = LogScaling(suitableFor: matrix)
        #expect(scaling.columns == [0])
        let scaled = scaling.apply(to: matrix)
        #expect(agree(scaled[5, 0], 5.993961427306569, to: 1e-14))
        #expect(scaled[0, 0] == 0)
        #expect(scaled.column(1) == matrix.column(1))
        #expect(LogScaling(columns: [2, 99]).apply(to: matrix)[0, 2] == -0.6931471805599453)
    }

    @Test("columns that tell nothing are dropped, with the reason")
    func selection() throws {
        let matrix = try FeatureMatrix(columns: [
            [1, 2, 3, 5, 9], [7, 7, 7, .nan, 7], [.nan, .nan, .nan, .nan, .nan],
            [2, 4, 6, 10, 18], [-1, -2, -3, -5, -9], [1, .nan, .nan, .nan, 2], [3, 1, 4, 1, 5],
        ])
        let selected = ColumnSelection().fit(matrix)
        #expect(selected.kept == [0, 6])
        #expect(selected.dropped.map(\.column) == [1, 2, 3, 4, 5])
        #expect(selected.dropped[0].reason == .constant(7))
        #expect(selected.dropped[1].reason == .empty)
        #expect(selected.dropped[4].reason == .missing(share: 0.6))
        for (index, sign) in [(2, 1.0), (3, -1.0)] {
            guard case .duplicate(let column, let correlation) = selected.dropped[index].reason
            else {
                Issue.record("expected a duplicate")
                continue
            }
            #expect(column == 0 && agree(correlation, sign, to: 1e-12))
        }
        #expect(try selected.apply(to: matrix).columnCount == 2)
        let nothing = try FeatureMatrix(rows: [])
        #expect(ColumnSelection().fit(nothing).kept.isEmpty)
    }

    @Test("transforms refuse a matrix with other columns")
    func otherColumns() throws {
        let one = try FeatureMatrix(rows: [[1], [2]])
        let two = try FeatureMatrix(rows: [[1, 2]])
        let refusal = AnalysisError.columns(expected: 1, found: 2)
        #expect(throws: refusal) { try Imputation().fit(one).apply(to: two) }
        #expect(throws: refusal) { try Scaling.standard.fit(one).apply(to: two) }
        #expect(throws: refusal) { try Winsorizing.deviations(3).fit(one).apply(to: two) }
        #expect(throws: refusal) { try ColumnSelection().fit(one).apply(to: two) }
    }
}
