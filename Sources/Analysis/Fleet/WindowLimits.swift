#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Learns how far windows of healthy readings come from the usual, length by length.
///
/// Scatter of window means is measured, not computed from that of the rows: residuals wander, and by
/// how much differs from signal to signal. Above it, what most devices reach at most is measured
/// too; extreme-value theory says what none of them will reach by chance (Gumbel for many windows,
/// the normal law's tail for few).
struct WindowLimits {
    let sample: [RunningSums]
    /// Windows of how many signals and devices are searched.
    let tests: Double
    let slotCount: Int
    let hasPeers: Bool
    let settings: FleetSettings

    /// Devices whose windows are pooled for a scale.
    private static let pooled = 40
    /// Parts that few devices' records are cut into, to see what healthy parts reach.
    private static let parts = 12

    /// - Complexity: O(values of the sample).
    func scan(_ view: ScanView) -> WindowScan {
        let lengths = WindowScan.lengths(upTo: slotCount)
        let scales = self.scales(lengths)
        var ratio = 1.0
        var limits: [Double] = []
        for (length, scale) in zip(lengths, scales) {
            if let needed = needed(length, scale: scale, view, lengths: lengths.count) {
                ratio = needed
            }
            let floor = view == .level ? settings.floor : settings.scatterFloor
            limits.append(max(1e-12, scale * max(ratio, floor)))
        }
        return WindowScan(lengths: lengths, limits: limits)
    }

    /// The scale of window means; beyond what the record can tell, by the square-root law.
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

    /// The scales that a window must be off; `nil` where the record is too short to tell.
    private func needed(
        _ length: Int, scale: Double, _ view: ScanView, lengths: Int
    ) -> Double? {
        let parts = sample.count >= 10 ? 1 : (Self.parts + sample.count - 1) / max(1, sample.count)
        if parts > 1, 2 * parts * length > slotCount { return nil }
        let maxima = sample.flatMap { most(length, of: $0, scale: scale, parts: parts) }
            .filter { $0 > 0 }
        guard maxima.count >= 5 else { return nil }
        let usual = OrderStatistics.median(of: maxima)
        let searched = tests * Double(lengths)
        let windows = Double(slotCount) / Double(length * parts)
        if windows >= 30 || view != .level {
            let unit = max(0.25, usual - OrderStatistics.quantile(of: maxima, 0.15))
            return usual + unit * log(searched / settings.falseAlarms) * settings.gumbel
        }
        let places = max(1, Double(slotCount) / Double(length))
        let tail = SpecialFunctions.normalQuantile(
            1 - settings.falseAlarms / (2 * searched * places))
        let share = 1 - pow(0.5, 1 / max(1, 1.7 * windows))
        let expected = SpecialFunctions.normalQuantile(1 - 0.5 * share)
        return tail * max(1, usual / expected) * settings.tail
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
