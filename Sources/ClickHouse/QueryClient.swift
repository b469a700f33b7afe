import Foundation
import Synchronization
import Values

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Asks a server one statement at a time over HTTP and waits for its answer.
///
/// Each query has a number of its own and a deadline; one that does not answer in time is ended on
/// the server too. Reading statements are repeated once where the connection broke before anything
/// came.
final class QueryClient: Sendable {
    private let transfers = Transfers()
    private let address: URL
    private let user: String
    private let password: String
    private let limits: SourceSettings.Limits
    private let shown: String
    /// Settings sent with each query; `nil` until it is known which ones the user may set.
    private let settings = Mutex<[String: String]?>(nil)

    private let tally = Mutex((answers: 0, bytes: 0))
    /// The numbers of queries that have no answer yet.
    private let open = Mutex<(ids: Set<String>, isClosed: Bool)>(([], false))

    /// How many answers have come so far, and their bytes.
    var received: (answers: Int, bytes: Int) { tally.withLock(\.self) }

    /// Bytes of one answer, beyond which it is not waited for.
    static let answerLimit = 128 << 20
    /// Seconds that a query gets here beyond those that the server gives it.
    static let grace = 3.0

    /// A client for settings that were checked.
    /// - Throws: `SourceFault.settings`.
    init(
        _ settings: SourceSettings, file: String, environment: [String: String]
    ) throws(SourceFault) {
        guard let address = URL(string: settings.address) else {
            throw .settings(file: file, .address(""))
        }
        self.address = address
        shown = settings.address
        user = settings.user
        password = try settings.password(environment, file: file)
        limits = settings.limits
    }

    deinit { transfers.close() }

    /// The bytes of an answer in the format that the statement names.
    /// - Throws: what went wrong, in the server's words where it has some.
    func answer(
        _ sql: String, seconds: Int? = nil, grace: Double = grace
    ) throws(SourceFault) -> [UInt8] {
        let parameters = try parameters()
        let seconds = seconds ?? limits.seconds
        do { return try ask(sql, parameters, seconds, grace: grace) } catch {
            guard case .silent(_, .cutOff) = error else { throw error }
            return try ask(sql, parameters, seconds, grace: grace)
        }
    }

    /// An answer in `RowBinary`.
    func rows(
        _ sql: String, seconds: Int? = nil, grace: Double = grace
    ) throws(SourceFault) -> RowBinary {
        RowBinary(try answer(sql + "\nFORMAT RowBinary", seconds: seconds, grace: grace))
    }

    /// Sends rows for a statement that takes them, once: whether those of a broken connection were
    /// taken is not known. The answer comes when all shards have them.
    func insert(_ sql: String, _ rows: [UInt8]) throws(SourceFault) {
        var parameters = try parameters()
        // A user who may set nothing may not write either, and is told so by the server.
        if !parameters.isEmpty { parameters["insert_distributed_sync"] = "1" }
        _ = try ask(sql, parameters, limits.seconds, rows: rows)
    }

    private func ask(
        _ sql: String, _ parameters: [String: String], _ seconds: Int, rows: [UInt8]? = nil,
        grace: Double = grace
    ) throws(SourceFault) -> [UInt8] {
        let id = "perfmon-" + UUID().uuidString.lowercased()
        let isClosed = open.withLock { open in
            open.ids.insert(id)
            return open.isClosed
        }
        defer { _ = open.withLock { $0.ids.remove(id) } }
        if isClosed { throw .silent(address: shown, .other) }
        let answer = transfers.send(
            request(sql, parameters, id: id, rows: rows), seconds: Double(seconds) + grace,
            limit: Self.answerLimit)
        if answer.isLate || answer.isTooLarge { end([id]) }
        if answer.isLate { throw .slow(seconds: seconds) }
        if answer.isTooLarge { throw .tooLarge }
        if answer.status == 401 { throw refusal(answer, seconds) }
        if answer.isShort { throw .silent(address: shown, .cutOff) }
        if answer.error != nil, answer.isUntrusted {
            throw .silent(address: shown, .certificate)
        }
        if let error = answer.error {
            // Once an answer had begun it is the connection that failed.
            throw answer.status == 0 ? silence(error) : .silent(address: shown, .cutOff)
        }
        guard answer.status == 200 else { throw refusal(answer, seconds) }
        tally.withLock { tally in
            tally.answers += 1
            tally.bytes += answer.bytes.count
        }
        return answer.bytes
    }

