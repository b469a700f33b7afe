#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What the system said to a step of writing a file.
package struct FileFault: Error, Sendable, Hashable {
    /// The file or folder of the step.
    package let path: String
    /// The system's number of the error.
    package let errno: Int32
}

/// A file that takes its place whole or not at all: who reads meanwhile sees the old one or the new
/// one, and no crash or loss of power leaves anything between (POSIX write, fsync, rename, fsync).
///
/// It is written under a temporary name on the same disk, which goes again unless it was placed.
/// Several may replace the same file at a time: each has a name of its own until it is done.
///
///     var file = try DurableFile(replacing: path)
///     try file.write(bytes)
///     try file.place()
package struct DurableFile: ~Copyable {
    private let path: String
    private let temporary: String
    private let descriptor: Int32
    private var isPlaced = false

    /// Opens the temporary file: `temporary`, by default a hidden one beside its place.
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

    /// Appends bytes.
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

    /// Puts the file in its place; on return it is on the disk under its name.
    package consuming func place() throws(FileFault) {
        try Self.check(fsync(descriptor), temporary)
        try Self.check(unsafe rename(temporary, path), path)
        isPlaced = true
        try Self.flush(folder: Self.split(path).folder)
    }

    /// Replaces a file by bytes that are all there.
    package static func replace(
        _ path: String, through temporary: String? = nil, with bytes: [UInt8]
    ) throws(FileFault) {
        var file = try DurableFile(replacing: path, through: temporary)
        try file.write(bytes)
        try file.place()
    }

    /// Whether a name is that of a file which a killed program was writing beside its place.
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
    /// Names that were given in a folder last over a loss of power only when it is on the disk too.
    private static func flush(folder: String) throws(FileFault) {
        let handle = try open(folder, O_RDONLY)
        defer { _ = close(handle) }
        // Some file systems have nothing of a folder to flush, and say so.
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
