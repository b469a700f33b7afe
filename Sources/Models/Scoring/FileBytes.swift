internal import CSystem
import Values

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Whole files as bytes, read and written by the system's calls.
enum FileBytes {
    /// What differs between a changed file and an unchanged one.
    struct Stamp: Hashable {
        let size: Int
        let seconds: Int
        let nanoseconds: Int
        let node: UInt64
    }

    /// The stamp of a file; `EINVAL` for what is no regular file.
    static func stamp(_ path: String) throws(SystemError) -> Stamp {
        unsafe csystem_thread_may_block("stamp of a model")
        var status = stat()
        try check(unsafe stat(path, &status))
        return try stamp(status)
    }

    /// Reads a regular file; nil when it is larger than `limit`.
    static func read(_ path: String, limit: Int) throws(SystemError) -> [UInt8]? {
        unsafe csystem_thread_may_block("read of a model")
        // Not to wait for a writer, should the name be a pipe's.
        let file = Descriptor(number: unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK))
        try check(file.number)
        var status = stat()
        try check(unsafe fstat(file.number, &status))
        let size = try stamp(status).size
        guard size <= limit else { return nil }
        var bytes = [UInt8](repeating: 0, count: size)
        var filled = 0
        while filled < size {
            let got = unsafe bytes.withUnsafeMutableBytes {
                unsafe pread(
                    file.number, $0.baseAddress.map { unsafe $0 + filled }, size - filled,
                    off_t(filled))
            }
            if got < 0, errno == EINTR { continue }
            try check(got)
            if got == 0 { break }
            filled += got
        }
        return filled == size ? bytes : Array(bytes.prefix(filled))
    }

    /// Puts a file in place, whole or not at all; on return it is on the disk under its name.
    static func replace(_ path: String, with bytes: [UInt8]) throws(SystemError) {
        do {
            try DurableFile.replace(path, with: bytes)
        } catch {
            throw SystemError(errno: error.errno)
        }
    }

    static func remove(_ path: String) throws(SystemError) {
        try check(unsafe unlink(path))
    }

    private static func stamp(_ status: stat) throws(SystemError) -> Stamp {
        guard status.st_mode & S_IFMT == S_IFREG else { throw SystemError(errno: EINVAL) }
        #if canImport(Glibc)
            let time = status.st_mtim
        #else
            let time = status.st_mtimespec
        #endif
        return Stamp(
            size: Int(status.st_size), seconds: time.tv_sec, nanoseconds: time.tv_nsec,
            node: UInt64(status.st_ino))
    }

    private static func check(_ result: some BinaryInteger) throws(SystemError) {
        let code = errno
        guard result >= 0 else { throw SystemError(errno: code) }
    }
}
