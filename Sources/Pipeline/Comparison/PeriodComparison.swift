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
                        ? RateComparison(counts[0], counts[1], times: (1, 1)) : nil
                ])
        }
        parts.changes = frame.fleet.count > 1 ? changes(total.devices) : []
        return parts
    }

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
