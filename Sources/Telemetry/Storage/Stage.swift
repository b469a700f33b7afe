import Foundation
public import Values

/// Files that were sent to be looked at, and wait to be taken into a data set.
///
/// Nobody finds them but by the identifier, which is random.
public struct Stage: Sendable, Hashable, Codable {
    /// One of the files.
    public struct File: Sendable, Hashable, Codable {
        /// The name under which it was sent.
        public var name: String
        /// Its size.
        public var bytes: Int
        /// What was answered about it so far.
        public var correction: SchemaCorrection?

        /// A file as it was sent.
        public init(name: String, bytes: Int, correction: SchemaCorrection? = nil) {
            self.name = name
            self.bytes = bytes
            self.correction = correction
        }
    }

    /// 32 hexadecimal digits.
    public internal(set) var id = ""
    /// When the files were sent, in seconds since 1970.
    public var created: Double
    /// The data set that they are meant for, as it was typed.
    public var dataset: String
    /// The data set that was shown when they were sent.
    public var current: String?
    /// What to do about names that are taken.
    public var mode: AddMode
    /// The files, in the order in which they were sent.
    public internal(set) var files: [File] = []

    /// Seconds after which files that nobody took in are removed.
    public static let lifetime = 86_400.0

    /// Begins a stage without files.
    public init(created: Double, dataset: String, mode: AddMode) {
        self.created = created
        self.dataset = dataset
        self.mode = mode
    }

    /// Bytes of all files.
    public var byteCount: Int { files.reduce(0) { $0 + $1.bytes } }

    /// Whether the files may still be looked at. A clock that was set back by less than a day ends
    /// nothing.
    func isAlive(at now: Double) -> Bool { abs(now - created) < Self.lifetime }

    /// A new identifier, from the system's random numbers.
    static func newIdentifier() -> String {
        (0..<2).map { _ in
            let digits = String(UInt64.random(in: .min ... .max), radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }

    /// Whether a text has the form of an identifier, and so can be no path.
    static func isIdentifier(_ text: String) -> Bool {
        text.utf8.count == 32
            && text.utf8.allSatisfy { byte in
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
            }
    }
}
