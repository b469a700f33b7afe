import Foundation
public import Values

/// Files that were sent to be looked at first, and may then be taken into a data set.
///
/// They can be found only by the identifier, which is random.
public struct Stage: Sendable, Hashable, Codable {
    /// A file of a stage.
    public struct File: Sendable, Hashable, Codable {
        /// The name under which it was sent.
        public var name: String
        /// Its size, in bytes.
        public var bytes: Int
        /// What a person answered about it so far.
        public var correction: SchemaCorrection?

        /// A file without answers, unless some were given when it was sent.
        public init(name: String, bytes: Int, correction: SchemaCorrection? = nil) {
            self.name = name
            self.bytes = bytes
            self.correction = correction
        }
    }

    /// 32 hexadecimal digits; empty until the stage is kept.
    public internal(set) var id = ""
    /// When the files were sent, in seconds since 1970.
    public var created: Double
    /// The data set that they are for, as typed.
    public var dataset: String
    /// The data set whose page was open when they were sent.
    public var current: String?
    /// What to do about names that are taken when they are taken in.
    public var mode: AddMode
    /// In the order in which they were sent.
    public internal(set) var files: [File] = []

    /// Seconds after which files that nobody took in expire.
    public static let lifetime = 86_400.0

    /// A stage without files and identifier.
    public init(created: Double, dataset: String, mode: AddMode) {
        self.created = created
        self.dataset = dataset
        self.mode = mode
    }

    /// Bytes of all files together.
    public var byteCount: Int { files.reduce(0) { $0 + $1.bytes } }

    /// Whether it has not expired. A clock set back by less than a day expires nothing.
    func isAlive(at now: Double) -> Bool { abs(now - created) < Self.lifetime }

    /// A new identifier, from the system's random numbers.
    static func newIdentifier() -> String {
        (0..<2).map { _ in
            let digits = String(UInt64.random(in: .min ... .max), radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }

    /// Whether a text has the form of an identifier, and so cannot be a path.
    static func isIdentifier(_ text: String) -> Bool {
        text.utf8.count == 32
            && text.utf8.allSatisfy { byte in
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
            }
    }
}
