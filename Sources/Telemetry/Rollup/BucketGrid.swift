import Values

/// The even buckets of a rollup: bucket `b` is the stretch from `anchor + b · width` on.
struct BucketGrid: Sendable, Hashable {
    /// The left edge of bucket 0; local midnight on a calendar axis.
    var anchor: Double
    /// Above 0.
    var width: Double

    /// Times are noted with fewer digits than a `Double` has: 0.3 / 0.1 is meant to be 3.
    private static let slack = 1e-6

    /// The bucket of a time; `nil` for NaN and beyond ±2³⁰ buckets.
    func bucket(of time: Double) -> Int32? {
        let place = ((time - anchor) / width + Self.slack).rounded(.down)
        return abs(place) < 0x1p30 ? Int32(exactly: place) : nil
    }

    /// The left edge of a bucket.
    func edge(_ bucket: Int32) -> Double { anchor + Double(bucket) * width }

    /// The first bucket whose left edge is at or after a time, within ±2³⁰.
    func firstBucket(from time: Double) -> Int32 {
        clamped(((time - anchor) / width - Self.slack).rounded(.up))
    }

    /// The bucket that holds a time, within ±2³⁰.
    func clampedBucket(of time: Double) -> Int32 {
        clamped(((time - anchor) / width + Self.slack).rounded(.down))
    }

    private func clamped(_ place: Double) -> Int32 {
        Int32(clamping: min(max(place, -0x1p30), 0x1p30))
    }
}
