import Containers
import Foundation
import HTTP
import Telemetry
import Values

/// Rows as a program sends them: the form, the batch's name, and the content.
struct RowRequest: Sendable {
    /// Bytes of a content once it is unpacked.
    static let unpackedLimit = 128 << 20
    /// Bytes of a batch's name.
    static let keyLimit = 255

    let form: SentForm
    let key: String?
    let file: TemporaryFile
    let isPacked: Bool

    /// What is wrong with a request, as it is answered.
    struct Refusal: Error {
        let status: HTTP.Status
        let detail: String
        var place: String?
        var expected: String?

        init(
            _ status: HTTP.Status, _ detail: String, at place: String? = nil,
            expected: String? = nil
        ) {
            self.status = status
            self.detail = detail
            self.place = place
            self.expected = expected
        }
    }

    /// - Parameter isLineProtocol: The address stands for the form, whatever the type says.
    init(_ request: Request, isLineProtocol: Bool) throws(Refusal) {
        key = try Self.key(request)
        form =
            isLineProtocol ? try Self.lineProtocol(request) : try Self.form(request)
        guard case .file(let file) = request.body else {
            throw Refusal(.badRequest, "The request has no content.", at: "content")
        }
        self.file = file
        isPacked = (request.headers["Content-Encoding"] ?? "").lowercased().hasSuffix("gzip")
    }

    /// Reads, unpacks and parses; blocks. The temporary file is gone afterwards.
    func read() throws(Refusal) -> (rows: SentRows, digest: UInt64) {
        defer { file.remove() }
        guard let data = FileManager.default.contents(atPath: file.path) else {
            throw Refusal(.internalServerError, "The content could not be read.")
        }
        var bytes = Array(data)
        if isPacked { bytes = try Self.unpacked(bytes) }
        do throws(SentRowsFault) {
            return (try form.rows(in: bytes), RowBatch.digest(of: bytes))
        } catch {
            throw Refusal(.badRequest, error.detail, at: error.place, expected: error.expected)
        }
    }

    private static func unpacked(_ packed: [UInt8]) throws(Refusal) -> [UInt8] {
        do throws(ContainerFault) {
            return try GzipBytes.unpacked(packed, limit: unpackedLimit)
        } catch {
            if case .tooLarge(let limit) = error {
                throw Refusal(
                    .contentTooLarge, "The content has more than \(limit) bytes when unpacked.",
                    at: "content", expected: "smaller batches")
            }
            throw Refusal(
                .badRequest, "The content is no complete gzip.", at: "Content-Encoding",
                expected: "gzip (RFC 1952), or no Content-Encoding")
        }
    }

    private static func key(_ request: Request) throws(Refusal) -> String? {
        guard let key = request.headers["Idempotency-Key"] else { return nil }
        guard !key.isEmpty, key.utf8.count <= keyLimit else {
            throw Refusal(
                .badRequest, "The batch's name has \(key.utf8.count) bytes.",
                at: "Idempotency-Key", expected: "1 to \(keyLimit) bytes")
        }
        return key
    }

    private static let forms =
        "Content-Type text/csv or application/x-ndjson, or format=csv, jsonl or influx"

    private static func form(_ request: Request) throws(Refusal) -> SentForm {
        switch request.query["format"] {
        case "csv": return .csv
        case "jsonl", "ndjson": return .jsonLines
        case "influx": return try lineProtocol(request)
        case let other?:
            throw Refusal(
                .badRequest, "There is no format \(other).", at: "format",
                expected: "csv, jsonl or influx")
        case nil: break
        }
        let type = (request.headers["Content-Type"] ?? "").prefix { $0 != ";" }
        switch type.lowercased().trimmingCharacters(in: .whitespaces) {
        case "text/csv", "application/csv": return .csv
        case "application/x-ndjson", "application/ndjson", "application/jsonl",
            "application/x-jsonlines":
            return .jsonLines
        default:
            throw Refusal(
                .unsupportedMediaType, "The form of the rows is not told.", at: "Content-Type",
                expected: forms)
        }
    }

    private static func lineProtocol(_ request: Request) throws(Refusal) -> SentForm {
        let now = Int(clamping: (Date().timeIntervalSince1970 * 1e6).rounded()) * 1_000
        let units = [
            "ns": 1, "n": 1, "us": 1_000, "u": 1_000, "ms": 1_000_000, "s": 1_000_000_000,
            "m": 60_000_000_000, "h": 3_600_000_000_000,
        ]
        let precision = request.query["precision"] ?? "ns"
        guard let unit = units[precision] else {
            throw Refusal(
                .badRequest, "There is no precision \(precision).", at: "precision",
                expected: "ns, us, ms, s, m or h")
        }
        return .lineProtocol(unit: unit, now: now)
    }
}
