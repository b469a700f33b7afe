import CSystem
import Values

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Deflates streams of bytes (RFC 1951) piece by piece, one stream after the other.
@safe final class Deflater {
    private let stream: OpaquePointer
    private var buffer = [UInt8](repeating: 0, count: 64 << 10)

    /// `nil` where the system has no zlib.
    init?(level: Int32 = 6) {
        guard let stream = unsafe csystem_deflate_new(level) else { return nil }
        unsafe self.stream = unsafe stream
    }

    deinit { unsafe csystem_deflate_free(stream) }

    /// Begins a further stream.
    func restart() throws(ContainerFault) {
        guard unsafe csystem_deflate_restart(stream) == 0 else { throw .system(errno: ENOMEM) }
    }

    /// Takes all of `input` and hands out what is packed so far; with `isLast` the stream ends.
    func deflate(
        _ input: [UInt8], isLast: Bool,
        to take: (ArraySlice<UInt8>) throws(ContainerFault) -> Void
    ) throws(ContainerFault) {
        var used = 0
        while true {
            let step = step(input, from: used, isLast: isLast)
            guard step.result >= 0 else { throw .system(errno: EINVAL) }
            used += step.read
            if step.written > 0 { try take(buffer[..<step.written]) }
            // With room left in the buffer nothing more is to come of this input.
            let isDone = isLast ? step.result == 1 : step.written < buffer.count
            if isDone, used == input.count { return }
        }
    }

    private func step(
        _ input: [UInt8], from start: Int, isLast: Bool
    ) -> (result: Int32, read: Int, written: Int) {
        var (read, written, result) = (0, 0, Int32(-1))
        unsafe input.withUnsafeBytes { bytes in
            let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[start...])
            unsafe buffer.withUnsafeMutableBytes { output in
                result = unsafe csystem_deflate_step(
                    stream, rest.baseAddress, rest.count, &read, output.baseAddress, output.count,
                    &written, isLast ? 1 : 0)
            }
        }
        return (result, read, written)
    }
}
