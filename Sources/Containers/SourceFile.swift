import Foundation
import Values

/// A file open for reading at any offset.
struct SourceFile {
    let size: Int
    private let handle: FileHandle

    init(path: String) throws(ContainerFault) {
        do {
            handle = try FileHandle(forReadingFrom: URL(filePath: path))
            size = Int(clamping: try handle.seekToEnd())
        } catch {
            throw .system(errno: error.systemErrno)
        }
    }

    /// The bytes from `place` on; fewer at the end of the file, none outside it.
    func bytes(at place: Int, count: Int) throws(ContainerFault) -> [UInt8] {
        guard place >= 0, count > 0, place < size else { return [] }
        do {
            try handle.seek(toOffset: UInt64(place))
            return Array(try handle.read(upToCount: min(count, size - place)) ?? Data())
        } catch {
            throw .system(errno: error.systemErrno)
        }
    }

    /// The bytes from `place` on; throws `.damaged` where there are not so many.
    func exactly(_ count: Int, at place: Int) throws(ContainerFault) -> [UInt8] {
        let bytes = try bytes(at: place, count: count)
        guard bytes.count == count else { throw .damaged(entry: nil) }
        return bytes
    }
}

extension [UInt8] {
    /// The little-endian number of two, four or eight bytes at `place`; 0 beyond the end.
    func number(at place: Int, bytes: Int) -> UInt64 {
        guard place >= 0, place + bytes <= count else { return 0 }
        return (0..<bytes).reduce(0) { $0 | UInt64(self[place + $1]) << (8 * UInt64($1)) }
    }

    /// The same as an `Int`, clamped.
    func integer(at place: Int, bytes: Int) -> Int {
        Int(clamping: number(at: place, bytes: bytes))
    }
}
