import Values

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A file open for writing at any place.
struct AppendFile: ~Copyable {
    private let path: String
    private let descriptor: Int32

    /// Opens an existing regular file.
    init(_ path: String) throws(StorageError) {
        FileSystem.mayBlock("append")
        descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { throw .cannotWrite(path: path, errno: errno) }
        self.path = path
    }

    /// Opens a file, made where it is missing, and keeps every other process from doing so;
    /// `nil` where one has done so already.
    init?(locking path: String) throws(StorageError) {
        descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw .cannotWrite(path: path, errno: errno) }
        self.path = path
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { return nil }
    }

    deinit { _ = close(descriptor) }

    /// Size and inode number now; `nil` where that cannot be told.
    var status: (size: Int, inode: UInt64)? {
        var entry = stat()
        guard unsafe fstat(descriptor, &entry) == 0, entry.st_mode & S_IFMT == S_IFREG else {
            return nil
        }
        return (Int(entry.st_size), UInt64(entry.st_ino))
    }

    borrowing func write(_ bytes: [UInt8], at offset: Int) throws(StorageError) {
        var done = 0
        while done < bytes.count {
            let written = unsafe bytes.withUnsafeBytes { memory in
                unsafe pwrite(
                    descriptor, memory.baseAddress.map { unsafe $0 + done }, bytes.count - done,
                    off_t(offset + done))
            }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else {
                throw .cannotWrite(path: path, errno: written == 0 ? EIO : errno)
            }
            done += written
        }
    }

    borrowing func cut(to size: Int) throws(StorageError) {
        guard ftruncate(descriptor, off_t(size)) == 0 else {
            throw .cannotWrite(path: path, errno: errno)
        }
    }

    /// Waits until all that was written is on disk.
    borrowing func flush() throws(StorageError) {
        #if canImport(Glibc)
            let result = fdatasync(descriptor)
        #else
            let result = fsync(descriptor)
        #endif
        guard result == 0 else { throw .cannotWrite(path: path, errno: errno) }
    }
}
