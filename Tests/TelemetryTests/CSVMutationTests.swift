import Foundation
import HTTP
import Testing
import Values
@testable import Telemetry

@Suite("Damaged input")
struct CSVMutationTests {
    private static let texts = [
        "time,device,error_code,severity,temp_c\n2024-05-01 00:00:00,a,E1,error,1.5\n2024-05-01 00:01:00,b,,info,2.5\n",
        "1 1 0.5 2  \n1 2 0.6 3  \n2 1 0.7 1  \n",
        "Datum;Zeit;Wert\r\n01.02.2024;07:00;1,5\r\n13.02.2024;08:00;1.234,5\r\n",
        "sep=|\na|\"b|c\"|d\n1|\"x\"\"y\"|3\n",
        "ts,v\n1594598424.5,NA\n1594598430.25,-9999\n1594598431,-9999\n",
        "# c\nyear,month,day,v %\n2024,1,1,5%\n2024,1,2,6%\n",
    ]

    /// The texts, and the small files of the dialect corpus where it is there.
    private static let seeds: [[UInt8]] = {
        let folder = SharedData.url("csv-dialects")
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        let corpus = files.filter { $0.hasSuffix(".csv") || $0.hasSuffix(".tsv") }.sorted()
            .compactMap { try? Data(contentsOf: folder.appending(path: $0)) }
            .filter { $0.count < 8_192 }.map { Array($0) }
        return texts.map { Array($0.utf8) } + corpus
    }()

    private func mutated(_ bytes: [UInt8], _ generator: inout Generator) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<(1 + generator.next() % 6) where !bytes.isEmpty {
            let at = Int(generator.next() % UInt64(bytes.count))
            switch generator.next() % 6 {
            case 0: bytes[at] = UInt8(truncatingIfNeeded: generator.next())
            case 1: bytes.remove(at: at)
            case 2:
                bytes.insert(
                    Array(",;\"\n\r\t 0-e.#'\\\0".utf8)[Int(generator.next() % 15)], at: at)
            case 3: bytes = Array(bytes[..<at])
            case 4: bytes += bytes[at...]
            default: bytes.insert(contentsOf: [0xFF, 0xC3, 0x39, 0x39, 0x39], at: at)
            }
        }
        return bytes
    }

    /// The whole way of a file into answers, and its issues.
    private func load(_ file: TemporaryFile, _ reading: ReadOptions) throws {
        let size = try Data(contentsOf: file.url).count
        let dataset = Dataset(
            name: "x",
            files: [
                DatasetFile(
                    name: "x.csv", url: file.url,
                    signature: FileSignature(size: size, modified: 0, inode: 0))
            ])
        let loaded = try DataLoader.load(
            dataset, options: LoadOptions(reading: reading, memory: 1 << 14, deviceLimit: 3))
        #expect(loaded.source.totals(Filter()).rows <= loaded.report.files[0].rowsKept)
        var issues = 0
        try loaded.source.forEachIssue { issues += $1.count }
        #expect(issues == loaded.report.files[0].issueCount)
        _ = try loaded.source.rows(Filter(), file: nil, offset: 0, limit: 5)
    }

    @Test("Twenty seconds of damaged files end in rows or in an error, never in a crash")
    func mutations() throws {
        var generator = Generator(state: 99)
        let start = Date()
        var (rounds, read) = (0, 0)
        let file = try TemporaryFile("")
        while Date().timeIntervalSince(start) < 20 {
            let seed = Self.seeds[Int(generator.next() % UInt64(Self.seeds.count))]
            let bytes = mutated(seed, &generator)
            rounds += 1
            do {
                let table = try CSVTable.cells(bytes: bytes, fileName: "x.csv")
                _ = try table.typed()
                try Data(bytes).write(to: file.url)
                var options = ReadOptions(fieldLengthLimit: 1 + Int(generator.next() % 200))
                options.chunkSize = 4096
                let reader = CSVReader(url: file.url, schema: table.schema, options: options)
                let report = try reader.read { batch in
                    #expect(batch.times.count == batch.count && batch.lines.count == batch.count)
                    #expect(batch.devices.indices.count == batch.count)
                    for column in batch.metrics { #expect(column.count == batch.count) }
                }
                #expect(report.rowsKept <= report.rowsRead)
                read += 1
                try load(file, options)
            } catch is LoadError {
                continue
            }
        }
        #expect(rounds > 20 && read > 0)
    }
}
