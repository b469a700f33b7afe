import Foundation
import Models

/// What a program shows instead of a name and a password: a line `name:token-sha256:access:hash`.
/// The token itself is kept nowhere; it has 256 random bits, so that its hash needs no salt.
struct AccessToken: Sendable, Equatable {
    /// What a program may do.
    enum Access: String, Sendable, CaseIterable {
        /// Ask, and change nothing.
        case read
        case write
    }

    var name: String
    var access: Access
    /// SHA-256 of the token's text.
    var hash: [UInt32]

    static let scheme = "token-sha256"
    /// In bytes; longer texts are no tokens.
    static let longestText = 200
    private static let prefix = "pas_"

    /// Reads a line of the file; nil for any other line.
    init?(line: String) {
        let parts = line.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 4, !parts[0].isEmpty, parts[1] == Self.scheme,
            let access = Access(rawValue: parts[2]), parts[3].count == 64
        else { return nil }
        var hash: [UInt32] = []
        var rest = parts[3][...]
        while !rest.isEmpty {
            guard let word = UInt32(rest.prefix(8), radix: 16) else { return nil }
            hash.append(word)
            rest = rest.dropFirst(8)
        }
        (name, self.access, self.hash) = (parts[0], access, hash)
    }

    private init(name: String, access: Access, hash: [UInt32]) {
        (self.name, self.access, self.hash) = (name, access, hash)
    }

    /// A new token and its text, which nobody can find out afterwards.
    static func made(name: String, access: Access) -> (token: AccessToken, text: String) {
        var generator = SystemRandomNumberGenerator()
        let bytes = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        let digits = Data(bytes).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
        let text = prefix + digits
        return (AccessToken(name: name, access: access, hash: hash(text)), text)
    }

    static func hash(_ text: String) -> [UInt32] { SHA256.words(of: Array(text.utf8)) }

    /// As it stands in the file.
    var line: String {
        let digits = hash.map { word in
            let text = String(word, radix: 16)
            return String(repeating: "0", count: 8 - text.count) + text
        }
        return "\(name):\(Self.scheme):\(access.rawValue):\(digits.joined())"
    }
}
