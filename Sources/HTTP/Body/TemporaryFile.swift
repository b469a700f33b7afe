#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif
internal import CSystem
internal import Synchronization

/// A file that is removed with the last reference to it unless somebody takes it.
package final class TemporaryFile: Sendable {
    package let path: String
    package let byteCount: Int
    private let isTaken = Mutex(false)

    /// Takes ownership of the existing file at `path`.
    package init(path: String, byteCount: Int) {
        self.path = path
        self.byteCount = byteCount
    }

    deinit { remove() }

    /// Removes the file now unless somebody took it.
    ///
    /// An answer may reach the client before the last reference to its request is gone, so `deinit`
    /// can be too late.
    package func remove() {
        let isOurs = isTaken.withLock { isTaken in
            defer { isTaken = true }
            return !isTaken
        }
        if isOurs { _ = unsafe unlink(path) }
    }

    /// Hands the file to the caller, who has to move or remove it from now on.
    package func take() -> String {
        isTaken.withLock { $0 = true }
        return path
    }
}

/// Names of temporary files: `.incoming-PROCESS-NUMBER`.
enum TemporaryName {
    private static let counter = Atomic<Int>(0)
    private static let prefix = ".incoming-"

    static func next(in directory: String) -> String {
        let number = counter.add(1, ordering: .relaxed).newValue
        return "\(directory)/\(prefix)\(getpid())-\(number)"
    }

    /// Throws where no files can be made in the folder.
    static func checkAccess(to directory: String) throws(SocketError) {
        guard unsafe access(directory, W_OK | X_OK) == 0 else {
            throw .badUploadDirectory(directory, errno: errno)
        }
    }

    /// Removes what processes that no longer run have left in `directory`. Call it only before this
    /// process has made files of its own there: those would go too.
    static func removeStale(in directory: String) {
        guard let listing = unsafe opendir(directory) else { return }
        defer { unsafe _ = closedir(listing) }
        while let entry = unsafe readdir(listing) {
            let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) {
                unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if isStale(name) { _ = unsafe unlink("\(directory)/\(name)") }
        }
    }

    private static func isStale(_ name: String) -> Bool {
        guard name.hasPrefix(prefix),
            let process = name.dropFirst(prefix.count).split(separator: "-").first,
            let id = pid_t(process), id > 0
        else { return false }
        // In containers the process often has the same number in every run.
        return id == getpid() || csystem_process_is_running(id) == 0
    }
}

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

/// The system's `write`, which a method of that name hides.
private func posixWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    unsafe write(descriptor, bytes, count)
}
