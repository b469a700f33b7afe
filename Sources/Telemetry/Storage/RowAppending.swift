import Foundation
import Values

/// Decides which rows of a file that was sent are new to an existing file.
enum RowAppending {
    enum Decision {
        /// The bytes to append, with a line end first where the existing file lacks one.
        case rows(Data)
        /// All its rows are there already.
        case nothingNew
        case columnsDiffer(expected: [String], found: [String])
    }

    /// Compares the columns and finds rows in both files: of an export that grew, or that begins
    /// with the last rows of the existing file, only the new rows are taken.
    static func decide(
        existing: DatasetFile, sent path: String
    ) throws(StorageError) -> Decision {
        let correction = try existing.correction()
        let sentURL = URL(fileURLWithPath: path)
        guard
            let here = try? SchemaInference.infer(url: existing.url, correction: correction),
            let there = try? SchemaInference.infer(
                url: sentURL, fileName: existing.url.lastPathComponent, correction: correction)
        else { return .columnsDiffer(expected: [], found: []) }
        let sent = try FileSystem.bytes(path)
        let head = headLines(here)
        let rows = sent.dropFirst(end(ofLines: head, in: sent))
        let stored = try Ends(of: existing.url.path, tail: rows.count + 1)
        let hasSameHead =
            head > 0
            && text(stored.head.prefix(end(ofLines: head, in: stored.head)))
                == text(sent.prefix(end(ofLines: head, in: sent)))
        let isSameForm =
            here.dialect.encoding == there.dialect.encoding
            && here.dialect.delimiter == there.dialect.delimiter
        let isHeadless = head == 0 && headLines(there) == 0 && isSameForm
        guard hasSameHead || isHeadless && here.columns.count == there.columns.count else {
            return .columnsDiffer(
                expected: here.columns.map(\.name), found: there.columns.map(\.name))
        }
        let known = here.time == .rowNumber ? 0 : overlap(of: stored.tail, with: rows)
        let new = rows.dropFirst(known)
        guard new.contains(where: { $0 != 0x0A && $0 != 0x0D }) else { return .nothingNew }
        return .rows(lineEnd(missingIn: stored.tail, here.dialect) + new)
    }

    /// The beginning and the end of a file of any size.
    private struct Ends {
        var head: Data
        var tail: Data

        init(of path: String, tail count: Int) throws(StorageError) {
            do {
                let file = try InputFile(path: path)
                head = Data(try file.bytes(at: 0, count: min(file.size, 1 << 20)))
                let start = max(0, file.size - count)
                tail = Data(try file.bytes(at: start, count: file.size - start))
                // Zero bytes or an end mark follow the text: new rows need a line of their own.
                if file.isTrimmed { tail.append(0x1A) }
            } catch {
                throw .cannotRead(path: path, errno: 5)
            }
        }
    }

    private static func headLines(_ schema: FileSchema) -> Int {
        schema.dialect.head.firstRow
    }

    /// The offset behind that many lines; the end where there are fewer.
    private static func end(ofLines count: Int, in bytes: Data) -> Int {
        var place = bytes.startIndex
        for _ in 0..<count {
            guard let end = bytes[place...].firstIndex(of: 0x0A) else { return bytes.count }
            place = end + 1
        }
        return place - bytes.startIndex
    }

    /// A header without what may differ between exports: byte order mark and line ends.
    private static func text(_ head: Data) -> [UInt8] {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        return head.dropFirst(head.starts(with: mark) ? 3 : 0).filter { $0 != 0x0D && $0 != 0x0A }
    }

    /// How many bytes at the beginning of `rows` repeat the end of `stored`, in whole lines: the
    /// longest such overlap.
    static func overlap(of stored: Data, with rows: Data) -> Int {
        guard let lineEnd = rows.firstIndex(of: 0x0A) else { return 0 }
        let line = rows[rows.startIndex...lineEnd]
        // A last row without a line end is the same row.
        let stored = stored.last == 0x0A ? stored : stored + [0x0A]
        var search = max(stored.startIndex, stored.endIndex - rows.count)..<stored.endIndex
        while let found = stored.range(of: line, in: search) {
            let isLineStart =
                found.lowerBound == stored.startIndex || stored[found.lowerBound - 1] == 0x0A
            if isLineStart, rows.starts(with: stored[found.lowerBound...]) {
                return stored.endIndex - found.lowerBound
            }
            search = (found.lowerBound + 1)..<stored.endIndex
        }
        return 0
    }

    private static func lineEnd(missingIn stored: Data, _ dialect: CSVDialect) -> Data {
        guard let last = stored.last, last != 0x0A, last != 0x0D else { return Data() }
        return dialect.lineEnd == .crlf ? Data([0x0D, 0x0A]) : Data([0x0A])
    }
}
