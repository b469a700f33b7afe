/// Finds a short byte string in a long one (Horspool 1980); most bytes are never looked at.
struct DelimiterSearch: Sendable {
    let delimiter: [UInt8]
    private let shifts: [Int]

    init(_ delimiter: [UInt8]) {
        precondition(!delimiter.isEmpty, "a delimiter has at least one byte")
        self.delimiter = delimiter
        var shifts = [Int](repeating: delimiter.count, count: 256)
        for (index, byte) in delimiter.dropLast().enumerated() {
            shifts[Int(byte)] = delimiter.count - 1 - index
        }
        self.shifts = shifts
    }

    /// Where the delimiter first begins at or after `start`; nil where it does not.
    ///
    /// - Complexity: about `bytes.count / delimiter.count` steps for ordinary bytes; at worst the
    ///   product of both.
    func firstIndex(in bytes: [UInt8], from start: Int) -> Int? {
        let last = delimiter.count - 1
        var index = start
        while index + last < bytes.count {
            let byte = bytes[index + last]
            if byte == delimiter[last], isMatch(bytes, at: index) { return index }
            index += shifts[Int(byte)]
        }
        return nil
    }

    /// How many bytes at the end may be the beginning of a delimiter that is cut off there.
    func heldBack(in bytes: [UInt8], from start: Int) -> Int {
        var count = min(delimiter.count - 1, bytes.count - start)
        while count > 0, !bytes.suffix(count).elementsEqual(delimiter.prefix(count)) { count -= 1 }
        return count
    }

    private func isMatch(_ bytes: [UInt8], at index: Int) -> Bool {
        for offset in delimiter.indices where bytes[index + offset] != delimiter[offset] {
            return false
        }
        return true
    }
}
