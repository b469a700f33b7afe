/// Means over a moving window, and counts of flags, one result per value.
///
/// NaN and infinities are missing and left out; a window without values gives NaN. Windows are cut
/// at the ends of the series, so the first and last results stand on fewer values.
public enum Rolling {
    /// Means of `width` values around each value (made odd by adding one). O(n).
    public static func centredMean(_ values: [Double], width: Int) -> [Double] {
        let half = max(0, width / 2)
        return means(values, back: half, ahead: half)
    }

    /// Means of the last `width` values up to and including each value. O(n).
    public static func trailingMean(_ values: [Double], width: Int) -> [Double] {
        means(values, back: max(1, width) - 1, ahead: 0)
    }

    /// How many of the `width` values around each place are true, in the window cut at the ends,
    /// and how many values that window has. O(n).
    static func centredCounts(_ flags: [Bool], width: Int) -> [(hits: Int, size: Int)] {
        let half = max(0, width / 2)
        var sums = [0]
        sums.reserveCapacity(flags.count + 1)
        for flag in flags { sums.append(sums[sums.count - 1] + (flag ? 1 : 0)) }
        return flags.indices.map { index in
            let low = max(0, index - half)
            let high = min(flags.count, index + half + 1)
            return (sums[high] - sums[low], high - low)
        }
    }

    /// Means of the `back` values before each value, of itself and of the `ahead` values after it;
    /// the window is cut at the ends, and missing values are left out. O(n).
    static func means(_ values: [Double], back: Int, ahead: Int) -> [Double] {
        if back + ahead < narrow { return directMeans(values, back: back, ahead: ahead) }
        // Sums of deviations from a typical value lose fewer digits than sums of values.
        let base = values.first(where: \.isFinite) ?? 0
        var sums = [0.0]
        var counts = [0]
        sums.reserveCapacity(values.count + 1)
        counts.reserveCapacity(values.count + 1)
        for value in values {
            let isPresent = value.isFinite
            sums.append(sums[sums.count - 1] + (isPresent ? value - base : 0))
            counts.append(counts[counts.count - 1] + (isPresent ? 1 : 0))
        }
        return values.indices.map { index in
            let low = max(0, index - back)
            let high = min(values.count, index + ahead + 1)
            let count = counts[high] - counts[low]
            return count == 0 ? .nan : base + (sums[high] - sums[low]) / Double(count)
        }
    }

    /// Windows of at most so many values are summed one by one: zeros after a peak have a mean of
    /// exactly zero, where running sums leave what rounding lost.
    private static let narrow = 8

    private static func directMeans(_ values: [Double], back: Int, ahead: Int) -> [Double] {
        values.indices.map { index in
            let window = values[max(0, index - back)..<min(values.count, index + ahead + 1)]
            let present = window.filter(\.isFinite)
            return present.isEmpty ? .nan : present.reduce(0, +) / Double(present.count)
        }
    }
}
