internal import CSystem

/// Compression by the zlib of the system, where there is one.
enum Gzip {
    /// Whether the system has a zlib; looked up at run time.
    static let isAvailable = csystem_gzip_is_available() != 0

    /// In bytes. Shorter contents fit into the first packets anyway.
    static let shortest = 1024

    /// Levels above 3 take half as long again and save only some hundredths of the size.
    private static let level: Int32 = 3

    /// The bytes as a gzip file (RFC 1952), the same for the same bytes; nil where they are too
    /// short, where that saves nothing, and without a zlib.
    static func compressed(_ bytes: [UInt8]) -> [UInt8]? {
        guard bytes.count >= shortest else { return nil }
        var length = -1
        let result = unsafe [UInt8](unsafeUninitializedCapacity: bytes.count - 1) { output, used in
            length = unsafe bytes.withUnsafeBytes { input in
                unsafe csystem_gzip_compress(
                    input.baseAddress, input.count, output.baseAddress, output.count, level)
            }
            used = max(0, length)
        }
        // A copy without the unused room: cached pages are kept for long.
        return length < 0 ? nil : Array(result[...])
    }
}
