import Foundation
import Programs
import Testing

@testable import ClickHouse

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// The lines of the README that lead from an empty cluster to the pages, run as they stand there but
/// for the names of servers and the program.
@Suite(
    "The README's way from an empty cluster to the pages",
    .enabled(
        if: Cluster.program != nil && BuiltProgram.path != nil
            && FileManager.default.isExecutableFile(atPath: "/usr/bin/clickhouse-client"),
        "clickhouse-server, clickhouse-client or the built program is missing"))
struct ReadmeTests {
    private static let title = "**From an empty cluster to the four pages**"

    /// The indented lines below the title.
    private static func lines() throws -> [String] {
        let text = try String(
            contentsOf: BuiltProgram.checkout.appending(path: "README.md"), encoding: .utf8)
        let rest = text.split(separator: "\n", omittingEmptySubsequences: false)
            .drop { !$0.hasPrefix(title) }.drop { !$0.hasPrefix("    ") }
        return rest.prefix { $0.hasPrefix("    ") }.map { String($0.dropFirst(4)) }
    }

    /// Stands in for what the lines call, so that names of hosts mean the servers of the test.
    private static func script(
        _ lines: [String], _ program: String, _ cluster: Cluster
    ) -> String {
        """
        set -euo pipefail
        perfmon() { "\(program)" "$@"; }
        clickhouse-client() {
            local port; port=$([ "$2" = db1 ] && echo \(cluster.natives[0]) || echo \(cluster.natives[1]))
            command clickhouse-client --host 127.0.0.1 --port "$port" --user writer "${@:3}"
        }
        \(lines.joined(separator: "\n").replacing("http://db1:8123", with: cluster.address))
        """
    }

    @Test("shows the same troubles as the files themselves")
    func lines() async throws {
        let lines = try Self.lines()
        #expect((8...10).contains(lines.count))
        #expect(lines.last?.hasPrefix("perfmon serve") == true)
        let program = try #require(BuiltProgram.path)
        let cluster = try Cluster()
        let home = FileManager.default.temporaryDirectory
            .appending(path: "readme-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: home) }
        for name in ["writer.txt", "reader.txt"] {
            try Data("\n".utf8).write(to: home.appending(path: name))
        }
        let errors = home.appending(path: "errors").path
        let script = Self.script(lines.dropLast(), program, cluster)
        let shell = try ChildProgram(
            ["/bin/bash", "-c", "cd '\(home.path)'\n" + script], errors: errors)
        _ = shell.restOfOutput()
        let said = (try? String(contentsOfFile: errors, encoding: .utf8)) ?? ""
        #expect(shell.wait() == 0, "\(said)")
        let server = try BuiltProgram(program, root: home.appending(path: "data"))
        defer { server.send(SIGTERM); server.wait() }
        for page in ["overview", "clusters", "trends", "diagnostics"] {
            let table = try await Self.page("/\(page)?set=plant", server)
            #expect(table.contains("<h1"), "\(page)")
        }
        let table = try await Self.page("/overview?set=plant", server)
        let files = try await Self.page("/overview?set=sample-fleet", server)
        #expect(Self.devices(files).count > 5)
        #expect(Self.devices(table) == Self.devices(files))
    }

    /// A page of a set, once it has been read.
    private static func page(_ path: String, _ server: BuiltProgram) async throws -> String {
        let address = try #require(URL(string: "http://127.0.0.1:\(server.port)\(path)"))
        var text = ""
        for _ in 0..<600 {
            text = String(
                decoding: try await URLSession.shared.data(from: address).0, as: UTF8.self)
            if text.contains("<svg") { return text }
            try await Task.sleep(for: .milliseconds(100))
        }
        return text
    }

    /// The devices that a page leads to, in its order.
    private static func devices(_ page: String) -> [Substring] {
        page.matches(of: /pump-\d\d/).map(\.output)
    }
}
