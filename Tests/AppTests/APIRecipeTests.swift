import Foundation
import Pipeline
import Programs
import Reports
import Store
import Testing
import Values

@testable import App

/// The recipes of `Sources/API.md`, run as they stand there.
@Suite("Recipes for programs", .serialized)
struct APIRecipeTests {
    private static let document =
        (try? String(
            contentsOf: ImportTableTests.root.appending(path: "Sources/API.md"), encoding: .utf8))
        ?? ""

    @Test("The Python script names the critical devices and why")
    func python() async throws {
        let parts = Self.document.components(separatedBy: "```")
        let block = try #require(parts.first { $0.hasPrefix("python\n") })
        let lines = block.dropFirst("python\n".count)
        try await expectCritical("python3 - \"$1\" \"$2\" <<'EOF'\n\(lines)\nEOF")
    }

    @Test("So does the line with curl and jq", .enabled(if: Self.has("jq"), "jq is not installed"))
    func jq() async throws {
        let lines = Self.document.split(separator: "\n")
        let start = try #require(lines.firstIndex { $0.contains("curl -s") })
        let command = lines[start...].prefix { $0.hasPrefix("    ") }.joined(separator: "\n")
        let address = command.replacing("localhost:8080", with: "\"$1\"")
        try await expectCritical(address)
    }

    /// Runs a command with the server's address and the set's name, and compares what it prints with
    /// the report.
    private func expectCritical(_ command: String) async throws {
        let running = try await Running(sample: true)
        defer { running.stop() }
        try await running.untilReady("sample-fleet")
        let output = try await Self.output(
            of: "/bin/sh", ["-c", command, "sh", running.address, "sample-fleet"])
        let report = running.site.store.view(of: "sample-fleet").analysed?.snapshot.overview
        let critical = try #require(report).devices.filter { $0.status == .critical }
        try #require(!critical.isEmpty)
        let printed = output.split(separator: "\n")
        #expect(printed.count == critical.count)
        for row in critical {
            #expect(printed.contains { $0.hasPrefix(row.device.name) && $0.count > 20 })
        }
    }

    private static func has(_ program: String) -> Bool {
        ["/usr/bin/", "/usr/local/bin/", "/bin/"].contains {
            FileManager.default.isExecutableFile(atPath: $0 + program)
        }
    }

    private static func output(of path: String, _ arguments: [String]) async throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        // Waiting must not hold a thread that the server under test answers on.
        let data = await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(returning: pipe.fileHandleForReading.readDataToEndOfFile())
            }
        }
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return String(decoding: data, as: UTF8.self)
    }
}
