/// The bytes of a model's file and their SHA-256.
public struct ModelFile: Sendable, Hashable {
    /// The whole file.
    public let bytes: [UInt8]

    /// The SHA-256 of the bytes in lower-case hexadecimal digits, by which loaded models are told
    /// apart.
    public let sha256: String

    /// Takes bytes as a model's file, whatever they hold.
    ///
    /// - Complexity: O(bytes).
    public init(bytes: [UInt8]) {
        self.bytes = bytes
        sha256 = SHA256.hexadecimal(bytes)
    }
}
