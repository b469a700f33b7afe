import Containers
import Foundation
import Programs
import Testing
import Values

@testable import App

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Tables as workbooks hold what their CSV holds, with dates as dates.
@Suite("Downloads as workbooks", .serialized)
struct WorkbookDownloadTests {
    private static let set = "sample-fleet"

    private func workbook(_ running: Running, _ path: String) async throws -> Data {
        let url = try #require(URL(string: running.address + path))
        let (data, response) = try await URLSession.shared.data(from: url)
        let http = try #require(response as? HTTPURLResponse)
        #expect(http.statusCode == 200)
        #expect(
            http.value(forHTTPHeaderField: "Content-Type")
                == "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        let name = try #require(http.value(forHTTPHeaderField: "Content-Disposition"))
        #expect(name.hasPrefix("attachment; filename=\"sample-fleet-") && name.hasSuffix(".xlsx\""))
        return data
    }

    /// The cells of the sheets, as our own reader has them.
    private func cells(_ data: Data) throws -> [[String]] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let book = folder.appending(path: "book.xlsx")
        try data.write(to: book)
        let files = try Unpacker().unpack(book.path, name: "b.xlsx", into: folder)
        let file = try #require(files.first)
        let text = try String(contentsOf: folder.appending(path: file.place), encoding: .utf8)
        return Self.cells(text)
    }

    /// No cell of the sample holds a comma.
    private static func cells(_ csv: String) -> [[String]] {
        csv.split { $0 == "\n" || $0 == "\r\n" }
            .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    }

    @Test(
        "hold the cells of the CSV; moments are dates",
        arguments: ["devices", "clusters", "parts", "rows", "issues"])
    func tables(name: String) async throws {
        let running = try await Running(sample: true)
        defer { running.stop() }
        try await running.untilReady(Self.set)
        let csv = Self.cells(try await running.get("/export/\(name).csv").text)
        let data = try await workbook(running, "/export/\(name).xlsx")
        guard csv.count > 1 else { return }
        let book = try cells(data)
        #expect(book.count == csv.count)
        #expect(book.first == csv.first)
        let moments = Set(["since", "as_of"].compactMap { csv[0].firstIndex(of: $0) })
        let flags = Set(["past_characteristic_life"].compactMap { csv[0].firstIndex(of: $0) })
        for (row, other) in zip(csv, book).dropFirst() {
            for (place, (cell, found)) in zip(row, other).enumerated() {
                if moments.contains(place) {
                    #expect(cell == found.prefix(19))
                } else if flags.contains(place) {
                    #expect((cell == "1" ? "TRUE" : "FALSE") == found)
                } else if let number = Double(cell), name != "rows" || Double(found) != nil {
                    // The reader gives 15 digits, as spreadsheets show them.
                    let difference = Double(found).map { abs($0 - number) } ?? .infinity
                    #expect(difference <= 1e-14 * abs(number))
                } else {
                    #expect(found == cell)
                }
            }
        }
        #expect(running.litter.isEmpty)
    }

    @Test(
        "openpyxl finds numbers as numbers and moments as dates",
        .enabled(if: Python.hasOpenpyxl, "needs python3 with openpyxl"))
    func openpyxl() async throws {
        let running = try await Running(sample: true)
        defer { running.stop() }
        try await running.untilReady(Self.set)
        let file = running.root.appending(path: "devices.xlsx")
        try await workbook(running, "/export/devices.xlsx").write(to: file)
        let csv = Self.cells(try await running.get("/export/devices.csv").text)
        let script = """
            import sys, openpyxl, datetime
            sheet = openpyxl.load_workbook(sys.argv[1])['devices']
            heads = [c.value for c in sheet[1]]
            half = datetime.timedelta(seconds=0.5)
            for row in sheet.iter_rows(min_row=2, values_only=True):
                cells = dict(zip(heads, row))
                assert cells['since'] is None or isinstance(cells['since'], datetime.datetime)
                since = cells['since'] and (cells['since'] + half).strftime('%Y-%m-%d %H:%M:%S')
                assert isinstance(cells['health'], (int, float))
                print(cells['device'], cells['health'], since)
            """
        let lines = try #require(Python.run(script, [file.path]))
        let heads = csv[0]
        let (health, since) = (heads.firstIndex(of: "health"), heads.firstIndex(of: "since"))
        let expected = csv.dropFirst().map { row in
            let time = since.map { row[$0] }.flatMap { $0.isEmpty ? nil : $0 } ?? "None"
            return "\(row[0]) \(health.map { row[$0] } ?? "") \(time)"
        }
        #expect(lines == Array(expected))
    }
}
