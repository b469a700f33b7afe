/// What kind of signal a column of readings is, by its values.
enum SignalSort: Sendable, Hashable {
    /// A quantity: it is looked at.
    case gauge
    /// Only counts up: neither looked at nor explaining others.
    case counter
    /// A state or a command, with at most three values or mostly standing still: it explains
    /// others.
    case state
    /// No device has two values.
    case none

    /// Judges a sample of devices by their values, unless the kind is declared.
    ///
    /// - Complexity: O(values).
    init(_ rows: [[Double]], declared: FleetReadings.Signal) {
        var steps = 0.0
        var ups = 0.0
        var stays = 0.0
        var shares: [Double] = []
        var distinct: Set<Double> = []
        for row in rows {
            var still = 0.0
            var moved = 0.0
            var last = Double.nan
            for value in row where !value.isNaN {
                if distinct.count <= 100 { distinct.insert(value) }
                if !last.isNaN {
                    if value == last { still += 1 } else { moved += 1 }
                    if value > last { ups += 1 }
                }
                last = value
            }
            steps += still + moved
            stays += still
            if still + moved > 0 { shares.append(still / (still + moved)) }
        }
        let still = OrderStatistics.median(of: shares)
        let isWhole = distinct.count <= 100 && distinct.allSatisfy { $0 == $0.rounded() }
        if steps == 0 {
            self = .none
        } else if declared.isCounter || ups + stays > 0.99 * steps && ups > 0.05 * steps {
            self = .counter
        } else if declared.isState || distinct.count <= 3 || still > 0.8 || isWhole && still > 0.6 {
            self = .state
        } else {
            self = .gauge
        }
    }
}
