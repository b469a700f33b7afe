import Values

#if canImport(Glibc)
    private import Glibc
#else
    private import Darwin
#endif

/// A file open for reading at any offset. Reads share no position, so threads may read at once.
final class InputFile: Sendable {
    /// The size when it was opened, without what follows the text: zero bytes of files that loggers
    /// preallocate, and the end mark of DOS.
    let size: Int
    /// Whether bytes that are no text follow the text.
    let isTrimmed: Bool
    private let descriptor: Int32
    private let path: String

    /// - Throws: `LoadError.cannotOpen`.
    init(path: String) throws(LoadError) {
        // Opening a named pipe would otherwise wait for someone to write into it.
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw .cannotOpen(path: path, errno: errno) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            let code = status.st_mode & S_IFMT == S_IFDIR ? EISDIR : EINVAL
            close(descriptor)
            throw .cannotOpen(path: path, errno: code)
        }
        self.descriptor = descriptor
        self.path = path
        let padded = Self.sizeOfText(descriptor, Int(status.st_size))
        size = padded - (Self.endsWithMark(descriptor, padded) ? 1 : 0)
        isTrimmed = size < Int(status.st_size)
    }

    /// The size without a run of at least `leastPadding` zero bytes at the end. Costs one read for
    /// files without such a run.
    private static func sizeOfText(_ descriptor: Int32, _ size: Int) -> Int {
        var end = size
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while end > 0 {
            let wanted = min(end == size ? leastPadding : block.count, end)
            let got = unsafe block.withUnsafeMutableBytes { memory in
                unsafe memory.baseAddress.map {
                    unsafe pread(descriptor, $0, wanted, off_t(end - wanted))
                } ?? 0
            }
            guard got == wanted else { return size }
            let text = block[..<wanted].lastIndex { $0 != 0 }
            end -= wanted - (text.map { $0 + 1 } ?? 0)
            if text != nil { break }
        }
        guard size - end >= leastPadding else { return size }
        return hasWideUnits(descriptor) ? min(size, (end + 3) & ~3) : end
    }

    /// Whether Ctrl-Z follows the last line end, as DOS ended texts.
    private static func endsWithMark(_ descriptor: Int32, _ size: Int) -> Bool {
        var end: [UInt8] = [0, 0]
        guard size > 2 else { return false }
        let got = unsafe end.withUnsafeMutableBytes { memory in
            unsafe memory.baseAddress.map { unsafe pread(descriptor, $0, 2, off_t(size - 2)) } ?? 0
        }
        return got == 2 && end == [0x0A, 0x1A]
    }

    /// UTF-16 or UTF-32, whose code units must stay whole.
    private static func hasWideUnits(_ descriptor: Int32) -> Bool {
        var head: [UInt8] = [0, 0, 0, 0]
        let got = unsafe head.withUnsafeMutableBytes { memory in
            unsafe memory.baseAddress.map { unsafe pread(descriptor, $0, 4, 0) } ?? 0
        }
        return got < 4 || head.contains(0) || head[..<2] == [0xFF, 0xFE]
            || head[..<2] == [0xFE, 0xFF]
    }

    /// More zero bytes than a text in UTF-32 ends with.
    private static let leastPadding = 64

    deinit {
        close(descriptor)
    }

    /// Reads up to `count` bytes from `offset` of the file on into `buffer` from `start` on, where
    /// there must be room for them. Gives fewer only at the end of the file.
    /// - Throws: `LoadError.cannotRead`.
    func read(
        into buffer: inout [UInt8], from start: Int, count: Int, offset: Int
    ) throws(LoadError) -> Int {
        precondition(start >= 0 && count >= 0 && start + count <= buffer.count, "no room to read")
        var done = 0
        var failure: Int32 = 0
        unsafe buffer.withUnsafeMutableBytes { memory in
            while done < count {
                guard let base = memory.baseAddress else { return }
                let got = unsafe pread(
                    descriptor, base + start + done, count - done, off_t(offset + done))
                if got > 0 {
                    done += got
                } else if got == 0 {
                    return
                } else if errno != EINTR {
                    failure = errno
                    return
                }
            }
        }
        guard failure == 0 else { throw .cannotRead(path: path, errno: failure) }
        return done
    }

    /// The bytes from `offset` on; fewer at the end of the text.
    func bytes(at offset: Int, count: Int) throws(LoadError) -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: max(0, min(count, size - offset)))
        let got = try read(into: &buffer, from: 0, count: buffer.count, offset: offset)
        buffer.removeLast(buffer.count - got)
        return buffer
    }
}

extension Span where Element == UInt8 {
    var copied: [UInt8] { unsafe withUnsafeBufferPointer { unsafe Array($0) } }
}
