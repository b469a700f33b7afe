import Testing

@testable import Analysis
import Values

@Suite("FeatureMatrix")
struct FeatureMatrixTests {
    @Test("rows and columns give the same matrix")
    func rowsAndColumns() throws {
        let matrix = try FeatureMatrix(rows: [[1, 2, 3], [4, 5, 6]])
        #expect(try FeatureMatrix(columns: [[1, 4], [2, 5], [3, 6]]) == matrix)
        #expect(Array(matrix.row(1)) == [4, 5, 6])
        #expect(matrix.column(2) == [3, 6])
        #expect(matrix[1, 0] == 4)
    }

    @Test("rows and columns are selected in the order asked for")
    func selection() throws {
        let matrix = try FeatureMatrix(rows: [[1, 2, 3], [4, 5, 6]])
        #expect(matrix.selectingRows([1, 0, 1]).values == [4, 5, 6, 1, 2, 3, 4, 5, 6])
        #expect(matrix.selectingColumns([2, 0]).values == [3, 1, 6, 4])
        #expect(matrix.selectingRows([]).columnCount == 3)
    }

    @Test("shapes that do not fit are refused with their numbers")
    func shapes() {
        #expect(throws: AnalysisError.shape(rows: 2, columns: 2, values: 3)) {
            try FeatureMatrix(rowCount: 2, columnCount: 2, values: [1, 2, 3])
        }
        #expect(throws: AnalysisError.shape(rows: -1, columns: -1, values: 1)) {
            try FeatureMatrix(rowCount: -1, columnCount: -1, values: [1])
        }
        #expect(throws: AnalysisError.shape(rows: .max, columns: 2, values: 0)) {
            try FeatureMatrix(rowCount: .max, columnCount: 2, values: [])
        }
        #expect(throws: AnalysisError.ragged(index: 1, expected: 1, found: 2)) {
            try FeatureMatrix(rows: [[1], [2, 3]])
        }
        #expect(throws: AnalysisError.ragged(index: 1, expected: 1, found: 0)) {
            try FeatureMatrix(columns: [[1], []])
        }
    }

    @Test("an empty matrix is a matrix")
    func empty() throws {
        let matrix = try FeatureMatrix(rows: [])
        #expect(matrix.rowCount == 0 && matrix.columnCount == 0)
        try matrix.requireFinite()
    }
}

@Suite("SeededGenerator")
struct SeededGeneratorTests {
    @Test("the numbers of a seed never change")
    func known() {
        // xoshiro256** from SplitMix64(0), computed with an independent implementation.
        var generator = SeededGenerator(seed: 0)
        #expect(
            (0..<3).map { _ in generator.next() } == [
                0x99EC5F36CB75F2B4, 0xBF6E1F784956452A, 0x1A5F849D4933E6E0,
            ])
    }

    @Test("streams of one seed differ")
    func streams() {
        let first = (0..<100).map { stream in
            var generator = SeededGenerator(seed: 1, stream: stream)
            return generator.next()
        }
        #expect(Set(first).count == 100)
    }

    @Test("uniform, normal and whole numbers have their moments")
    func moments() {
        var generator = SeededGenerator(seed: 3)
        let uniform = (0..<20_000).map { _ in generator.uniform() }
        #expect(uniform.allSatisfy { $0 >= 0 && $0 < 1 })
        #expect(abs(Statistics.mean(uniform) - 0.5) < 0.01)
        let normal = (0..<20_000).map { _ in generator.normal() }
        #expect(abs(Statistics.mean(normal)) < 0.03)
        #expect(abs(Statistics.variance(normal) - 1) < 0.03)
        var counts = [Int](repeating: 0, count: 6)
        for _ in 0..<12_000 { counts[generator.integer(below: 6)] += 1 }
        #expect(counts.allSatisfy { abs($0 - 2000) < 200 })
        #expect(generator.integer(below: 0) == 0)
        #expect(generator.integer(below: .max) >= 0)
    }

    @Test("shuffles and samples keep their elements")
    func samples() {
        var generator = SeededGenerator(seed: 4)
        #expect(generator.permutation(of: 50).sorted() == Array(0..<50))
        #expect(Set(generator.sample(10, of: 30)).count == 10)
        #expect(generator.sample(9, of: 3).sorted() == [0, 1, 2])
        #expect(generator.sample(-1, of: 3).isEmpty)
        #expect(generator.resample(7, of: 2).allSatisfy { $0 == 0 || $0 == 1 })
        #expect(generator.resample(7, of: 0).isEmpty)
    }
}
