/// The order in which people number things: `machine 2` before `machine 10`.
public enum NaturalOrder {
    /// Whether one text comes before another.
    ///
    /// Runs of ASCII digits are compared as numbers of any length, everything else by Unicode
    /// scalars without regard to ASCII case. Texts that differ only in case or in leading zeros
    /// are ordered by their scalars, so that the order is total and the same everywhere.
    /// - Complexity: O(length).
    public static func precedes(_ left: String, _ right: String) -> Bool {
        switch compare(Array(left.utf8), Array(right.utf8)) {
        case ..<0: true
        case 1...: false
        default: left.utf8.lexicographicallyPrecedes(right.utf8)
        }
    }

    /// Indices of the texts in natural order; equal texts keep theirs.
    /// - Complexity: O(n log n) comparisons.
    public static func order(_ texts: [String]) -> [Int] {
        let keys = texts.map { Array($0.utf8) }
        return texts.indices.sorted { left, right in
            let order = compare(keys[left], keys[right])
            if order != 0 { return order < 0 }
            if keys[left] != keys[right] {
                return keys[left].lexicographicallyPrecedes(keys[right])
            }
            return left < right
        }
    }

    /// −1, 0 or 1. Comparing UTF-8 bytes orders by scalars.
    private static func compare(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var (l, r) = (0, 0)
        while l < left.count, r < right.count {
            if isDigit(left[l]), isDigit(right[r]) {
                let (leftEnd, rightEnd) = (endOfNumber(left, l), endOfNumber(right, r))
                let order = compareNumbers(left[l..<leftEnd], right[r..<rightEnd])
                if order != 0 { return order }
                (l, r) = (leftEnd, rightEnd)
            } else {
                let (a, b) = (lowercased(left[l]), lowercased(right[r]))
                if a != b { return a < b ? -1 : 1 }
                l += 1
                r += 1
            }
        }
        return (left.count - l - (right.count - r)).signum()
    }

    private static func compareNumbers(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Int
    {
        let (l, r) = (left.drop { $0 == 0x30 }, right.drop { $0 == 0x30 })
        if l.count != r.count { return l.count < r.count ? -1 : 1 }
        if l.elementsEqual(r) { return 0 }
        return l.lexicographicallyPrecedes(r) ? -1 : 1
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func lowercased(_ byte: UInt8) -> UInt8 {
        (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    }

    private static func endOfNumber(_ text: [UInt8], _ start: Int) -> Int {
        text[start...].firstIndex { !isDigit($0) } ?? text.count
    }
}
