import Values

/// How much the residuals of a signal usually scatter: in the group, and at each time.
struct ScaleModel: Sendable {
    /// The usual scale of a device, in the signal's unit over `course`.
    let typical: Double
    /// The usual change from one slot to the next, in the same unit.
    private let typicalRoughness: Double
    /// What the scale is multiplied by at each slot.
    let course: [Double]
    /// The median of `course`.
    let usualCourse: Double
    private let least: Double
    private let hasPeers: Bool
    private let block: Int

    /// - Parameters:
    ///   - residuals: Of the sampled devices, by slot.
    ///   - resolution: The least step of the readings: scales are at least half of it.
    /// - Complexity: O(values).
    init(
        _ residuals: [[Double]], group: FleetGroup, resolution: Double, settings: FleetSettings
    ) {
        hasPeers = group.hasPeers(settings)
        block = group.block
        let centred = residuals.map { row -> [Double] in
            let centre = Self.centre(row, block: group.block)
            return row.map { $0 - centre }
        }
        let scales = centred.map { Self.lowQuantile($0) }
        let first = OrderStatistics.median(of: scales)
        let scale = first.isFinite && first > 0 ? first : 1
        least = max(0.1 * scale, 0.5 * resolution, 1e-9)
        course = Self.course(centred, group: group, scale: max(scale, least))
        usualCourse = OrderStatistics.median(of: course)
        let course = course
        let even = centred.map { row in zip(row, course).map { $0 / $1 } }
        let typical = OrderStatistics.median(of: even.map { Self.lowQuantile($0) })
        self.typical = max(typical.isFinite ? typical : 1, 1e-9)
        let roughness = OrderStatistics.median(of: even.map { Self.roughness($0) })
        typicalRoughness = max(roughness.isFinite ? roughness : 1, 1e-12)
    }

    /// The residuals in scales of the device and of the time, about the level that most of them
    /// have.
    func standardized(_ residual: [Double], isExplained: [Bool]) -> StandardSeries {
        let open = residual.indices.map { isExplained[$0] ? Double.nan : residual[$0] }
        let centre = Self.centre(open, block: block)
        let even = zip(open, course).map { ($0 - centre) / $1 }
        var scale = Self.lowQuantile(even)
        if scale.isNaN { scale = typical }
        if hasPeers {
            // By roughness: lying between two levels does not make a device scatter more.
            let rough = Self.roughness(even) / typicalRoughness
            scale = min(scale, 1.15 * typical * min(4, max(0.6, rough.isNaN ? 1 : rough)))
        }
        scale = max(scale, least, 0.5 * typical)
        var values = even.map { $0 / scale }
        let blocks = RunningSums(values)
        let means = (0..<(values.count / block)).compactMap { place -> Double? in
            let range = (place * block)..<((place + 1) * block)
            return 5 * blocks.count(range) >= block ? blocks.mean(range) : nil
        }
        let shift = means.count > 7 ? OrderStatistics.shorth(means) : 0
        for slot in values.indices { values[slot] -= shift }
        return StandardSeries(
            values: values, residual: residual.map { $0 - centre }, scale: scale * usualCourse)
    }

    private static func centre(_ row: [Double], block: Int) -> Double {
        let means = row.blockMeans(block).filter { !$0.isNaN }
        let centre =
            means.count > 8 ? OrderStatistics.shorth(means) : OrderStatistics.median(of: row)
        return centre.isNaN ? 0 : centre
    }

    /// A scale from the smaller residuals, which troubles hardly move; NaN for ten or fewer.
    private static func lowQuantile(_ row: [Double]) -> Double {
        var sizes = row.compactMap { $0.isNaN ? nil : abs($0) }
        return sizes.count > 10 ? OrderStatistics.quantile(&sizes, 0.3) / 0.385 : .nan
    }

    private static func roughness(_ row: [Double]) -> Double {
        var changes = zip(row.dropFirst(), row).map { abs($0 - $1) }.filter { !$0.isNaN }
        return changes.count > 10 ? OrderStatistics.quantile(&changes, 0.4) : .nan
    }

    /// By slot, how much larger scatter is at some times than at others; the same everywhere where
    /// it is nearly even.
    private static func course(
        _ centred: [[Double]], group: FleetGroup, scale: Double
    ) -> [Double] {
        let sizes = centred.map { row in row.map { abs($0) / scale } }
        let count = group.slotCount
        var course = [Double](repeating: 1, count: count)
        if centred.count >= 8 {
            let width =
                group.day.map { max(3, Int(clamping: (0.04 * Double($0)).rounded()) | 1) } ?? 5
            let median = PeerReference.across(sizes) { OrderStatistics.quantile(&$0, 0.5) }
            course = zip(median.runningMean(width), median).map { $1.isNaN ? .nan : $0 / 0.6745 }
        } else if let day = group.day, count >= 3 * day {
            course = ofDay(sizes, group: group, day: day)
        }
        let known = course.filter { !$0.isNaN }
        let usual = OrderStatistics.median(of: known)
        let high = OrderStatistics.quantile(of: known, 0.8)
        guard usual.isFinite, high > 0 else { return [Double](repeating: 1, count: count) }
        let low = OrderStatistics.quantile(of: known, 0.2)
        if high < 1.4 * max(low, 1e-9) { return [Double](repeating: usual, count: count) }
        return course.map { max($0.isNaN ? usual : $0, 0.25 * high, 1e-9) }
    }

    private static func ofDay(_ sizes: [[Double]], group: FleetGroup, day: Int) -> [Double] {
        let bins = min(24, day)
        var members = [[Double]](repeating: [], count: bins)
        for row in sizes {
            for slot in row.indices where !row[slot].isNaN {
                members[group.phase(slot, of: day) * bins / day].append(row[slot])
            }
        }
        let medians = members.map { OrderStatistics.median(of: $0) / 0.6745 }
        let usual = OrderStatistics.median(of: medians)
        let known = medians.map { $0.isNaN ? usual : $0 }
        return (0..<group.slotCount).map { slot in
            let bin = group.phase(slot, of: day) * bins / day
            return (known[(bin + bins - 1) % bins] + known[bin] + known[(bin + 1) % bins]) / 3
        }
    }
}

/// The residuals of a signal in scales.
struct StandardSeries: Sendable {
    /// In scales, by slot; NaN where missing or explained.
    var values: [Double]
    /// In the signal's own unit, about the level that most have; explained slots included.
    var residual: [Double]
    /// What one scale usually is, in the signal's own unit.
    var scale: Double
}
