/// What the signals of a group of like devices usually are, given the peers at the same time, the
/// cycles and the other signals of the device.
///
/// Learnt once from a sample of the devices; each device then has coefficients of its own.
struct UsualModel: Sendable {
    let group: FleetGroup
    let settings: FleetSettings
    let sorts: [SignalSort]
    /// By signal, what the peers have; `nil` where there are too few of them.
    let references: [PeerReference?]
    /// By signal, the median standard deviation of a device; half of it is what an eye takes for
    /// one unit.
    let spreads: [Double]
    /// By signal and other signal, the slots over which the first one follows; 0 for at once.
    var lags: [[Double]]
    /// By signal, about the least step from one reading to the next; 0 where readings never change.
    let steps: [Double]
    /// By signal and other signal, whether both are the same in other units.
    private let copies: [[Bool]]
    let regression: RobustRegression
    private let seasons: [[Double]]
    /// By device and signal, readings less their own cycle; empty for groups with peers.
    private let companions: [[[Double]]]

    /// Indices of the signals that are looked at.
    var targets: [Int] { sorts.indices.filter { sorts[$0] == .gauge } }
    /// Indices of the signals that may explain others.
    var explaining: [Int] { sorts.indices.filter { sorts[$0] != .counter && sorts[$0] != .none } }

    /// - Parameter sample: Tables of the sampled devices; of all devices where there are few.
    /// - Complexity: O(values of the sample).
    init(
        _ readings: FleetReadings, group: FleetGroup, sample: [DeviceTable],
        settings: FleetSettings
    ) {
        self.group = group
        self.settings = settings
        let columns = group.signals.indices.map { signal in sample.map { $0.rows[signal] } }
        let sorts = zip(columns, group.signals).map {
            SignalSort($0, declared: readings.signals[$1])
        }
        self.sorts = sorts
        let hasPeers = group.hasPeers(settings)
        references = Concurrent.map(columns.count) { signal in
            hasPeers
                ? PeerReference(columns[signal], group: group, isGauge: sorts[signal] == .gauge)
                : nil
        }
        spreads = columns.map { OrderStatistics.median(of: $0.map(\.spread)) }
        lags = columns.map { _ in columns.map { _ in 0 } }
        steps = Concurrent.map(columns.count) { Self.leastStep(columns[$0]) }
        copies = SignalCopies.among(columns, steps: steps, sorts: sorts)
        seasons = hasPeers ? [] : OwnCycle.seasons(group)
        companions =
            hasPeers
            ? []
            : sample.map { table in
                table.rows.map { row in
                    let left = zip(row, OwnCycle.course(row, group: group)).map { $0 - $1 }
                    let mean = RunningSums(left).mean(left.indices)
                    return left.map { $0 - mean }
                }
            }
        let isShort = !hasPeers && group.slotCount < 1500
        let cells = max(1, group.devices.count * group.signals.count)
        regression = RobustRegression(
            widths: isShort ? RobustRegression.wide : RobustRegression.narrow,
            rows: min(1500, max(400, 3_000_000 / cells)))
    }

    private static func leastStep(_ rows: [[Double]]) -> Double {
        let steps = rows.flatMap { row in
            zip(row.dropFirst(), row).prefix(2000).map { abs($0 - $1) }.filter { $0 > 1e-9 }
        }
        let least = OrderStatistics.quantile(of: steps, 0.001)
        return least.isNaN ? 0 : least
    }

    /// The course that a device should follow over the day: that of its peers, else its own.
    func course(_ signal: Int, of row: [Double]) -> [Double] {
        references[signal]?.median ?? OwnCycle.course(row, group: group)
    }

    /// How a device deviates from its peers at the same time, or from its own cycle.
    ///
    /// - Parameters:
    ///   - place: The device's index within the group.
    ///   - isExplained: Slots left out when the usual is learnt.
    func deviation(
        _ signal: Int, of row: [Double], device place: Int, isExplained: [Bool]
    ) -> [Double] {
        let ones = [Double](repeating: 1, count: row.count)
        var columns = [ones]
        let reference = references[signal]
        if let reference {
            columns.append(reference.median)
            if let slope = reference.slope { columns.append(slope) }
        } else {
            let known = row.indices.map { isExplained[$0] ? Double.nan : row[$0] }
            if group.day != nil { columns.append(OwnCycle.course(known, group: group)) }
            columns += seasons
            if let others = companion(signal, place) { columns.append(others) }
        }
        let coefficients = regression.coefficients(
            of: columns, for: row, weights: reference?.weights
        ) { slot in
            !row[slot].isNaN && !isExplained[slot]
                && !(reference?.rests(slot, at: row[slot]) ?? false)
        }
        return Self.rest(row, columns, coefficients)
    }