    private func refusal(_ answer: Transfers.Answer, _ seconds: Int) -> SourceFault {
        let text = String(decoding: answer.bytes.prefix(4_096), as: UTF8.self)
        let fault = ServerMessage(text).fault(user: user, seconds: seconds)
        if fault != .garbled { return fault }
        if answer.status == 401 || answer.status == 403 { return .login(user: user) }
        return .silent(address: shown, .notClickHouse)
    }

    private func silence(_ error: URLError.Code) -> SourceFault {
        let kind: SourceFault.Silence =
            switch error {
            case .cannotConnectToHost: .refused
            case .cannotFindHost, .dnsLookupFailed: .unknownHost
            case .secureConnectionFailed, .serverCertificateUntrusted,
                .serverCertificateHasBadDate, .serverCertificateNotYetValid,
                .serverCertificateHasUnknownRoot:
                .certificate
            case .networkConnectionLost, .badServerResponse, .cannotParseResponse,
                .zeroByteResource:
                .cutOff
            default: .other
            }
        return .silent(address: shown, kind)
    }

    /// Ends all queries that have no answer yet, and asks none any more: for the end of the program.
    func endAll() {
        let ids = open.withLock { open in
            open.isClosed = true
            return open.ids
        }
        if !ids.isEmpty { end(ids.sorted()) }
    }

    /// Ends queries on the server; whether that works is not waited for long.
    private func end(_ ids: [String]) {
        let sql = "KILL QUERY WHERE query_id IN \(SQL.list(ids)) ASYNC"
        _ = transfers.send(
            request(sql, [:], id: "perfmon-" + UUID().uuidString), seconds: 3, limit: 1 << 16)
    }

    private func request(
        _ sql: String, _ parameters: [String: String], id: String, rows: [UInt8]? = nil
    ) -> URLRequest {
        var parts = URLComponents(url: address, resolvingAgainstBaseURL: false) ?? URLComponents()
        parts.path = "/"
        parts.queryItems =
            [
                // An error after the first rows would otherwise come with status 200.
                URLQueryItem(name: "wait_end_of_query", value: "1"),
                URLQueryItem(name: "query_id", value: id),
            ] + parameters.sorted { $0.key < $1.key }.map { URLQueryItem(name: $0, value: $1) }
        var request = URLRequest(url: parts.url ?? address)
        request.httpMethod = "POST"
        // An address would be too long for the names of many columns.
        request.httpBody = Data(sql.utf8) + (rows.map { Data("\n".utf8) + Data($0) } ?? Data())
        request.setValue(user, forHTTPHeaderField: "X-ClickHouse-User")
        if !password.isEmpty {
            request.setValue(password, forHTTPHeaderField: "X-ClickHouse-Key")
        }
        request.setValue("", forHTTPHeaderField: "Expect")
        return request
    }
}

extension QueryClient {
    /// The limits as settings of a query, where the user may set any: one who may only read is
    /// bound by a profile, and refused with every setting.
    private func parameters() throws(SourceFault) -> [String: String] {
        if let known = settings.withLock(\.self) { return known }
        var answer = RowBinary(
            try ask(
                "SELECT value FROM system.settings WHERE name = 'readonly' FORMAT RowBinary", [:],
                limits.seconds))
        let isReader = answer.isAtEnd ? false : try answer.text() == "1"
        var found: [String: String] = [:]
        if !isReader {
            found["max_execution_time"] = "\(limits.seconds)"
            if let memory = limits.memory { found["max_memory_usage"] = "\(memory)" }
        }
        settings.withLock { [found] in $0 = found }
        return found
    }

    /// All rows of a table.
    func count(of table: TableName) throws(SourceFault) -> Int {
        var answer = try rows("SELECT count() FROM \(SQL.name(table))")
        return try answer.count()
    }

    /// The server's version, `18.16.1` or `25.8.2.29`.
    func version() throws(SourceFault) -> String {
        var answer = try rows("SELECT version()")
        return try answer.text()
    }
}
