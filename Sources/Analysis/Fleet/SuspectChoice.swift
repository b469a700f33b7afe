extension Suspect {
    /// What a scan found, before it is known what it is.
    struct Scans: Sendable {
        /// By view, the series that it sees and the best window in it.
        let series: [[Double]]
        let best: [WindowScan.Best]

        func stands(_ view: ScanView) -> Bool { best[view.rawValue].score >= 1 }
        func score(_ view: ScanView) -> Double { best[view.rawValue].score }
        func stretch(_ view: ScanView) -> Range<Int> { BestStretch.of(series[view.rawValue]) }
    }

    /// Where a stretch lies, and which view shows it.
    struct Place: Sendable {
        var view: ScanView
        var slots: Range<Int>
        var isOpen: Bool
    }

    /// Which view shows the trouble best, and the stretch that it shows.
    static func choice(_ scans: Scans, count: Int) -> (view: ScanView, stretch: Range<Int>) {
        let level = scans.stretch(.level)
        let values = scans.series[ScanView.level.rawValue]
        if scans.stands(.roughness) {
            let rough = scans.stretch(.roughness)
            let isStronger =
                scans.score(.roughness) > max(scans.score(.level), scans.score(.scatter))
            let isNoise =
                abs(mean(values, rough)) < 0.35 * magnitude(values, rough)
                && scans.score(.roughness) > 0.5 * scans.score(.level)
            let rise = mean(scans.series[ScanView.roughness.rawValue], rough)
            if isStronger || isNoise, rise > 0.3, 20 * rough.count < 13 * count {
                return (.roughness, rough)
            }
        }
        guard scans.stands(.scatter) else { return (.level, level) }
        let scatter = scans.stretch(.scatter)
        guard scans.stands(.level) else { return (.scatter, scatter) }
        let sizes = scans.series[ScanView.scatter.rawValue]
        let common = level.clamped(to: scatter)
        let inside = common.isEmpty ? 0 : common.count
        let outside = scatter.filter { inside == 0 || !level.contains($0) }.map { sizes[$0] }
        let beyond = RunningSums(outside).mean(outside.indices)
        if Double(inside) < 0.65 * Double(scatter.count), scatter.count >= level.count,
            beyond > 0.4 * mean(sizes, scatter)
        {
            return (.scatter, scatter)
        }
        let isLevel = abs(mean(values, scatter)) >= 0.45 * magnitude(values, scatter)
        let isSame =
            2 * inside > level.count && 10 * scatter.count > 7 * level.count
            && scans.score(.scatter) > 0.6 * scans.score(.level)
        let isClearer = scans.score(.scatter) > 2 * scans.score(.level)
        return !isLevel && (isSame || isClearer) ? (.scatter, scatter) : (.level, level)
    }

    private static func mean(_ values: [Double], _ range: Range<Int>) -> Double {
        let part = Array(values[range])
        return RunningSums(part).mean(part.indices)
    }

    private static func magnitude(_ values: [Double], _ range: Range<Int>) -> Double {
        let squares = values[range].map { min(abs($0), 30) * min(abs($0), 30) }
        return RunningSums(squares).mean(squares.indices).squareRoot()
    }

    /// A stretch that nearly reaches the end goes to the end; a first level that then changed
    /// becomes the change, as what was first is usual. Nil without values.
    static func settled(
        _ stretch: Range<Int>, _ view: ScanView, values: [Double]
    ) -> Place? {
        guard let first = values.firstIndex(where: { !$0.isNaN }),
            let last = values.lastIndex(where: { !$0.isNaN })
        else { return nil }
        let count = values.count
        let margin = max(2, 12 * count / 1000)
        var (from, to) = (stretch.lowerBound, stretch.upperBound)
        var isOpen = count - to <= margin || to >= last - 1
        if isOpen { to = count }
        if view == .level, !isOpen, 50 * (from - first) <= count, 4 * to < 3 * count {
            (from, to, isOpen) = (to, count, true)
        }
        return from < to ? Place(view: view, slots: from..<to, isOpen: isOpen) : nil
    }
}
