import Foundation
import Testing

@testable import Telemetry

@Suite("Damaged input")
struct CSVMutationTests {
    private static let seeds = [
        "time,device,error_code,severity,temp_c\n2024-05-01 00:00:00,a,E1,error,1.5\n2024-05-01 00:01:00,b,,info,2.5\n",
        "1 1 0.5 2  \n1 2 0.6 3  \n2 1 0.7 1  \n",
        "Datum;Zeit;Wert\r\n01.02.2024;07:00;1,5\r\n13.02.2024;08:00;1.234,5\r\n",
        "sep=|\na|\"b|c\"|d\n1|\"x\"\"y\"|3\n",
        "ts,v\n1594598424.5,NA\n1594598430.25,-9999\n1594598431,-9999\n",
        "# c\nyear,month,day,v %\n2024,1,1,5%\n2024,1,2,6%\n",
    ]

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

    @Test("Two seconds of damaged files end in rows or in an error, never in a crash")
    func mutations() throws {
        var generator = Generator(state: 99)
        let start = Date()
        var (rounds, read) = (0, 0)
        let file = try TemporaryFile("")
        while Date().timeIntervalSince(start) < 2 {
            let seed = Array(Self.seeds[Int(generator.next() % UInt64(Self.seeds.count))].utf8)
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
            } catch is LoadError {
                continue
            }
        }
        #expect(rounds > 20 && read > 0)
    }
}
