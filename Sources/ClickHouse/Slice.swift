import Values

/// A part of a table whose answer stays within what a server gives at once: some devices in the
/// order in which they are stored, or a stretch of time of them.
struct Slice: Sendable, Hashable {
    /// The devices, as a range of `TableUnits.units`.
    var units: Range<Int>
    /// From, to: on the set's axis; `nil` for all times.
    var times: ClosedRange<Double>?
}

/// The devices of a table, or, where they are too many to list, parts of them by a hash.
struct TableUnits: Sendable {
    struct Unit: Sendable, Hashable {
        /// A literal of what `order` gives.
        var key: String
        var rows: Int
        var first: Double
        var last: Double
    }

    /// What orders the rows; `nil` where the table is one device.
    let order: String?
    /// Whether `order` is a hash, so that a unit holds any number of devices.
    var isHashed = false
    let units: [Unit]

    var rows: Int { units.reduce(0) { $0 + $1.rows } }

    var times: ClosedRange<Double>? {
        guard let first = units.map(\.first).min(), let last = units.map(\.last).max() else {
            return nil
        }
        return ClosedRange(from: first, to: last)
    }

    /// The units with rows from a time on, by their shares of time; all without one.
    func units(from time: Double?) -> TableUnits {
        guard let time else { return self }
        let later = units.compactMap { unit -> Unit? in
            guard unit.last >= time else { return nil }
            guard unit.first < time else { return unit }
            var rest = unit
            let share = (unit.last - time) / (unit.last - unit.first)
            rest.rows = max(1, Int(clamping: Double(unit.rows) * share))
            rest.first = time
            return rest
        }
        return TableUnits(order: order, isHashed: isHashed, units: later)
    }

    /// The conditions of a slice on devices.
    func conditions(_ slice: Slice) -> [String] {
        guard let order, slice.units != units.indices, let last = slice.units.last else {
            return []
        }
        let (from, to) = (units[slice.units.lowerBound].key, units[last].key)
        return ["\(order) >= \(from)", "\(order) <= \(to)"]
    }

    /// The conditions of a slice on devices and times.
    func conditions(_ slice: Slice, _ keys: TableKeys) -> [String] {
        var conditions = conditions(slice)
        if let times = slice.times {
            conditions += keys.within(from: times.lowerBound, to: times.upperBound)
        }
        return conditions
    }

    /// Consecutive units with at most `limit` of what `weight` counts together; a unit with more is
    /// cut into stretches of time, at whole multiples of `width` from `anchor` on.
    func slices(
        limit: Int, anchor: Double, width: Double, weight: (Unit) -> Double
    ) -> [Slice] {
        var slices: [Slice] = []
        var start = 0
        var sum = 0.0
        for (place, unit) in units.enumerated() {
            let own = weight(unit)
            if sum + own > Double(limit), place > start {
                slices.append(Slice(units: start..<place))
                (start, sum) = (place, 0)
            }
            if own > Double(limit) {
                let count = Int(clamping: (own / Double(limit)).rounded(.up))
                slices += stretches(unit, count: count, anchor: anchor, width: width)
                    .map { Slice(units: place..<place + 1, times: $0) }
                start = place + 1
            } else {
                sum += own
            }
        }
        if start < units.count { slices.append(Slice(units: start..<units.count)) }
        return slices
    }

    private func stretches(
        _ unit: Unit, count: Int, anchor: Double, width: Double
    ) -> [ClosedRange<Double>] {
        let first = ((unit.first - anchor) / width).rounded(.down)
        let last = ((unit.last - anchor) / width).rounded(.down) + 1
        let step = max(1, ((last - first) / Double(max(count, 1))).rounded(.up))
        guard first.isFinite, last.isFinite else { return [] }
        return stride(from: first, to: last, by: step).compactMap { edge in
            ClosedRange(
                from: anchor + edge * width, to: anchor + min(edge + step, last) * width)
        }
    }

    /// A slice in two halves; `nil` where it cannot be cut any more.
    func halves(_ slice: Slice, anchor: Double, width: Double) -> [Slice]? {
        if slice.units.count > 1 {
            let count = slice.units.count / 2
            return [
                Slice(units: slice.units.prefix(count).indices, times: slice.times),
                Slice(units: slice.units.dropFirst(count).indices, times: slice.times),
            ]
        }
        guard let place = slice.units.first else { return nil }
        let unit = units[place]
        let edge = { (time: Double) in anchor + ((time - anchor) / width).rounded(.down) * width }
        let from = slice.times?.lowerBound ?? edge(unit.first)
        let to = slice.times?.upperBound ?? edge(unit.last) + width
        let buckets = ((to - from) / width).rounded()
        guard buckets >= 2 else { return nil }
        let middle = from + (buckets / 2).rounded(.down) * width
        guard let early = ClosedRange(from: from, to: middle),
            let late = ClosedRange(from: middle, to: to)
        else { return nil }
        return [early, late].map { Slice(units: slice.units, times: $0) }
    }
}
