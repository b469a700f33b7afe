import Foundation
import HTTP
import Models
import Synchronization

/// Asks for a name and a password before anything else is answered (RFC 7617), or for the token of a
/// program (RFC 6750).
///
/// A correct pair is remembered by a hash keyed for this run, so only the first request of a
/// browser pays for the derivation. Unknown pairs are checked one at a time.
final class GuardedHandler: RequestHandler {
    private let inner: any RequestHandler
    private let passwords: Mutex<PasswordFile>
    private let trials = BlockingWork()
    private let secret: [UInt8]
    private let known = Mutex<Set<[UInt32]>>([])

    init(_ inner: any RequestHandler, passwords: PasswordFile) {
        self.inner = inner
        self.passwords = Mutex(passwords)
        var generator = SystemRandomNumberGenerator()
        secret = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }

    /// Takes another file of passwords and tokens: whoever is not in it any more is not let in.
    func change(to passwords: PasswordFile) {
        self.passwords.withLock { $0 = passwords }
        known.withLock { $0 = [] }
    }

    /// Nothing from strangers is stored: an upload needs a browser that was let in before, or a
    /// token that may write.
    func bodyPolicy(for request: Request) -> BodyPolicy {
        isKnown(request) || token(of: request)?.access == .write
            ? inner.bodyPolicy(for: request) : .unwanted
    }

    func reply(to request: Request) -> Reply {
        if isKnown(request) || Self.isOpen(request) { return inner.reply(to: request) }
        if let token = token(of: request) {
            guard request.method.isSafe || token.access == .write else {
                return .now(
                    .problem(
                        .forbidden, "The token may only read.", at: "Authorization",
                        expected: "a token made with --access write"))
            }
            return inner.reply(to: request)
        }
        guard let pair = credentials(of: request) else { return .now(Self.challenge) }
        return .later { await self.admit(pair, request) }
    }

    /// Whether the answer is for everybody: monitors ask without a password whether the program
    /// lives.
    private static func isOpen(_ request: Request) -> Bool {
        request.path == Probes.health && request.method.isSafe
    }

    private func admit(_ pair: Credentials, _ request: Request) async -> Response {
        let passwords = passwords.withLock(\.self)
        let isRight = await trials.run {
            passwords.accepts(name: pair.name, password: pair.password)
        }
        guard isRight else { return Self.challenge }
        let mark = mark(pair.text)
        known.withLock { _ = $0.insert(mark) }
        // The content of this first request was not taken in, so it must be sent again.
        guard request.method.isSafe else {
            return inner.bodyPolicy(for: request) == .file ? Self.soon : Self.again
        }
        switch inner.reply(to: request) {
        case .now(let response): return response
        case .later(let work): return await work()
        }
    }

    /// The token that the request shows, if it is one of the file's.
    private func token(of request: Request) -> AccessToken? {
        let parts = (request.headers["Authorization"] ?? "").split(separator: " ")
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
        return passwords.withLock { $0.token(String(parts[1])) }
    }

    private struct Credentials: Sendable {
        var name: String
        var password: String
        /// Name and password in Base64, as they were sent.
        var text: String
    }

    private func credentials(of request: Request) -> Credentials? {
        let parts = (request.headers["Authorization"] ?? "").split(separator: " ")
        guard parts.count == 2, parts[0].lowercased() == "basic",
            let data = Data(base64Encoded: String(parts[1])),
            let text = String(data: data, encoding: .utf8), let colon = text.firstIndex(of: ":")
        else { return nil }
        return Credentials(
            name: String(text[..<colon]), password: String(text[text.index(after: colon)...]),
            text: String(parts[1]))
    }

    private func isKnown(_ request: Request) -> Bool {
        guard let field = request.headers["Authorization"],
            let text = field.split(separator: " ").last
        else { return false }
        let mark = mark(String(text))
        return known.withLock { $0.contains(mark) }
    }

    /// A keyed hash, so that the time of the lookup tells nothing about the text.
    private func mark(_ text: String) -> [UInt32] { SHA256.words(of: secret + Array(text.utf8)) }

    private static let challenge = Response(
        status: .unauthorized,
        headers: [
            "WWW-Authenticate": "Basic realm=\"Performance Analytics System\", charset=\"UTF-8\"",
            "Cache-Control": "no-store", "Content-Type": "text/plain; charset=utf-8",
        ],
        body: .bytes(Array("This dashboard asks for a name and a password.\n".utf8)))

    /// For programs, which send again what could not be taken yet, and give up what is refused.
    private static let soon: Response = {
        var response = Response.problem(
            .serviceUnavailable, "You are let in now. Send that once more.")
        response.headers["Retry-After"] = "1"
        return response
    }()

    private static let again = Response(
        status: .conflict,
        headers: ["Cache-Control": "no-store", "Content-Type": "text/plain; charset=utf-8"],
        body: .bytes(
            Array("You are let in now. Send that once more: its content was not taken in.\n".utf8)))
}
