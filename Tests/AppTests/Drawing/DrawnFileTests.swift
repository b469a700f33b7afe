import Foundation
import Printing
import Programs
import Testing

@testable import App

@Suite(
    "Files that a child process draws",
    .enabled(if: DrawingTools.canDraw, "needs the built program, librsvg and pango"))
struct DrawnFileTests {
    private func process() throws -> DrawingProcess {
        DrawingProcess(executable: URL(filePath: try #require(BuiltProgram.path)))
    }

    private static func svg(_ inner: String) -> String {
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"120\" height=\"50\" viewBox=\"0 0 120 50\">\(inner)</svg>"
    }

    /// Width and height of a PNG, from its first chunk.
    private static func size(_ png: [UInt8]) -> [Int] {
        guard png.count > 24, png.starts(with: [0x89, 0x50, 0x4E, 0x47]) else { return [] }
        return [16, 20].map { start in png[start..<start + 4].reduce(0) { $0 << 8 | Int($1) } }
    }

    @Test("A PNG is as large as the drawing, times the scale")
    func image() throws {
        let svg = Self.svg("<rect width=\"60\" height=\"50\" fill=\"#2456c4\"/>")
        for (scale, size) in [(1.0, [120, 50]), (2, [240, 100]), (0.5, [60, 25])] {
            let png = try process().draw(.image(svg: svg, width: 120, height: 50, scale: scale))
            #expect(Self.size(png) == size)
        }
    }

    @Test(
        "What cannot be drawn is refused, and nothing of it is left",
        arguments: [
            "", "no markup", "<svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><rect></svg>",
        ])
    func refused(svg: String) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var process = try process()
        process.scratch = folder
        #expect(throws: DrawingProcess.Failure.failed("the drawing could not be made")) {
            try process.draw(.image(svg: svg, width: 10, height: 10, scale: 1))
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    }

    @Test("Sizes that make no sense are refused", arguments: [0, -5, 1e9, Double.infinity])
    func sizes(width: Double) throws {
        #expect(throws: DrawingProcess.Failure.self) {
            try process().draw(
                .image(svg: Self.svg(""), width: width, height: 10, scale: 1))
        }
    }

    @Test("Nothing outside of a drawing is read")
    func outside() throws {
        let secret = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).svg")
        try Self.svg("<rect width=\"120\" height=\"50\"/>")
            .write(to: secret, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: secret) }
        let link = "<image href=\"\(secret.absoluteString)\" width=\"120\" height=\"50\"/>"
        let empty = try process().draw(
            .image(svg: Self.svg(""), width: 120, height: 50, scale: 1))
        let linked = try process().draw(
            .image(svg: Self.svg(link), width: 120, height: 50, scale: 1))
        #expect(linked == empty)
    }

    @Test("A process that dies or hangs is a sentence, not a crash")
    func otherPrograms() throws {
        var process = DrawingProcess(executable: URL(filePath: "/bin/false"))
        let job = DrawingJob.image(svg: "", width: 1, height: 1, scale: 1)
        #expect(throws: DrawingProcess.Failure.failed("the drawing process ended with 1")) {
            try process.draw(job)
        }
        process.executable = URL(filePath: "/nowhere")
        #expect(throws: DrawingProcess.Failure.failed("the drawing process did not start")) {
            try process.draw(job)
        }
    }

    /// Text of each page of a PDF.
    private func pages(_ document: PrintedDocument) throws -> [String] {
        let bytes = try process().draw(.document(document))
        #expect(bytes.starts(with: "%PDF-".utf8))
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).pdf")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(bytes).write(to: file)
        let reader = Process()
        let output = Pipe()
        reader.executableURL = URL(filePath: try #require(DrawingTools.text))
        reader.arguments = ["-layout", "-enc", "UTF-8", file.path, "-"]
        reader.standardOutput = output
        try reader.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        reader.waitUntilExit()
        return String(decoding: data, as: UTF8.self).split(separator: "\u{C}").map(String.init)
    }

    @Test(
        "The text of a PDF is text, Cyrillic and hostile names too",
        .enabled(if: DrawingTools.text != nil))
    func searchable() throws {
        let words = ["Отчёт о насосе №7", "<b>&amp;", "=cmd()", "</span>", "naïve"]
        let text = try pages(
            PrintedDocument(
                title: words[0], foot: "a.csv 1a2b", pageWords: "Page # of ##",
                blocks: words.map { .paragraph(PrintedText($0), .body) })
        ).joined()
        for word in words + ["a.csv 1a2b", "Page 1 of 1"] { #expect(text.contains(word)) }
    }

    @Test(
        "A long table has its head on each page, and no heading stands alone",
        .enabled(if: DrawingTools.text != nil))
    func table() throws {
        let rows = (1...120).map { [PrintedText("device \($0)"), PrintedText("\($0 * 3)")] }
        let document = PrintedDocument(
            title: "t", foot: "f", pageWords: "#/##",
            blocks: [
                .heading(PrintedText("Long")),
                .table(
                    PrintedTable(
                        columns: [
                            .init(title: PrintedText("Unit"), isNumber: false),
                            .init(title: PrintedText("Figure"), isNumber: true),
                        ], rows: rows)),
            ])
        let pages = try pages(document)
        #expect(pages.count > 2)
        for (number, page) in pages.enumerated() {
            #expect(page.contains("Unit") && page.contains("Figure"))
            #expect(page.contains("\(number + 1)/\(pages.count)"))
        }
        for row in 1...120 {
            #expect(
                pages.contains { $0.contains("device \(row)\n") || $0.contains("device \(row) ") })
        }
    }
}

/// What the machine has for drawing.
enum DrawingTools {
    static let canDraw = BuiltProgram.path != nil && DrawingLibraries.open(.documents) == nil
    static let text = ["/usr/bin/pdftotext", "/opt/homebrew/bin/pdftotext"]
        .first(where: FileManager.default.isExecutableFile)
}
