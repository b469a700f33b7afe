#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// An open file to be sent as an answer's content.
package final class FileBody: Sendable {
    /// How many bytes are sent: the file's length when it was opened.
    package let count: Int
    private let descriptor: Int32

    /// Opens a regular file. Which file may be sent is the caller's decision: never make a path of
    /// what a client sent.
    ///
    /// - Throws: ``SocketError/call(_:errno:)`` when it cannot be opened or is no regular file.
    package init(path: String) throws(SocketError) {
        descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw .call("open", errno: errno) }
        var status = stat()
        let result = unsafe fstat(descriptor, &status)
        guard result == 0, status.st_mode & S_IFMT == S_IFREG else {
            let code = result == 0 ? EINVAL : errno
            close(descriptor)
            throw .call("fstat", errno: code)
        }
        count = Int(status.st_size)
    }

    deinit { close(descriptor) }

    /// At most `limit` bytes from `offset` on; nil at the end, where the file has become shorter,
    /// and where it cannot be read. Blocks.
    package func read(at offset: Int, limit: Int) -> [UInt8]? {
        let wanted = max(0, min(limit, count - offset))
        var result = 0
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: wanted) { buffer, filled in
            repeat {
                result = unsafe pread(descriptor, buffer.baseAddress, wanted, off_t(offset))
            } while result < 0 && errno == EINTR
            filled = max(result, 0)
        }
        return result > 0 ? bytes : nil
    }
}
