import Foundation
import Values

/// Counts unpacked bytes against the limits of the whole container.
final class OutputMeter {
    private let limits: UnpackLimits
    private let packed: Int
    private(set) var written = 0

    /// - Parameter packed: bytes of the whole container.
    init(_ limits: UnpackLimits, packed: Int) {
        self.limits = limits
        self.packed = packed
    }

    /// Counts bytes of an entry; throws `.tooLarge` or `.tooDense` beyond a limit.
    ///
    /// - Parameters:
    ///   - total: unpacked bytes of the entry so far.
    ///   - packed: the packed bytes that they came from.
    func count(_ bytes: Int, total: Int, packed: Int) throws(ContainerFault) {
        written += bytes
        if written > limits.bytes { throw .tooLarge(limit: limits.bytes) }
        // Entries that share their packed bytes show only in the sum over all of them.
        let isDense = { [limits] (bytes: Int, packed: Int) in
            bytes > limits.ratioFrom && bytes / limits.ratio > packed
        }
        if isDense(total, packed) || isDense(written, self.packed) {
            throw .tooDense(limit: limits.ratio)
        }
    }
}

/// A file that is written piece by piece.
struct OutputFile {
    private let handle: FileHandle

    /// Creates an empty file; one of that name is emptied.
    init(_ url: URL) throws(ContainerFault) {
        do {
            try Data().write(to: url)
            handle = try FileHandle(forWritingTo: url)
        } catch {
            throw .system(errno: error.systemErrno)
        }
    }

    func write(_ bytes: ArraySlice<UInt8>) throws(ContainerFault) {
        do { try handle.write(contentsOf: bytes) } catch {
            throw .system(errno: error.systemErrno)
        }
    }

    func close() throws(ContainerFault) {
        do { try handle.close() } catch { throw .system(errno: error.systemErrno) }
    }
}
