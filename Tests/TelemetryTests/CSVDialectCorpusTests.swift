import Foundation
import Telemetry
import Testing

@Suite("The dialect corpus", .enabled(if: SharedData.isPresent, "needs ../shared"))
struct CSVDialectCorpusTests {
    struct Expectation: Decodable {
        var accept: String
        var header: [String]?
        var rows: [[String]]
    }

    static let files: [String] = {
        let folder = SharedData.url("csv-dialects").path
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".expected.json") }
            .map { String($0.dropLast(".expected.json".count)) }.sorted()
    }()

    @Test("Every file gives exactly the expected cells", arguments: files)
    func cells(file: String) throws {
        let url = SharedData.url("csv-dialects/\(file)")
        let data = try Data(contentsOf: SharedData.url("csv-dialects/\(file).expected.json"))
        let expected = try JSONDecoder().decode(Expectation.self, from: data)
        let table = try CSVTable.cells(url: url)
        #expect(table.header == expected.header)
        #expect(table.rows == expected.rows)
    }

    @Test("The corpus is complete")
    func corpus() {
        #expect(Self.files.count == 32)
    }
}
