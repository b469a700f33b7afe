import Analysis
import Reports
import Telemetry
import Values

/// Units to be compared, with their features.
struct FeatureTable: Sendable {
    /// A device, a window of one, or a row.
    struct Unit: Sendable {
        /// Unique: the name of the device, of the window, or of both where there are several of
        /// each.
        var name: String
        /// The window; `nil` where the unit is not one.
        var window: String?
        var device: DeviceRef?
        var status: Status?
    }

    var unit: ClusterUnit
    var units: [Unit]
    var features: [FeatureKind]
    /// `values[unit][feature]`, NaN where missing.
    var values: [[Double]]
    /// Rows per unit of the axis, one per unit; empty where it is not known.
    var sampling: [Double] = []

    /// The value of one attribute per unit; empty for units without a device.
    func attribute(_ index: Int, _ catalog: Catalog) -> [String] {
        units.map { unit in
            guard let device = unit.device else { return "" }
            let attributes = catalog.devices[device.index].attributes
            return index < attributes.count ? attributes[index] : ""
        }
    }
}

extension FeatureTable {
    /// Indices of the units ordered by their values, independent of their original order except for
    /// equal ones.
    var canonicalOrder: [Int] {
        units.indices.sorted { left, right in
            for (a, b) in zip(values[left], values[right]) where a != b {
                // Missing values are equal to each other, and follow all others.
                if a.isNaN || b.isNaN {
                    if a.isNaN && b.isNaN { continue }
                    return b.isNaN
                }
                return a < b
            }
            return left < right
        }
    }

    func ordered(_ order: [Int]) -> FeatureTable {
        var table = self
        table.units = order.map { units[$0] }
        table.values = order.map { values[$0] }
        if !sampling.isEmpty { table.sampling = order.map { sampling[$0] } }
        return table
    }
}

/// Turns a source's answers into features of devices or of windows of time.
struct FeatureBuilder {
    let source: any TelemetrySource
    let scope: Scope
    let fleet: FleetState
    let choice: ClusterChoice

    private var set: ClusterChoice.FeatureSet { choice.features }

    /// Fewer devices are cut into windows of time.
    static let minimumDevices = 8

    /// The units and features of the choice; devices where there are enough or it says so, else
    /// windows.
    ///
    /// - Throws: What the source throws.
    func table() throws -> FeatureTable {
        guard scope.catalog.axis.isCalendar else { return devices() }
        return switch choice.units {
        case .automatic: fleet.devices.count >= Self.minimumDevices ? devices() : try windows()
        case .devices: devices()
        case .windows: try windows()
        }
    }

    // MARK: - Devices

    private func devices() -> FeatureTable {
        let isTable = fleet.devices.allSatisfy { $0.features.rows <= 1 }
        var table = FeatureTable(
            unit: isTable ? .rows : .devices,
            units: fleet.devices.map {
                FeatureTable.Unit(name: $0.device.name, device: $0.device, status: $0.status)
            }, features: [], values: fleet.devices.map { _ in [] })
        table.sampling = fleet.devices.map { state in
            Double(state.features.rows) / (state.features.lastTime - state.features.firstTime)
        }
        if set != .events { addReadings(&table, isTable: isTable) }
        if set != .readings { addEvents(&table) }
        if set == .all { addAttributes(&table) }
        return table
    }

    private func addReadings(_ table: inout FeatureTable, isTable: Bool) {
        for metric in scope.metrics {
            let summaries = fleet.devices.map { $0.features.metrics[metric.index] }
            guard summaries.contains(where: { $0.count > 0 }) else { continue }
            add(.mean(metric), summaries.map(\.mean), to: &table)
            guard !isTable else { continue }
            add(.spread(metric), summaries.map(\.standardDeviation), to: &table)
            add(
                .slope(metric),
                fleet.devices.map { $0.features.slopes[metric.index] * scope.rateUnit }, to: &table)
        }
        guard !isTable else { return }
        addKinds(&table)
        guard fleet.devices.contains(where: { !$0.bands.isEmpty }) else { return }
        let counts = fleet.devices.map { state in
            state.excursions.reduce(into: [Double](repeating: 0, count: scope.metrics.count)) {
                $0[$1.metric.index] += 1
            }
        }
        for metric in scope.metrics {
            add(.excursions(metric), counts.map { $0[metric.index] }, to: &table)
        }
    }

    /// Which readings a device sends at all tells pumps from fans better than any value does.
    private func addKinds(_ table: inout FeatureTable) {
        for metric in scope.metrics {
            let sends = fleet.devices.map { $0.features.metrics[metric.index].count > 0 }
            let count = sends.count { $0 }
            guard min(count, sends.count - count) >= ReadingKinds.fewest else { continue }
            add(.sends(metric), sends.map { $0 ? 1 : 0 }, to: &table)
        }
    }

