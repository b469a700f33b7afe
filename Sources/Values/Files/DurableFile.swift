#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A failed step of writing a file.
package struct FileFault: Error, Sendable, Hashable {
    /// The file or folder that the step was about.
    package let path: String
    /// The system's error number.
    package let errno: Int32
}

/// A file that appears at its place as a whole or not at all: readers see the old one or the new
/// one, and neither a crash nor a loss of power leaves anything between (POSIX write, fsync,
/// rename, fsync).
///
/// It is written under a temporary name on the same disk, which is removed unless the file is
/// placed. Several may replace the same file at once: each has its own temporary name.
///
///     var file = try DurableFile(replacing: path)
///     try file.write(bytes)
///     try file.place()
package struct DurableFile: ~Copyable {
    private let path: String
    private let temporary: String
    private let descriptor: Int32
    private var isPlaced = false

    /// Creates the temporary file: `temporary`, by default a hidden one beside `path`.
    package init(replacing path: String, through temporary: String? = nil) throws(FileFault) {
        let temporary = temporary ?? Self.unfinishedPath(beside: path)
        descriptor = try Self.open(temporary, O_WRONLY | O_CREAT | O_TRUNC)
        self.path = path
        self.temporary = temporary
    }

    deinit {
        _ = close(descriptor)
        if !isPlaced { _ = unsafe unlink(temporary) }
    }

    package mutating func write(_ bytes: [UInt8]) throws(FileFault) {
        var done = 0
        while done < bytes.count {
            let written = unsafe bytes.withUnsafeBytes { memory in
                unsafe Self.write(memory[done...], to: descriptor)
            }
            if written < 0, errno == EINTR { continue }
            try Self.check(written, temporary)
            done += written
        }
    }

    /// Moves the file to its place; on return it is on the disk under its name.
    package consuming func place() throws(FileFault) {
        try Self.check(fsync(descriptor), temporary)
        try Self.check(unsafe rename(temporary, path), path)
        isPlaced = true
        try Self.flush(folder: Self.split(path).folder)
    }

    package static func replace(
        _ path: String, through temporary: String? = nil, with bytes: [UInt8]
    ) throws(FileFault) {
        var file = try DurableFile(replacing: path, through: temporary)
        try file.write(bytes)
        try file.place()
    }

    /// Whether a name is that of a temporary file, left behind by a program that was killed.
    package static func isUnfinished(_ name: String) -> Bool {
        name.hasPrefix(".") && name.hasSuffix(unfinishedMark)
    }

    private static let unfinishedMark = ".new"

    private static func unfinishedPath(beside path: String) -> String {
        let (folder, name) = split(path)
        let mark = String(UInt64.random(in: .min ... .max), radix: 16)
        return "\(folder).\(name).\(mark)\(unfinishedMark)"
    }

    private static func split(_ path: String) -> (folder: String, name: Substring) {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else {
            return ("./", path[...])
        }
        return (String(path[...slash]), path[path.index(after: slash)...])
    }
}

// MARK: - Calls of the system

extension DurableFile {
    /// A name survives a loss of power only once the folder that holds it has been flushed too.
    private static func flush(folder: String) throws(FileFault) {
        let handle = try open(folder, O_RDONLY)
        defer { _ = close(handle) }
        // Some file systems cannot flush a folder, and report EINVAL.
        guard fsync(handle) != 0, errno != EINVAL else { return }
        throw FileFault(path: folder, errno: errno)
    }

    private static func open(_ path: String, _ flags: Int32) throws(FileFault) -> Int32 {
        #if canImport(Glibc)
            let handle = unsafe Glibc.open(path, flags | O_CLOEXEC, 0o666)
        #else
            let handle = unsafe Darwin.open(path, flags | O_CLOEXEC, 0o666)
        #endif
        try check(handle, path)
        return handle
    }

    private static func write(_ bytes: Slice<UnsafeRawBufferPointer>, to descriptor: Int32) -> Int {
        let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes)
        #if canImport(Glibc)
            return unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
        #else
            return unsafe Darwin.write(descriptor, rest.baseAddress, rest.count)
        #endif
    }

    private static func check(_ result: some BinaryInteger, _ path: String) throws(FileFault) {
        let code = errno
        guard result >= 0 else { throw FileFault(path: path, errno: code) }
    }
}
