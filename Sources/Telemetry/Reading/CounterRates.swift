import Values

/// Turns the levels of counters into rates per hour, row by row in file order.
///
/// A row gets the rise since the row before of the same device. The first row of a device, one
/// whose time does not advance, and one that falls have no rate; falls count as resets.
struct CounterRates {
    /// The last row of a device with a level.
    private struct Last {
        var time: Double
        var level: Double
    }

    /// Where the counters are among a batch's columns.
    private let places: [Int]
    private var last: [[String: Last]]
    private(set) var resets = 0

    /// `nil` where no column is a counter.
    init?(_ schema: FileSchema) {
        places = schema.readings.indices.filter { schema.readings[$0].isCounter }
        guard !places.isEmpty else { return nil }
        last = Array(repeating: [:], count: places.count)
    }

    /// Replaces the levels in a batch by rates.
    /// - Complexity: O(rows × counters).
    mutating func convert(_ batch: inout RecordBatch) {
        for (counter, place) in places.enumerated() where place < batch.metrics.count {
            var known = batch.devices.names.map { last[counter][$0] }
            for row in 0..<batch.count {
                let device = Int(batch.devices.indices[row])
                let level = batch.metrics[place][row]
                guard !level.isNaN else { continue }
                batch.metrics[place][row] = rate(level, batch.times[row], &known[device])
            }
            for (name, entry) in zip(batch.devices.names, known) where entry != nil {
                last[counter][name] = entry
            }
        }
    }

    private mutating func rate(_ level: Double, _ time: Double, _ known: inout Last?) -> Double {
        guard let before = known else {
            known = Last(time: time, level: level)
            return .nan
        }
        guard time > before.time else { return .nan }
        known = Last(time: time, level: level)
        if level < before.level {
            resets += 1
            return .nan
        }
        return (level - before.level) / (time - before.time) * 3_600
    }
}
