import Foundation
import Testing
import Wording

@testable import App

@Suite("The report as a command")
struct ReportCommandTests {
    private static let resources = [
        "--resources", ImportTableTests.root.appending(path: "Resources").path,
    ]

    private static func read(_ arguments: [String]) throws(UsageProblem) -> Configuration {
        try Configuration(arguments: arguments + resources, environment: [:])
    }

    @Test("Its words become a request")
    func words() throws {
        let configuration = try Self.read([
            "report", "--set", "fleet", "--period", "week", "--device", "7", "--lang", "ru",
            "--format", "pdf", "--out", "a.pdf",
        ])
        var request = ReportCommand.Request()
        (request.set, request.period, request.device) = ("fleet", "week", "7")
        (request.language, request.format, request.output) = ("ru", "pdf", "a.pdf")
        #expect(configuration.command == .report(request))
    }

    @Test(
        "What means nothing is refused before anything is read",
        arguments: [
            (["report"], "report is incomplete. Usage: perfmon report --set SET or --in FOLDER"),
            (
                ["report", "--in", "x", "--format", "doc"],
                "--format expects html, md or pdf, found “doc”."
            ),
            (["report", "--in", "x", "--lang", "de"], "--lang expects en or ru, found “de”."),
            (
                ["report", "--in", "x", "--period", "soon"],
                "--period expects day, week, month or quarter, found “soon”."
            ),
        ])
    func refused(arguments: [String], sentence: String) {
        let problem = #expect(throws: UsageProblem.self) { try Self.read(arguments) }
        #expect(problem?.sentence == sentence)
    }

    @Test("It reads a folder and writes a file, and says why where it cannot")
    func folder() throws {
        let root = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: root) }
        let rows = (0..<300).map { row in
            "2026-03-\(10 + row / 24)T\(row % 24 < 10 ? "0" : "")\(row % 24):00:00,насос <1>,\(row % 7)"
        }
        let text = "time,device,pressure\n" + rows.joined(separator: "\n") + "\n"
        try Data(text.utf8).write(to: root.appending(path: "a.csv"))
        var request = ReportCommand.Request()
        (request.input, request.period) = (root.path, "week")
        for (name, beginning) in [("a.html", "<!DOCTYPE html>"), ("a.md", "# Report on ")] {
            request.output = root.appending(path: name).path
            let command = ReportCommand(request: request, configuration: try Self.read([]))
            #expect(command.run() == 0)
            let written = try String(contentsOfFile: request.output, encoding: .utf8)
            #expect(written.hasPrefix(beginning))
        }
        request.device = "nobody"
        #expect(ReportCommand(request: request, configuration: try Self.read([])).run() == 1)
        (request.device, request.input, request.set) = (nil, nil, "none")
        #expect(ReportCommand(request: request, configuration: try Self.read([])).run() == 1)
    }
}