    private func addEvents(_ table: inout FeatureTable) {
        for kind in [EventKind.error, .failure] {
            let codes = scope.codes(kind)
            let spans = spans(kind)
            for code in codes.prefix(12) {
                let rates = zip(fleet.devices, spans).map {
                    Double($0.features.codes[code.index]) / $1
                }
                add(.codeRate(code), rates, to: &table)
            }
            if codes.count > 12 {
                let rates = zip(fleet.devices, spans).map {
                    Double(scope.count(kind, in: $0.features.codes)) / $1
                }
                add(.eventRate(kind), rates, to: &table)
            }
        }
    }

    /// How long events of a kind could be recorded on each device, in units of `scope.rateUnit`.
    private func spans(_ kind: EventKind) -> [Double] {
        let known = scope.known(kind) ?? scope.period
        return fleet.devices.map { state in
            // A counter's first step counts too: a unit with a single row has lived through one.
            let length =
                scope.catalog.axis.isCalendar
                ? known.upperBound - known.lowerBound
                : state.features.lastTime - state.features.firstTime + 1
            return max(length / scope.rateUnit, 1e-9)
        }
    }

    /// Adds attributes whose every value is a number, such as an age.
    private func addAttributes(_ table: inout FeatureTable) {
        for (index, name) in scope.catalog.attributes.enumerated() {
            let texts = table.attribute(index, scope.catalog)
            let numbers = texts.map { Double($0) ?? .nan }
            let given = texts.count { !$0.isEmpty }
            guard given > 0, numbers.count(where: \.isFinite) == given else { continue }
            add(.attribute(name), numbers, to: &table)
        }
    }

    private func add(_ feature: FeatureKind, _ column: [Double], to table: inout FeatureTable) {
        table.features.append(feature)
        for index in column.indices { table.values[index].append(column[index]) }
    }

    // MARK: - Windows

    /// Windows of each device with their means and spreads, so long that there are some 100 to
    /// 2,000.
    private func windows() throws -> FeatureTable {
        let (step, width) = windowStep()
        let slices = try source.slices(scope.filter, step: step)
        let grid = SliceGrid(slices)
        let metrics = scope.metrics.filter { metric in
            fleet.devices.contains { $0.features.metrics[metric.index].count > 0 }
        }
        var table = FeatureTable(
            unit: .windows(width), units: [],
            features: metrics.map { .mean($0) } + metrics.map { .spread($0) }, values: [])
        for state in fleet.devices {
            let series = try source.series(of: state.device.index, scope.filter)
            let means = metrics.map { grid.means(series.times, series.metrics[$0.index]) }
            let spreads = metrics.map { grid.spreads(series.times, series.metrics[$0.index]) }
            for index in grid.slices.indices where means.contains(where: { $0[index].isFinite }) {
                table.units.append(window(scope.timeLabel(grid.slices[index].from), of: state))
                table.values.append(means.map { $0[index] } + spreads.map { $0[index] })
            }
        }
        return table
    }

    private func window(_ window: String, of state: DeviceState) -> FeatureTable.Unit {
        let name = fleet.devices.count > 1 ? state.device.name + " · " + window : window
        return FeatureTable.Unit(name: name, window: window, device: state.device, status: nil)
    }

    private func windowStep() -> (TimeStep, TimeStep) {
        // Devices may have been read in turn, each for a small part of the period.
        let length =
            fleet.devices.map { $0.features.lastTime - $0.features.firstTime }
            .filter(\.isFinite).max() ?? scope.period.upperBound - scope.period.lowerBound
        let resolution = scope.catalog.axis.bucketWidth
        // A fleet is cut into longer windows than a single device.
        let days = length / Scope.day * Double(max(1, fleet.devices.count / Self.minimumDevices))
        if days > 700 { return (.week, .week) }
        if days > 40, resolution <= Scope.day { return (.day, .day) }
        if length > 2 * Scope.day, resolution <= 3_600 { return (.hour, .hour) }
        let width = max(NiceStep.seconds(atLeast: length / 150), 5 * resolution)
        return (.width(width), .width(width))
    }
}

extension SliceGrid {
    /// Standard deviation of a device's readings in each slice; NaN below two readings.
    func spreads(_ times: [Double], _ values: [MetricSummary]) -> [Double] {
        var merged = [MetricSummary](repeating: MetricSummary(), count: count)
        for (index, time) in times.enumerated() where values[index].count > 0 {
            guard let slice = self.index(of: time) else { continue }
            merged[slice].merge(values[index])
        }
        return merged.map(\.standardDeviation)
    }
}
