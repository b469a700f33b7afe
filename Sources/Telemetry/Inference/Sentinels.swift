/// Numbers that stand for a missing value, such as -9999 and -200: they recur and lie far from all
/// others.
enum Sentinels {
    /// Up to four sentinels among the values, with how often each occurs.
    static func findAll(_ values: [Double]) -> [(value: Double, count: Int)] {
        var rest = values
        var found: [(value: Double, count: Int)] = []
        while found.count < 4, let next = find(rest) {
            found.append(next)
            rest.removeAll { $0 == next.value }
        }
        return found
    }

    /// The sentinel among the values, with how often it occurs; NaN is skipped.
    ///
    /// It is one of the usual ones (all nines, -200, ends of 16-bit integers, ±1e20, ±1e30), is the
    /// least or greatest value, occurs at least twice, and is at least half its size away from the
    /// next one.
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
