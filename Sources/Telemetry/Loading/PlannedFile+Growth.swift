import Foundation
import Values

extension PlannedFile {
    /// Whether what was guessed about the file still stands when it has grown to so many bytes. A
    /// file that programs append to may have begun with a single row: until it has filled the
    /// sample, it is looked at again whenever it has doubled.
    func isSettled(at size: Int) -> Bool {
        guard RowFileName.stream(ofFile: file.name) != nil, !sample.isFull else { return true }
        return size < 2 * file.signature.size
    }

    /// Whether its rows can be read on their own, without those of an earlier file.
    var hasFixedColumns: Bool { CounterRates(schema) == nil && !schema.needsOrder }

    /// The bytes of the header line; `nil` where there is none.
    var firstLine: [UInt8]? { Self.firstLine(of: file) }

    static func firstLine(of file: DatasetFile) -> [UInt8]? {
        guard let open = try? InputFile(path: file.url.path),
            let head = try? open.bytes(at: 0, count: 1 << 18),
            let end = head.firstIndex(of: 0x0A)
        else { return nil }
        return Array(head[...end])
    }
}
