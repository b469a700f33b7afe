import Values

/// How the rows of each device follow each other: steps back, repeats, and the usual step.
struct OrderTally: Sendable {
    /// The first and the last row of a device in a stretch of rows.
    struct Ends: Sendable {
        var firstTime: Double
        var firstHash: UInt32
        var lastTime: Double
        var lastHash: UInt32
    }

    private(set) var backward = 0
    private(set) var repeated = 0
    private(set) var times: ClosedRange<Double>?
    /// Steps forward, of the first rows only.
    private(set) var steps: [Double] = []
    /// The devices of one chunk by name, with their ends.
    private var devices: [(name: String, ends: Ends)] = []
    /// The ends of all devices so far.
    private var known: [String: Ends] = [:]

    static let stepLimit = 8_192

    init() {}

    /// Takes the rows of one chunk.
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

    /// Takes the rows of one chunk that are in cells already.
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

    /// Devices that are followed from chunk to chunk; beyond, only steps within a chunk count.
    private static let deviceLimit = 200_000

    /// Takes over the next chunk.
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

    /// The median of the steps forward; `nil` without any.
    var medianStep: Double? {
        guard !steps.isEmpty else { return nil }
        let sorted = steps.sorted()
        return sorted[sorted.count / 2]
    }
}
