import Values

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Turns sizes of any distribution into surprise: -ln of the share of sizes at least as large.
///
/// Below the largest 5 % that is the conformal rank (Vovk, Gammerman and Shafer 2005); above, the
/// ranks go on as a generalised Pareto tail, as peaks over a threshold do (Siffer et al., "Anomaly
/// detection in streams with extreme value theory", KDD 2017), so that new records differ in
/// surprise, and by less where extremes are common. The tail's shape and scale come from the
/// moments of the excesses (Hosking and Wallis, Technometrics 29, 1987), the shape kept within
/// 0...0.49, where they exist. At most 60 nats; 0 while fewer than 20 sizes are known.
struct ConformalTail: Sendable {
    private static let tailShare = 0.05
    private static let largest = 60.0
    /// How many of the newest sizes are remembered.
    private static let memory = 6000

    private var sorted: [Double] = []
    private var inOrder: [Double] = []
    private var oldest = 0

    /// The surprise of `size`, in nats, among the sizes known so far; 0 for NaN. O(memory · 5 %).
    func surprise(_ size: Double) -> Double {
        let n = sorted.count
        guard n >= 20, !size.isNaN else { return 0 }
        let atLeast = n - sorted.firstIndex(notBelow: size)
        let rank = -log(Double(atLeast + 1) / Double(n + 1))
        let count = max(4, Int(clamping: Double(n) * Self.tailShare))
        let start = sorted[n - count]
        guard size > start, sorted[n - 1] > start else { return rank }
        let tail = -log(Double(count + 1) / Double(n + 1)) + beyond(start, size, count: count)
        return max(rank, min(tail, Self.largest))
    }

    /// -ln of the share of the `count` largest sizes, all from `start` on, that reach `size`.
    private func beyond(_ start: Double, _ size: Double, count: Int) -> Double {
        var sum = 0.0
        var squares = 0.0
        for known in sorted[(sorted.count - count)...] {
            let excess = known - start
            sum += excess
            squares += excess * excess
        }
        let mean = sum / Double(count)
        let variance = squares / Double(count) - mean * mean
        let shape = variance > 0 ? min(0.49, max(0, (1 - mean * mean / variance) / 2)) : 0
        let scaled = (size - start) / max(mean * (1 - shape), 1e-300)
        return shape > 1e-6 ? log(1 + shape * scaled) / shape : scaled
    }

    /// Remembers a size, in place of the oldest once `memory` of them are known. O(memory).
    mutating func insert(_ size: Double) {
        guard !size.isNaN else { return }
        sorted.insert(size, at: sorted.firstIndex(notBelow: size))
        guard inOrder.count >= Self.memory else {
            inOrder.append(size)
            return
        }
        sorted.remove(at: sorted.firstIndex(notBelow: inOrder[oldest]))
        inOrder[oldest] = size
        oldest = (oldest + 1) % Self.memory
    }

}