    /// The mean of the other devices of a small group, where the device goes along with them; else
    /// nil.
    private func companion(_ signal: Int, _ place: Int) -> [Double]? {
        guard companions.count > 1, companions.indices.contains(place) else { return nil }
        let others = companions.indices.filter { $0 != place }.map { companions[$0][signal] }
        let mean = PeerReference.across(others) { $0.reduce(0, +) / Double($0.count) }.filled()
        let own = companions[place][signal].filled()
        let width = max(1, own.count / 200)
        let agreement = Followers.correlation(
            own.blockMeans(width), mean.blockMeans(width))
        return abs(agreement) > 0.5 ? mean : nil
    }

    /// What the other signals of the device do not explain of a deviation; NaN where nothing can be
    /// said, as at rest.
    func residual(
        _ signal: Int, table: DeviceTable, deviations: [[Double]], isExplained: [[Bool]],
        without faulty: Set<Int>
    ) -> [Double] {
        let own = deviations[signal]
        var isUsed = own.indices.map { !own[$0].isNaN && !isExplained[signal][$0] }
        let isAtRest = own.indices.map { slot in
            references[signal]?.rests(slot, at: table.rows[signal][slot]) ?? false
        }
        for slot in own.indices where isAtRest[slot] { isUsed[slot] = false }
        var columns = [[Double](repeating: 1, count: own.count)]
        let known = max(1, own.count { !$0.isNaN })
        let others = explaining.filter {
            $0 != signal && !faulty.contains($0) && !copies[signal][$0]
        }
        for other in closest(others, to: own, among: deviations) {
            let values = deviations[other]
            let missing = values.indices.filter {
                !own[$0].isNaN && (values[$0].isNaN || isExplained[other][$0])
            }
            guard 33 * missing.count <= known, values.spread > 1e-9 else { continue }
            for slot in missing { isUsed[slot] = false }
            let filled = values.filled()
            columns.append(filled)
            if lags[signal][other] > 0 {
                columns.append(filled.smoothed(over: lags[signal][other]))
            }
        }
        let isSlow = group.hasPeers(settings) || group.day == nil
        let coefficients = regression.coefficients(
            of: isSlow ? columns : columns.map { quick($0) }, for: isSlow ? own : quick(own),
            weights: references[signal]?.weights
        ) { isUsed[$0] }
        var result = Self.rest(own, columns, coefficients)
        for slot in result.indices
        where isAtRest[slot] || !isUsed[slot] && !isExplained[signal][slot] {
            result[slot] = .nan
        }
        return result
    }

    /// The most signals that explain another one: of more, those that go along with it best, so
    /// that wide records take time in proportion to their width, these comparisons apart.
    private static let mostCompanions = 12

    private func closest(
        _ others: [Int], to own: [Double], among deviations: [[Double]]
    ) -> [Int] {
        guard others.count > Self.mostCompanions else { return others }
        let width = max(1, own.count / 200)
        let filled = own.filled().blockMeans(width)
        let agreement = others.map { other in
            abs(Followers.correlation(filled, deviations[other].filled().blockMeans(width)))
        }
        let order = others.indices.sorted { agreement[$0] > agreement[$1] }
        return order.prefix(Self.mostCompanions).map { others[$0] }.sorted()
    }

    /// What a series does faster than in a day: without peers, two readings that creep at the same
    /// time would explain each other.
    private func quick(_ values: [Double]) -> [Double] {
        guard let day = group.day, values.contains(where: { $0 != values.first }) else {
            return values
        }
        let slow = values.runningMean(day)
        return zip(values, slow).map { $0 - $1 }
    }

    private static func rest(
        _ values: [Double], _ columns: [[Double]], _ coefficients: [Double]
    ) -> [Double] {
        var result = values
        for (column, coefficient) in zip(columns, coefficients) where coefficient != 0 {
            for slot in result.indices { result[slot] -= coefficient * column[slot] }
        }
        return result
    }
}
