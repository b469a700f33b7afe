#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Learns how far windows of healthy readings get from the usual, length by length.
///
/// Scatter of window means is measured, not computed from that of the rows: residuals wander, and
/// by how much differs from signal to signal. What most devices reach at most is measured too, in
/// those scales; extreme-value theory gives what none of them will reach by chance (Gumbel for many
/// windows, the normal law's tail for few).
struct WindowLimits {
    let sample: [RunningSums]
    /// Signals times devices that are searched.
    let tests: Double
    let slotCount: Int
    let hasPeers: Bool
    let settings: FleetSettings

    /// About how many devices' windows are pooled for a scale.
    private static let pooled = 40
    /// About how many parts records are cut into in all, where devices are few, to see what healthy
    /// parts reach.
    private static let cut = 12

    /// At least this share of the devices counts as healthy.
    private static let leastHealthy = 0.5
    /// Lengths on either side whose tails count as alike.
    private static let neighbours = 2

    /// - Complexity: O(values of the sample).
    func scan(_ view: ScanView) -> WindowScan {
        let lengths = WindowScan.lengths(upTo: slotCount)
        let scales = self.scales(lengths)
        let floor = view == .level ? settings.floor : settings.scatterFloor
        var ratio = 1.0
        let limits = zip(needed(lengths, scales, view), scales).map { needed, scale in
            ratio = needed ?? ratio
            return max(1e-12, scale * max(ratio, floor))
        }
        return WindowScan(lengths: lengths, limits: limits)
    }

    /// By length, the scale of window means; beyond what the record can show, by the square-root
    /// law.
    private func scales(_ lengths: [Int]) -> [Double] {
        var last: (length: Int, scale: Double)?
        return lengths.map { length in
            let law = last.map { $0.scale * (Double($0.length) / Double(length)).squareRoot() }
            var sizes: [Double] = []
            let apart = max(1, sample.count / Self.pooled)
            for device in stride(from: 0, to: sample.count, by: apart) {
                WindowScan.forEach(length, of: sample[device]) { sizes.append(abs($1)) }
            }
            let windows = sample.count * slotCount / length
            guard sizes.count >= 8 else { return law ?? 1 }
            if let law, windows < 40 { return 1.15 * law }
            var scale = OrderStatistics.quantile(&sizes, hasPeers ? 0.5 : 0.4)
            scale /= hasPeers ? 0.6745 : 0.524
            if !hasPeers, let law { scale = max(scale, 0.9 * law) }
            if hasPeers || windows >= 15 || last == nil { last = (length, scale) }
            return max(scale, 1e-12)
        }
    }

    /// By length, the scales by which a window must be off; `nil` where the record is too short to
    /// tell.
    ///
    /// Devices that stand out do not show what healthy ones reach: the limits are taken again
    /// without them until none does, or half of the devices would be left out.
    private func needed(
        _ lengths: [Int], _ scales: [Double], _ view: ScanView
    ) -> [Double?] {
        let all = zip(lengths, scales).map { maxima($0, scale: $1) }
        var healthy = all
        while true {
            let limits = needed(lengths, healthy.map { $0.map(Reach.init) }, view)
            let next = zip(zip(all, healthy), limits).map { maxima, limit -> [Double]? in
                guard let limit, let all = maxima.0, let before = maxima.1 else { return nil }
                let left = before.filter { $0 <= limit }
                let isEnough = Double(left.count) >= Self.leastHealthy * Double(all.count)
                return isEnough ? left : before
            }
            if next == healthy { return limits }
            healthy = next
        }
    }

    /// What healthy devices, or parts of few, reach at most: a Gumbel distribution, fitted to the
    /// lower half, where no trouble lies.
    private struct Reach {
        /// The median, in scales of window means.
        let usual: Double
        /// The scale of the distribution, in the same unit.
        let unit: Double
        /// Maxima that it was fitted to.
        let count: Int

        /// How far the mean of the lower half lies below the median, in scales.
        private static let lowerHalf = 0.757

        init(_ maxima: [Double]) {
            let sorted = maxima.sorted()
            let usual = OrderStatistics.median(of: sorted)
            let lower = sorted.prefix(max(1, sorted.count / 2))
            self.usual = usual
            count = sorted.count
            unit = (usual - lower.reduce(0, +) / Double(lower.count)) / Self.lowerHalf
        }
    }

    /// What none of the devices reaches by chance. A few dozen maxima do not show the scale of
    /// their distribution well, and neighbouring lengths have much the same: the mean of theirs is
    /// taken.
    private func needed(
        _ lengths: [Int], _ reaches: [Reach?], _ view: ScanView
    ) -> [Double?] {
        lengths.indices.map { place in
            guard let reach = reaches[place] else { return nil }
            let near = reaches[
                max(0, place - Self.neighbours)...min(lengths.count - 1, place + Self.neighbours)
            ].compactMap(\.self)
            let known = near.reduce(0) { $0 + $1.unit * Double($1.count) }
            let count = near.reduce(0) { $0 + $1.count }
            let unit = max(0.25, known / Double(max(1, count)))
            return needed(lengths[place], usual: reach.usual, unit: unit, view, lengths.count)
        }
    }

    private func needed(
        _ length: Int, usual: Double, unit: Double, _ view: ScanView, _ lengths: Int
    ) -> Double {
        let searched = tests * Double(lengths)
        let windows = Double(slotCount) / Double(length * parts)
        if windows >= 30 || view != .level {
            return usual + unit * log(searched / settings.falseAlarms) * settings.gumbel
        }
        let places = max(1, Double(slotCount) / Double(length))
        let tail = SpecialFunctions.normalQuantile(
            1 - settings.falseAlarms / (2 * searched * places))
        let share = 1 - pow(0.5, 1 / max(1, 1.7 * windows))
        let expected = SpecialFunctions.normalQuantile(1 - 0.5 * share)
        return tail * max(1, usual / expected) * settings.tail
    }

    /// Parts that each record is cut into: 1 for ten devices or more.
    private var parts: Int {
        sample.count >= 10 ? 1 : (Self.cut + sample.count - 1) / max(1, sample.count)
    }

    /// What each device, or part of one, reaches at most; `nil` where the record is too short, or
    /// fewer than five reach anything.
    private func maxima(_ length: Int, scale: Double) -> [Double]? {
        if parts > 1, 2 * parts * length > slotCount { return nil }
        let maxima = sample.flatMap { most(length, of: $0, scale: scale, parts: parts) }
            .filter { $0 > 0 }
        return maxima.count >= 5 ? maxima : nil
    }

    private func most(
        _ length: Int, of series: RunningSums, scale: Double, parts: Int
    ) -> [Double] {
        var most = [Double](repeating: 0, count: parts)
        WindowScan.forEach(length, of: series) { begin, mean in
            let part = min(parts - 1, (begin + length / 2) * parts / max(1, slotCount))
            most[part] = max(most[part], abs(mean) / scale)
        }
        return most
    }
}
