#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A new file that is being written; removed unless it is finished.
struct TemporaryFileWriter: ~Copyable {
    private let path: String
    private let descriptor: Int32
    private var byteCount = 0
    private var isFinished = false

    init(directory: String) throws(Rejection) {
        path = TemporaryName.next(in: directory)
        let flags = O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW
        descriptor = unsafe open(path, flags, 0o600)
        if descriptor < 0 { throw Self.failure(errno) }
    }

    deinit {
        close(descriptor)
        if !isFinished { _ = unsafe unlink(path) }
    }

    mutating func write(_ bytes: ArraySlice<UInt8>) throws(Rejection) {
        var rest = bytes
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes {
                unsafe posixWrite(descriptor, $0.baseAddress, $0.count)
            }
            if count < 0 {
                let code = errno
                if code == EINTR { continue }
                throw Self.failure(code)
            }
            rest = rest.dropFirst(count)
            byteCount += count
        }
    }

    consuming func finish() -> TemporaryFile {
        isFinished = true
        return TemporaryFile(path: path, byteCount: byteCount)
    }

    private static func failure(_ code: Int32) -> Rejection {
        code == ENOSPC || code == EDQUOT ? .storageFull : .storageFailed(errno: code)
    }
}

/// The system's function, whose name a method hides.
private func posixWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    unsafe write(descriptor, bytes, count)
}
