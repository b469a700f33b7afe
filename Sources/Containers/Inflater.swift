import CSystem
import Values

/// Inflates a deflated stream (RFC 1951) piece by piece.
@safe final class Inflater {
    private let stream: OpaquePointer

    /// - Parameter isGzip: the stream has a gzip header and trailer, whose checksum is verified.
    init(isGzip: Bool) throws(ContainerFault) {
        guard let stream = unsafe csystem_inflate_new(isGzip ? 1 : 0) else { throw .noLibrary }
        unsafe self.stream = unsafe stream
    }

    deinit { unsafe csystem_inflate_free(stream) }

    /// How far one step came, in bytes.
    struct Step {
        var read: Int
        /// In bytes; they are the first ones of the buffer.
        var written: Int
        var isAtEnd: Bool
    }

    /// Inflates `input` from `start` on until it or the room in `buffer` is used up, or the stream
    /// ends.
    func step(
        _ input: [UInt8], from start: Int, into buffer: inout [UInt8]
    ) throws(ContainerFault) -> Step {
        var (read, written, result) = (0, 0, Int32(-1))
        unsafe input.withUnsafeBytes { bytes in
            let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[start...])
            unsafe buffer.withUnsafeMutableBytes { output in
                result = unsafe csystem_inflate_step(
                    stream, rest.baseAddress, rest.count, &read, output.baseAddress, output.count,
                    &written)
            }
        }
        guard result >= 0 else { throw .damaged(entry: nil) }
        return Step(read: read, written: written, isAtEnd: result == 1)
    }

    /// Begins another stream, such as the next member of a gzip file.
    func restart() throws(ContainerFault) {
        guard unsafe csystem_inflate_restart(stream) == 0 else { throw .damaged(entry: nil) }
    }

    /// The CRC-32 of `count` bytes that follow those with the checksum `before` (0 at first).
    static func checksum(_ before: UInt32, _ bytes: [UInt8], count: Int) -> UInt32 {
        unsafe bytes.withUnsafeBytes {
            unsafe csystem_inflate_crc(before, $0.baseAddress, min(count, $0.count))
        }
    }
}
