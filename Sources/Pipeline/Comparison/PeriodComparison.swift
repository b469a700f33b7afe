import Analysis
import Reports
import Telemetry
import Values

/// The same devices in an earlier and a later period, block by block: the same hours and weekdays
/// meet where both are equally long.
struct PeriodComparison {
    let source: any TelemetrySource
    let frame: ComparisonFrame
    let coverage: Coverage

    /// Devices that are read at a time on each core.
    private static let portion = 64
    /// With fewer devices each stands for itself.
    private static let leastPooled = 5
    /// Rows of the table of devices.
    private static let changeLimit = 20

    /// - Throws: What the source throws.
    /// - Complexity: O(cells of the rollup in both periods), on all cores.
    func parts() throws -> ComparedParts {
        let portions = (frame.fleet.count + Self.portion - 1) / Self.portion
        let sums = try Concurrent.map(portions) { place in
            Result { try portion(frame.fleet.dropFirst(place * Self.portion).prefix(Self.portion)) }
        }.map { try $0.get() }
        var total = PeriodSums(frame, metrics: source.catalog.metrics.count)
        for sum in sums { total.add(sum) }
        var parts = ComparedParts()
        parts.readings = source.catalog.metrics.indices.map(total.reading)
        parts.events = total.counts.map { code, counts in
            ComparedParts.Events(
                code: code, counts: counts.map { Double($0.reduce(0, +)) },
                tests: [
                    frame.isKnown(code, source.catalog, coverage)
                        ? RateComparison(counts[0], counts[1], times: lengths) : nil
                ])
        }
        parts.changes = frame.fleet.count > 1 ? changes(total.devices) : []
        return parts
    }

    private var lengths: (Double, Double) { (1, 1) }

    private func portion(_ devices: ArraySlice<Int>) throws -> PeriodSums {
        var sums = PeriodSums(frame, metrics: source.catalog.metrics.count)
        for device in devices {
            let sides = try frame.sides.map { try SideReadings(device, $0, frame, source) }
            sums.add(device, sides[0], sides[1])
        }
        return sums
    }

    /// The devices and readings that differ most surely, corrected for all that were tested.
    private func changes(_ devices: [PeriodSums.Device]) -> [ComparisonReport.Change] {
        let tested = pooled(devices)
        let corrected = MultipleTesting.benjaminiHochberg(tested.map(\.difference.pValue))
        let sure = tested.indices.filter { corrected[$0] <= ComparisonReport.rate }
        let first = sure.sorted {
            (corrected[$0], -abs(tested[$0].size), $0) < (corrected[$1], -abs(tested[$1].size), $1)
        }.prefix(Self.changeLimit)
        let metrics = source.catalog.metricRefs
        return first.compactMap { place in
            let one = tested[place]
            guard
                let difference = ComparedParts.difference(
                    .init(one.difference), q: corrected[place])
            else {
                return nil
            }
            return ComparisonReport.Change(
                device: source.catalog.deviceRef(one.device), metric: metrics[one.metric],
                earlier: one.earlier, later: one.later, difference: difference)
        }
    }

    /// Devices of a fleet have readings of the same kind: the correlation of neighbours that half of
    /// them have tells more than what few blocks of each do.
    private func pooled(_ devices: [PeriodSums.Device]) -> [PeriodSums.Device] {
        let byMetric = Dictionary(grouping: devices, by: \.metric)
            .filter { $0.value.count >= Self.leastPooled }
            .mapValues { Statistics.median($0.map(\.difference.correlation)) }
        return devices.map { device in
            var device = device
            if let correlation = byMetric[device.metric] {
                device.difference = device.difference.with(correlation: correlation)
            }
            return device
        }
    }
}

/// Sums over devices of an earlier and a later period.
struct PeriodSums {
    /// A reading of one device in both periods.
    struct Device {
        var device: Int
        var metric: Int
        var earlier: Double
        var later: Double
        var difference: PairedDifference

        /// The difference over half its interval: orders those that are equally sure.
        var size: Double {
            let reach = (difference.interval.upper - difference.interval.lower) / 2
            return reach > 0 ? difference.mean / reach : difference.mean == 0 ? 0 : .infinity
        }
    }

    /// Sums and numbers of devices by metric and block; of devices that were read in both periods.
    private var blocks: [[PairSum]]
    /// The same by side, metric and step of the drawing, of devices that were read on that side.
    private var lines: [[[MeanSum]]]
    /// By code, side and block.
    private(set) var counts: [Int: [[Int]]] = [:]
    private(set) var devices: [Device] = []

    private struct PairSum {
        var earlier = 0.0
        var later = 0.0
        var count = 0.0
    }

    private struct MeanSum {
        var sum = 0.0
        var count = 0.0

        var mean: Double { count > 0 ? sum / count : .nan }
    }

    init(_ frame: ComparisonFrame, metrics: Int) {
        blocks = Array(
            repeating: Array(repeating: PairSum(), count: frame.blocks), count: metrics)
        lines = Array(
            repeating: Array(
                repeating: Array(repeating: MeanSum(), count: frame.steps), count: metrics),
            count: 2)
    }

    mutating func add(_ device: Int, _ earlier: SideReadings, _ later: SideReadings) {
        for metric in blocks.indices {
            let (a, b) = (earlier.blocks[metric], later.blocks[metric])
            for place in blocks[metric].indices where a[place].isFinite && b[place].isFinite {
                blocks[metric][place].earlier += a[place]
                blocks[metric][place].later += b[place]
                blocks[metric][place].count += 1
            }
            for (side, read) in [earlier, later].enumerated() {
                for place in lines[side][metric].indices where read.lines[metric][place].isFinite {
                    lines[side][metric][place].sum += read.lines[metric][place]
                    lines[side][metric][place].count += 1
                }
            }
            if let difference = PairedDifference(a, b) {
                devices.append(
                    Device(
                        device: device, metric: metric, earlier: a.finiteMean, later: b.finiteMean,
                        difference: difference))
            }
        }
        for (side, read) in [earlier, later].enumerated() {
            for (code, own) in read.counts { add(own, of: code, side) }
        }
    }

    mutating func add(_ other: PeriodSums) {
        for metric in blocks.indices {
            for place in blocks[metric].indices {
                blocks[metric][place].earlier += other.blocks[metric][place].earlier
                blocks[metric][place].later += other.blocks[metric][place].later
                blocks[metric][place].count += other.blocks[metric][place].count
            }
            for side in lines.indices {
                for place in lines[side][metric].indices {
                    lines[side][metric][place].sum += other.lines[side][metric][place].sum
                    lines[side][metric][place].count += other.lines[side][metric][place].count
                }
            }
        }
        for (code, sides) in other.counts {
            for (side, own) in sides.enumerated() { add(own, of: code, side) }
        }
        devices += other.devices
    }

    private mutating func add(_ own: [Int], of code: Int, _ side: Int) {
        let none = [[Int]](repeating: own.map { _ in 0 }, count: 2)
        for (place, count) in own.enumerated() {
            counts[code, default: none][side][place] += count
        }
    }

    /// A reading over all devices.
    func reading(_ metric: Int) -> ComparedParts.Reading {
        let earlier = blocks[metric].map { $0.count > 0 ? $0.earlier / $0.count : .nan }
        let later = blocks[metric].map { $0.count > 0 ? $0.later / $0.count : .nan }
        return ComparedParts.Reading(
            metric: metric, lines: lines.map { $0[metric].map(\.mean) },
            means: [earlier.finiteMean, later.finiteMean],
            tests: [PairedDifference(earlier, later).map(ComparedParts.Test.init)])
    }
}
