import Values

/// How the rows of each device follow each other: steps back, repeated rows, usual step.
struct OrderTally: Sendable {
    /// The first and last row of a device in a stretch of rows.
    struct Ends: Sendable {
        var firstTime: Double
        var firstHash: UInt32
        var lastTime: Double
        var lastHash: UInt32
    }

    private(set) var backward = 0
    private(set) var repeated = 0
    private(set) var times: ClosedRange<Double>?
    /// Steps forward in seconds, of the first rows only.
    private(set) var steps: [Double] = []
    /// In the tally of one chunk: its devices with their first and last rows.
    private var devices: [(name: String, ends: Ends)] = []
    /// In the tally of a file: the same of all devices so far.
    private var known: [String: Ends] = [:]

    static let stepLimit = 8_192

    init() {}

    /// The tally of one chunk's rows.
    init(_ batch: RecordBatch, _ rows: ColumnDecoder, collectsSteps: Bool) {
        var last = [Int](repeating: -1, count: batch.devices.names.count)
        var first = last
        var (least, greatest) = (Double.infinity, -Double.infinity)
        for row in 0..<batch.count {
            let time = batch.times[row]
            least = time < least ? time : least
            greatest = time > greatest ? time : greatest
            let device = Int(batch.devices.indices[row])
            let before = last[device]
            last[device] = row
            guard before >= 0 else {
                first[device] = row
                continue
            }
            let step = time - batch.times[before]
            if step < 0 {
                backward += 1
            } else if step == 0 {
                if rows.rowsEqual(before, row) { repeated += 1 }
            } else if collectsSteps, steps.count < Self.stepLimit {
                steps.append(step)
            }
        }
        times = ClosedRange(from: least, to: greatest)
        for (device, row) in last.enumerated() where row >= 0 {
            let ends = Ends(
                firstTime: batch.times[first[device]], firstHash: rows.rowHash(first[device]),
                lastTime: batch.times[row], lastHash: rows.rowHash(row))
            devices.append((batch.devices.names[device], ends))
        }
    }

    /// The tally of one chunk whose rows are folded into cells.
    init(
        _ batch: RecordBatch, _ rows: ColumnDecoder, _ cells: ChunkCells, _ order: ChunkCells.Order
    ) {
        backward = order.backward
        repeated = order.equal.count { rows.rowsEqual($0.before, $0.row) }
        var (least, greatest) = (Double.infinity, -Double.infinity)
        for (entry, device) in cells.devices.enumerated() where device.rows > 0 {
            least = min(least, device.firstTime)
            greatest = max(greatest, device.lastTime)
            let (first, last) = order.ends[entry]
            let ends = Ends(
                firstTime: batch.times[first], firstHash: rows.rowHash(first),
                lastTime: batch.times[last], lastHash: rows.rowHash(last))
            devices.append((batch.devices.names[entry], ends))
        }
        times = ClosedRange(from: least, to: greatest)
    }

    /// Devices followed from chunk to chunk; of further ones only steps within a chunk count.
    private static let deviceLimit = 200_000

    /// Adds the next chunk's tally.
    mutating func append(_ next: OrderTally) {
        backward += next.backward
        repeated += next.repeated
        if let range = next.times {
            times = times.map { $0.union(range) } ?? range
        }
        steps += next.steps.prefix(max(0, Self.stepLimit - steps.count))
        for (name, end) in next.devices {
            if let before = known[name] {
                follow(before, end)
            } else if known.count >= Self.deviceLimit {
                continue
            }
            known[name] = end
        }
    }

    private mutating func follow(_ before: Ends, _ end: Ends) {
        let step = end.firstTime - before.lastTime
        if step < 0 { backward += 1 }
        if step == 0, end.firstHash == before.lastHash { repeated += 1 }
        if step > 0, steps.count < Self.stepLimit { steps.append(step) }
    }

    /// The median step forward in seconds; `nil` without steps.
    var medianStep: Double? {
        guard !steps.isEmpty else { return nil }
        let sorted = steps.sorted()
        return sorted[sorted.count / 2]
    }
}
