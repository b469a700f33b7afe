import Foundation
import Wording

/// An option with its flag, its environment variable and its line of help.
struct Option: Sendable {
    var flag: String
    var value: String
    var text: String

    /// `PERFMON_UPLOAD_LIMIT` for `--upload-limit`.
    var variable: String {
        "PERFMON_" + flag.dropFirst(2).uppercased().replacingOccurrences(of: "-", with: "_")
    }

    /// The flag stands alone; its variable, or the flag with `=`, takes `yes` or `no`.
    var isSwitch: Bool { value.isEmpty }

    static let all = [
        Option(flag: "--port", value: "PORT", text: "port to listen on (8080; 0 takes a free one)"),
        Option(
            flag: "--bind", value: "ADDRESS",
            text: "address to listen on (127.0.0.1); others than loopback need --auth-file"),
        Option(
            flag: "--auth-file", value: "FILE", text: "names and passwords to ask for (none)"),
        Option(
            flag: "--data", value: "DIR", text: "folder with raw and models (data)"),
        Option(
            flag: "--resources", value: "DIR",
            text: "folder with app.css and app.js (found by itself)"),
        Option(flag: "--upload-limit", value: "SIZE", text: "largest upload (10 GiB)"),
        Option(flag: "--memory", value: "SIZE", text: "memory for a data set's rollup (256 MB)"),
        Option(
            flag: "--refresh", value: "SECONDS", text: "refresh of open pages (30; 0 = off)"),
        Option(
            flag: "--time-zone", value: "ZONE", text: "zone of times that carry none (UTC)"),
        Option(flag: "--log-level", value: "LEVEL", text: "quiet, info or debug (info)"),
        Option(
            flag: "--onnxruntime", value: "PATH", text: "the ONNX Runtime library (found by itself)"
        ),
        Option(
            flag: "--host", value: "NAME[,NAME]", text: "further host names to answer to (none)"),
        Option(
            flag: "--allow-origin", value: "ORIGIN[,ORIGIN]",
            text: "origins whose pages may read the JSON (none)"),
        Option(
            flag: "--learn", value: "on|off",
            text: "learn what comes before failures by itself, in the background (on)"),
        Option(
            flag: "--archive-after", value: "DAYS",
            text: "move full files of rows sent by programs to archive (never; see INGEST.md)"),
        Option(
            flag: "--no-supervisor", value: "",
            text: "serve in the one process that is started (no)"),
    ]
}

extension Configuration {
    /// Sets an option from its text; throws a `UsageProblem` that names `source` where it is wrong.
    mutating func apply(
        _ option: Option, _ value: String, from source: String
    ) throws(UsageProblem) {
        switch option.flag {
        case "--port": port = try number(value, source, 0...65_535, as: UInt16.self)
        case "--bind": bind = value
        case "--auth-file": authFile = value
        case "--data": data = value
        case "--resources": resources = value
        case "--upload-limit": uploadLimit = try size(value, source)
        case "--memory": memory = try size(value, source)
        case "--refresh": refresh = try number(value, source, 0...86_400, as: Int.self)
        case "--onnxruntime": onnxruntime = value
        case "--host": hosts = value.split(separator: ",").map(String.init)
        case "--allow-origin": origins = try originList(value, source)
        case "--learn": learnsByItself = try isOn(value, source)
        case "--archive-after":
            archiveAfter = try number(value, source, 1...100_000, as: Int.self)
        case "--no-supervisor": isSupervised = try !isOn(value, source)
        case "--time-zone":
            guard TimeZone(identifier: value) != nil else {
                throw .value(of: source, given: value, expected: .zone)
            }
            timeZone = value
            isTimeZoneStated = true
        default:
            guard let level = LogLevel(rawValue: value) else {
                throw .value(
                    of: source, given: value,
                    expected: .oneOf(LogLevel.allCases.map(\.rawValue)))
            }
            logLevel = level
        }
    }

    private func originList(
        _ text: String, _ source: String
    ) throws(UsageProblem) -> [String] {
        var origins: [String] = []
        for part in text.split(separator: ",") {
            origins.append(try origin(String(part), source))
        }
        return origins
    }

    /// Scheme, host and port, as browsers name an origin.
    private func origin(_ text: String, _ source: String) throws(UsageProblem) -> String {
        let rest = ["http://", "https://"].first(where: text.hasPrefix).map {
            text.dropFirst($0.count)
        }
        guard let rest, !rest.isEmpty, !rest.contains(where: { "/?#*, ".contains($0) }) else {
            throw .value(of: source, given: text, expected: .origin)
        }
        return text.lowercased()
    }

    private func isOn(_ text: String, _ source: String) throws(UsageProblem) -> Bool {
        switch text.lowercased() {
        case "yes", "true", "on", "1": return true
        case "no", "false", "off", "0", "": return false
        default: throw .value(of: source, given: text, expected: .oneOf(["yes", "no"]))
        }
    }

    private func number<Value: FixedWidthInteger>(
        _ text: String, _ source: String, _ range: ClosedRange<Int>, as: Value.Type
    ) throws(UsageProblem) -> Value {
        guard let value = Int(text), range.contains(value), let exact = Value(exactly: value) else {
            throw .value(of: source, given: text, expected: .number(range))
        }
        return exact
    }

    /// The bytes of `4096`, `256 MB`, `10GiB`.
    private func size(_ text: String, _ source: String) throws(UsageProblem) -> Int {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let unit = text.dropFirst(digits.count).trimmingCharacters(in: .whitespaces).uppercased()
        let factors: [String: Int] = [
            "": 1, "B": 1, "KB": 1_000, "MB": 1_000_000, "GB": 1_000_000_000, "KIB": 1 << 10,
            "MIB": 1 << 20, "GIB": 1 << 30, "K": 1 << 10, "M": 1 << 20, "G": 1 << 30,
        ]
        guard let value = Int(digits), let factor = factors[unit] else {
            throw .value(of: source, given: text, expected: .size)
        }
        let (bytes, isTooLarge) = value.multipliedReportingOverflow(by: factor)
        guard !isTooLarge, bytes > 0 else {
            throw .outOfRange(option: source, given: text)
        }
        return bytes
    }
}
