/// The order of whole numbers, by counting their digits.
enum RadixOrder {
    private static let bits = 11

    /// The indices of keys in ascending order of the keys, those of equal keys ascending; keys must
    /// not be negative.
    ///
    /// - Complexity: O(n) for each eleven bits in which keys differ.
    static func indices(of keys: [Int]) -> [Int] {
        var order = Array(keys.indices)
        guard let first = keys.first else { return order }
        let differing = keys.reduce(0) { $0 | ($1 ^ first) }
        var other = order
        for shift in stride(from: 0, to: Int.bitWidth, by: bits) {
            let mask = (1 << bits - 1) << shift
            guard differing & mask != 0 else { continue }
            var starts = [Int](repeating: 0, count: 1 << bits + 1)
            for key in keys { starts[(key & mask) >> shift + 1] += 1 }
            for digit in 1..<starts.count { starts[digit] += starts[digit - 1] }
            for index in order {
                let digit = (keys[index] & mask) >> shift
                other[starts[digit]] = index
                starts[digit] += 1
            }
            swap(&order, &other)
        }
        return order
    }
}
