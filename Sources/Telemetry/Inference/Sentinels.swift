/// Numbers that stand for "missing", such as -9999 and -200: they come again and lie far from all
/// others.
enum Sentinels {
    /// All sentinels among the values, with their counts, at most four; found one after the other.
    static func findAll(_ values: [Double]) -> [(value: Double, count: Int)] {
        var rest = values
        var found: [(value: Double, count: Int)] = []
        while found.count < 4, let next = find(rest) {
            found.append(next)
            rest.removeAll { $0 == next.value }
        }
        return found
    }

    /// The sentinel among the values, with its count; NaN values are left out.
    ///
    /// A sentinel is one of the usual ones (all nines, -200, the ends of 16-bit integers), occurs at
    /// least twice, and the nearest other value is at least half its size away.
    static func find(_ values: [Double]) -> (value: Double, count: Int)? {
        let present = values.filter { !$0.isNaN }
        guard let least = present.min(), let greatest = present.max(), least < greatest else {
            return nil
        }
        for candidate in [least, greatest] where looksLikeOne(candidate) {
            let others = present.filter { $0 != candidate }
            let count = present.count - others.count
            guard count >= 2, others.count > count / 20 else { continue }
            let nearest = candidate == least ? others.min() : others.max()
            if let nearest, abs(nearest - candidate) >= abs(candidate) / 2,
                abs(nearest) < abs(candidate) || candidate < 0 && nearest >= 0
            {
                return (candidate, count)
            }
        }
        return nil
    }

    private static let usual: Set<Double> = [
        -200, 65_535, 32_767, -32_768, 1e30, -1e30, 1e20, -1e20,
    ]

    private static func looksLikeOne(_ value: Double) -> Bool {
        if usual.contains(value) { return true }
        let digits = "\(abs(value))".filter { $0 != "." }
        let nines = digits.hasSuffix("90") ? String(digits.dropLast()) : digits
        return abs(value) >= 99 && abs(value) < 1e15 && nines.allSatisfy { $0 == "9" }
    }
}
