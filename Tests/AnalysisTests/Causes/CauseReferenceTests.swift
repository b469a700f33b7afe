import Foundation
import Testing

@testable import Analysis

/// Agreement with `Tests/Reference/analysis/causes.json`; see the script beside it.
@Suite("The evidence for causes")
struct CauseReferenceTests {
    private struct Reference: Decodable {
        let columns: [[Double?]]
        let sources: [[Int]]
        let onset: Int
        let evidence: [[Double]]

        static func load() throws -> Reference {
            let file = URL(filePath: #filePath)
                .deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent().appending(path: "Reference/analysis/causes.json")
            return try JSONDecoder().decode(Reference.self, from: Data(contentsOf: file))
        }
    }

    @Test("is that of an implementation in another language")
    func reference() throws {
        let reference = try Reference.load()
        let columns = reference.columns.map { $0.map { $0 ?? .nan } }
        let signals = try #require(CauseSignals(columns))
        let search = EvidenceSearch(signals, BlockGrid(signals))
        #expect(search.relations.sources == reference.sources)
        #expect(search.grid.row(search.onset) == reference.onset)
        for (own, other) in zip(search.evidence(), reference.evidence) {
            #expect(own.values.count == other.count)
            for (value, expected) in zip(own.values, other) {
                #expect(abs(value - expected) < 1e-4)
            }
        }
    }
}
