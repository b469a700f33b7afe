import Foundation
import Programs

@testable import ClickHouse

/// A current engine behind the HTTP shape of a server, where the material for it is there.
final class CurrentEngine {
    private static let script = BuiltProgram.checkout.deletingLastPathComponent()
        .appending(path: "shared/clickhouse/current_engine_http.py")
    static let isThere =
        FileManager.default.fileExists(atPath: script.path)
        && Python.run("import chdb\nprint('yes')", []) == ["yes"]

    let address: String
    private let server: ChildProgram
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "chdb-" + UUID().uuidString)
        let port = 12_000 + Int(ProcessInfo.processInfo.processIdentifier % 8_000)
        server = try ChildProgram([Python.path ?? "", Self.script.path, "\(port)", folder.path])
        _ = try server.read { $0.hasPrefix("current engine") ? $0 : nil }
        address = "http://127.0.0.1:\(port)"
    }

    deinit {
        server.kill()
        server.wait()
        try? FileManager.default.removeItem(at: folder)
    }

    func write(_ sql: String) throws {
        let settings = SourceSettings(address: address, tables: ["x"])
        _ = try QueryClient(settings, file: "x.json", environment: [:]).answer(sql)
    }
}
