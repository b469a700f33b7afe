import Values

/// The buckets of a rollup, all equally wide: bucket `b` begins at `anchor + b · width`.
struct BucketGrid: Sendable, Hashable {
    /// The left edge of bucket 0; local midnight on a calendar axis.
    var anchor: Double
    /// In seconds, cycles or rows, and positive.
    var width: Double

    /// Times may be rounded: 0.3 / 0.1 has to be 3.
    static let slack = 1e-6

    /// The bucket of a time; `nil` for NaN and beyond ±2³⁰ buckets.
    func bucket(of time: Double) -> Int32? {
        let place = ((time - anchor) / width + Self.slack).rounded(.down)
        return abs(place) < 0x1p30 ? Int32(exactly: place) : nil
    }

    /// Whether a bucket begins at a time.
    func isEdge(_ time: Double) -> Bool {
        let place = (time - anchor) / width
        return abs(place - place.rounded()) < Self.slack
    }

    /// Where a bucket begins.
    func edge(_ bucket: Int32) -> Double { anchor + Double(bucket) * width }

    /// The first bucket that begins at or after a time, clamped to ±2³⁰.
    func firstBucket(from time: Double) -> Int32 {
        clamped(((time - anchor) / width - Self.slack).rounded(.up))
    }

    /// The bucket that holds a time, clamped to ±2³⁰.
    func clampedBucket(of time: Double) -> Int32 {
        clamped(((time - anchor) / width + Self.slack).rounded(.down))
    }

    private func clamped(_ place: Double) -> Int32 {
        Int32(clamping: min(max(place, -0x1p30), 0x1p30))
    }
}
