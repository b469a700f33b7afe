import Foundation
import Testing

@testable import Analysis

/// Known answers from `Tests/Reference/analysis/similarity.json`; see the script beside it.
struct SimilarityReference: Decodable {
    struct Case: Decodable {
        let name: String
        let start: Int
        let length: Int
        let noise: [Double]
        let columns: [[Double?]]
        let level: [Double?]
        let shape: [Double?]
    }

    let cases: [Case]

    static func load() throws -> SimilarityReference {
        let file = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Reference/analysis/similarity.json")
        return try JSONDecoder().decode(SimilarityReference.self, from: Data(contentsOf: file))
    }
}

@Suite("Distances of subsequences beside NumPy")
struct SimilarityReferenceTests {
    @Test(
        "are the same for shape and level, with gaps, constants and noise",
        arguments: [SubsequenceQuery.Measure.shapeAndLevel, .shape])
    func distances(_ measure: SubsequenceQuery.Measure) throws {
        for wanted in try SimilarityReference.load().cases {
            let columns = wanted.columns.map { $0.map { $0 ?? .nan } }
            let record = SteppedRecord(
                [.init(start: 0, columns: columns, count: columns[0].count)],
                readings: columns.count)
            let query = try #require(
                SubsequenceQuery(
                    of: record, from: wanted.start, length: wanted.length, noise: wanted.noise,
                    measure: measure))
            let found = query.distances(in: record.segments[0], usual: record.usual)
            let expected = measure == .shape ? wanted.shape : wanted.level
            try #require(found.count == expected.count)
            for (place, pair) in zip(found, expected).enumerated() {
                let isSame =
                    pair.1.map { abs(pair.0 - $0) < 2e-6 } ?? pair.0.isNaN
                #expect(isSame, "\(wanted.name), \(place): \(pair.0) for \(pair.1 ?? .nan)")
            }
        }
    }
}
