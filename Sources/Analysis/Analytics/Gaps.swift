/// Missing values of a series.
enum Gaps {
    /// The series with missing values filled by straight lines between their neighbours.
    ///
    /// Leading and trailing ones take the nearest value; all missing gives an empty result. O(n).
    static func filled(_ values: [Double]) -> [Double] {
        guard let first = values.firstIndex(where: \.isFinite) else { return [] }
        var result = values
        for index in 0..<first { result[index] = values[first] }
        var last = first
        for index in (first + 1)..<max(first + 1, values.count) where values[index].isFinite {
            let step = (values[index] - values[last]) / Double(index - last)
            for gap in (last + 1)..<max(last + 1, index) {
                result[gap] = values[last] + step * Double(gap - last)
            }
            last = index
        }
        for index in (last + 1)..<max(last + 1, values.count) { result[index] = values[last] }
        return result
    }
}
