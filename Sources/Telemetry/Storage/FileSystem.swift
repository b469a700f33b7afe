import CSystem
import Foundation
import Values

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The system calls that durable storage needs.
///
/// A file is safe only once both its bytes and the folder that names it are flushed, so
/// `flush(folder)` follows every change of a folder (POSIX fsync, rename).
enum FileSystem {
    /// What is known of a path without reading the file.
    struct Status: Sendable, Hashable {
        var isFolder: Bool
        var isLink: Bool
        var signature: FileSignature
    }

    /// The state of a path, links followed; `nil` where nothing is there.
    static func status(_ path: String) -> Status? {
        mayBlock("status")
        var entry = stat()
        guard unsafe lstat(path, &entry) == 0 else { return nil }
        let isLink = entry.st_mode & S_IFMT == S_IFLNK
        if isLink, unsafe stat(path, &entry) != 0 { return nil }
        #if canImport(Glibc)
            let changed = entry.st_mtim
        #else
            let changed = entry.st_mtimespec
        #endif
        return Status(
            isFolder: entry.st_mode & S_IFMT == S_IFDIR, isLink: isLink,
            signature: FileSignature(
                size: Int(entry.st_size),
                modified: Int(changed.tv_sec) &* 1_000_000_000 &+ Int(changed.tv_nsec),
                inode: UInt64(entry.st_ino)))
    }

    /// The names in a folder, unordered.
    static func names(in folder: String) throws(StorageError) -> [String] {
        mayBlock("names")
        do { return try FileManager.default.contentsOfDirectory(atPath: folder) } catch {
            throw .cannotRead(path: folder, errno: error.systemErrno)
        }
    }

    /// Makes a folder and its missing parents; does nothing where it exists.
    static func makeFolder(_ path: String) throws(StorageError) {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true)
        } catch {
            throw .cannotWrite(path: path, errno: error.systemErrno)
        }
    }

    /// Makes a folder; false where the path exists already.
    static func claimFolder(_ path: String) throws(StorageError) -> Bool {
        if unsafe mkdir(path, 0o777) == 0 { return true }
        let code = errno
        guard code == EEXIST else { throw .cannotWrite(path: path, errno: code) }
        return false
    }

    /// Waits until a file's bytes, or the names in a folder, are on disk.
    static func flush(_ path: String) throws(StorageError) {
        mayBlock("flush")
        let handle = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard handle >= 0 else { throw .cannotWrite(path: path, errno: errno) }
        defer { _ = close(handle) }
        guard fsync(handle) == 0 else { throw .cannotWrite(path: path, errno: errno) }
    }

    /// Renames a file or folder in one step, replacing a file of that name.
    static func move(_ from: String, to: String) throws(StorageError) {
        guard unsafe rename(from, to) == 0 else {
            throw .cannotWrite(path: to, errno: errno)
        }
    }

    /// Moves a file, also between disks, and flushes its bytes.
    static func take(_ from: String, to: String) throws(StorageError) {
        if unsafe rename(from, to) != 0 {
            let code = errno
            guard code == EXDEV else { throw .cannotWrite(path: to, errno: code) }
            try copy(from, to: to)
            try remove(from)
        }
        try flush(to)
    }

    /// Gives a file a second name, or copies it where the system cannot; flushes its bytes.
    static func link(_ from: String, to: String) throws(StorageError) {
        #if canImport(Glibc)
            let isLinked = unsafe Glibc.link(from, to) == 0
        #else
            let isLinked = unsafe Darwin.link(from, to) == 0
        #endif
        if !isLinked { try copy(from, to: to) }
        try flush(to)
    }

    static func copy(_ from: String, to: String) throws(StorageError) {
        do { try FileManager.default.copyItem(atPath: from, toPath: to) } catch {
            throw .cannotWrite(path: to, errno: error.systemErrno)
        }
    }

    /// Removes a file, or a folder with everything in it; does nothing where there is neither.
    static func remove(_ path: String) throws(StorageError) {
        guard status(path) != nil else { return }
        do { try FileManager.default.removeItem(atPath: path) } catch {
            throw .cannotWrite(path: path, errno: error.systemErrno)
        }
    }

    /// Replaces a file in one step and durably, by way of `temporary` on the same disk.
    static func replace(
        _ path: String, through temporary: String, with bytes: Data
    ) throws(StorageError) {
        mayBlock("replace")
        do {
            try DurableFile.replace(path, through: temporary, with: Array(bytes))
        } catch {
            throw .cannotWrite(path: error.path, errno: error.errno)
        }
    }

    /// Appends bytes to a file and flushes it.
    static func append(_ bytes: Data, to path: String) throws(StorageError) {
        do {
            let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
            try handle.seekToEnd()
            try handle.write(contentsOf: bytes)
            try handle.close()
        } catch {
            throw .cannotWrite(path: path, errno: error.systemErrno)
        }
        try flush(path)
    }

    /// The bytes of a file, mapped where possible. Throws for a named pipe, on which reading could
    /// wait without end.
    static func bytes(_ path: String) throws(StorageError) -> Data {
        var entry = stat()
        guard unsafe stat(path, &entry) == 0 else { throw .cannotRead(path: path, errno: errno) }
        guard entry.st_mode & S_IFMT == S_IFREG else {
            throw .cannotRead(path: path, errno: EINVAL)
        }
        mayBlock("bytes")
        do {
            return try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
        } catch {
            throw .cannotRead(path: path, errno: error.systemErrno)
        }
    }

    /// Whether two files hold the same bytes; false where one cannot be read.
    static func areEqual(_ left: String, _ right: String) -> Bool {
        FileManager.default.contentsEqual(atPath: left, andPath: right)
    }

    /// Does some work under an exclusive lock on a file, across threads and processes.
    static func locked<Result>(
        _ path: String, _ work: () throws(StorageError) -> Result
    ) throws(StorageError) -> Result {
        let handle = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
        guard handle >= 0 else { throw .cannotWrite(path: path, errno: errno) }
        defer { _ = close(handle) }
        while flock(handle, LOCK_EX) != 0 {
            guard errno == EINTR else { throw .cannotWrite(path: path, errno: errno) }
        }
        return try work()
    }

    /// Ends the program where a test makes a call on the thread that owns the sockets.
    static func mayBlock(_ call: String) {
        unsafe csystem_thread_may_block(call)
    }
}
