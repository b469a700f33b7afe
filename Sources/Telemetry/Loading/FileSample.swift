/// The first rows of a file, for decisions that involve all files.
struct FileSample: Sendable {
    /// The device and the epoch seconds of a reading.
    struct Key: Hashable, Sendable {
        var device: String
        var time: Double
    }

    private(set) var rows = 0
    /// Rows and batches read so far, those beyond the sample included: for estimating rows.
    private(set) var pieces = (rows: 0, count: 0)
    /// Fingerprints of the readings; of several rows with one device and time the first counts.
    private(set) var readings: [Key: Int] = [:]
    private(set) var firstTime: Double?

    private var previous: [String: Double] = [:]
    private var steps: [Double] = []
    private static let rowLimit = 4_000
    /// Bytes per batch.
    static let pieceSize = 1 << 16

    var devices: Set<String> { Set(previous.keys) }

    var isFull: Bool { rows >= Self.rowLimit }

    /// The median time between consecutive rows of a device; `nil` where no device has two times.
    /// Repeated times and steps back do not count.
    var medianStep: Double? {
        guard !steps.isEmpty else { return nil }
        return steps.sorted()[steps.count / 2]
    }

    /// Adds rows until there are 4,000.
    mutating func add(_ batch: RecordBatch) {
        pieces.rows += batch.count
        pieces.count += 1
        for row in 0..<batch.count where !isFull {
            rows += 1
            let time = batch.times[row]
            let entry = Int(batch.devices.indices[row])
            guard time.isFinite, entry < batch.devices.names.count else { continue }
            let device = batch.devices.names[entry]
            if firstTime == nil { firstTime = time }
            if let last = previous[device], time > last { steps.append(time - last) }
            previous[device] = time
            let key = Key(device: device, time: time)
            if readings[key] == nil { readings[key] = Self.fingerprint(batch, row) }
        }
    }

    /// FNV-1a, applied to whole bit patterns of a row's readings.
    private static func fingerprint(_ batch: RecordBatch, _ row: Int) -> Int {
        let hash = batch.metrics.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { hash, column in
            (hash ^ column[row].bitPattern) &* 0x0000_0100_0000_01B3
        }
        return Int(truncatingIfNeeded: hash)
    }
}
