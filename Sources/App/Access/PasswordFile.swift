import Foundation
import Wording

/// Who may use the dashboard: lines `name:pbkdf2-sha256:iterations:salt:key` for people, salt and
/// key in Base64, and `name:token-sha256:access:hash` for programs, see `AccessToken`. Empty lines
/// and those that begin with `#` are ignored.
struct PasswordFile: Sendable {
    struct Entry: Sendable, Equatable {
        var name: String
        var iterations: Int
        var salt: [UInt8]
        var key: [UInt8]

        /// As it stands in the file.
        var line: String {
            let parts = [Data(salt).base64EncodedString(), Data(key).base64EncodedString()]
            return "\(name):\(PasswordFile.scheme):\(iterations):\(parts.joined(separator: ":"))"
        }
    }

    static let scheme = "pbkdf2-sha256"
    /// So many that a check takes about a second of one core.
    static let defaultIterations = 210_000

    let entries: [Entry]
    let tokens: [AccessToken]

    /// - Throws: `UsageProblem` for the first line that is wrong, and for a file without any.
    init(text: String, name: String) throws(UsageProblem) {
        var entries: [Entry] = []
        var tokens: [AccessToken] = []
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            let line = line.trimmingCharacters(in: .whitespacesAndNewlines)
            guard !line.isEmpty, !line.hasPrefix("#") else { continue }
            if let token = AccessToken(line: line) {
                tokens.append(token)
            } else if let entry = Self.entry(line) {
                entries.append(entry)
            } else {
                throw .passwordLine(
                    file: name, line: number + 1,
                    form: "name:\(Self.scheme):iterations:salt:key")
            }
        }
        guard !entries.isEmpty || !tokens.isEmpty else {
            throw .noPasswords(file: name)
        }
        self.entries = entries
        self.tokens = tokens
    }

    private static func entry(_ line: String) -> Entry? {
        let parts = line.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 5, !parts[0].isEmpty, parts[1] == scheme,
            let iterations = Int(parts[2]), (1_000...10_000_000).contains(iterations),
            let salt = Data(base64Encoded: parts[3]), (8...51).contains(salt.count),
            let key = Data(base64Encoded: parts[4]), key.count == 32
        else { return nil }
        return Entry(name: parts[0], iterations: iterations, salt: [UInt8](salt), key: [UInt8](key))
    }

    /// An entry for a new password, with a random salt.
    static func entry(name: String, password: String) -> Entry {
        var generator = SystemRandomNumberGenerator()
        let salt = (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        let key = PBKDF2(password: Array(password.utf8))
            .key(salt: salt, iterations: defaultIterations)
        return Entry(name: name, iterations: defaultIterations, salt: salt, key: key)
    }

    /// Whether an entry has this name and password. An unknown name takes as long as a known one.
    func accepts(name: String, password: String) -> Bool {
        let found = entries.first { $0.name == name }
        guard let entry = found ?? entries.first else { return false }
        let key = PBKDF2(password: Array(password.utf8))
            .key(salt: entry.salt, iterations: entry.iterations)
        let difference = zip(key, entry.key).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) }
        return found != nil && difference == 0
    }

    /// The token of a program with this text; nil where none is.
    func token(_ text: String) -> AccessToken? {
        guard text.utf8.count <= AccessToken.longestText, !tokens.isEmpty else { return nil }
        let hash = AccessToken.hash(text)
        return tokens.first { $0.hash == hash }
    }
}
