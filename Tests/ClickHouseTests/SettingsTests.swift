import Foundation
import Testing
import Values

@testable import ClickHouse

@Suite("Settings of a source")
struct SettingsTests {
    private func settings(_ text: String) throws -> SourceSettings {
        let file = FileManager.default.temporaryDirectory
            .appending(path: "settings-\(UUID().uuidString).json")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(text.utf8).write(to: file)
        do { return try SourceSettings(contentsOf: file) } catch {
            guard case .settings(_, let setting) = error else { throw error }
            throw Problem(setting: setting)
        }
    }

    private struct Problem: Error, Equatable { var setting: SourceFault.Setting }

    @Test("what is left out has a usual value")
    func usual() throws {
        let read = try settings(#"{"address": "http://db:8123", "tables": ["a", "b.c"]}"#)
        #expect(read == SourceSettings(address: "http://db:8123", tables: ["a", "b.c"]))
        #expect(read.limits.seconds == 20 && read.user == "default")
    }

    @Test(
        "what cannot be used is said",
        arguments: [
            ("{", SourceFault.Setting.unreadable(field: nil)),
            (#"{"tables": ["a"]}"#, .unreadable(field: "address")),
            (#"{"address": "http://db", "tables": "a"}"#, .unreadable(field: "tables")),
            (#"{"address": "ftp://db", "tables": ["a"]}"#, .address("ftp://db")),
            (#"{"address": "http://me:pw@db", "tables": ["a"]}"#, .address("…@db")),
            (
                #"{"address": "http://db/?user=me", "tables": ["a"]}"#,
                .address("http://db/?user=me")
            ),
            (#"{"address": "http://db", "tables": []}"#, .noTable),
            (#"{"address": "http://db", "tables": ["a; DROP"]}"#, .name("a; DROP")),
            (#"{"address": "http://db", "tables": ["a.b.c"]}"#, .name("a.b.c")),
            (#"{"address": "http://db", "database": "1", "tables": ["a"]}"#, .name("1")),
            (
                #"{"address": "http://db", "tables": ["a"], "limits": {"seconds": 0}}"#,
                .limit("seconds")
            ),
        ])
    func problems(text: String, expected: SourceFault.Setting) throws {
        #expect(throws: Problem(setting: expected)) { try settings(text) }
    }

    @Test("a password comes from a variable or a file, and is never written")
    func password() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: file) }
        try Data("from file\n".utf8).write(to: file)
        var settings = SourceSettings(address: "http://db", tables: ["a"])
        #expect(try settings.password([:], file: "x") == "")
        settings.passwordFile = file.path
        #expect(try settings.password([:], file: "x") == "from file")
        try Data("of Windows\r\n".utf8).write(to: file)
        #expect(try settings.password([:], file: "x") == "of Windows")
        settings.passwordVariable = "DB"
        #expect(try settings.password(["DB": "from variable"], file: "x") == "from variable")
        #expect(throws: SourceFault.settings(file: "x", .noPassword("DB"))) {
            try settings.password([:], file: "x")
        }
        #expect(!String(decoding: try settings.json, as: UTF8.self).contains("from"))
    }
}
