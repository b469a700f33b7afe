import Foundation
import Synchronization

/// Writes one structured line per event to stderr: `time level event key=value ...`.
struct Log: Sendable {
    let level: Configuration.LogLevel

    func info(_ event: String, _ fields: [(String, String)] = []) {
        guard level != .quiet else { return }
        write("info", event, fields)
    }

    func debug(_ event: String, _ fields: [(String, String)] = []) {
        guard level == .debug else { return }
        write("debug", event, fields)
    }

    func error(_ event: String, _ fields: [(String, String)] = []) {
        write("error", event, fields)
    }

    private func write(_ level: String, _ event: String, _ fields: [(String, String)]) {
        var line = "\(LogClock.now()) \(level) \(event)"
        for (key, value) in fields { line += " \(key)=\(Self.quoted(value))" }
        line += "\n"
        FileHandle.standardError.write(Data(line.utf8))
    }

    /// A value that cannot forge a line or a field: in quotes if needed, control characters
    /// escaped. Quoted ones are cut after 500 characters.
    static func quoted(_ value: String) -> String {
        let isPlain = value.utf8.allSatisfy {
            $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "=")
        }
        if isPlain, !value.isEmpty { return value }
        var text = "\""
        for scalar in value.unicodeScalars.prefix(500) {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case _
            where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
                || (0x2028...0x2029).contains(scalar.value):
                text += "\\u{" + String(scalar.value, radix: 16) + "}"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text + "\""
    }
}
