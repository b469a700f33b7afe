/// The first rows of a file, for decisions that concern all files together.
struct FileSample: Sendable {
    /// Where and when a reading was taken.
    struct Key: Hashable, Sendable {
        var device: String
        var time: Double
    }

    /// Rows in the sample.
    private(set) var rows = 0
    /// Rows and pieces of the file that were looked at.
    private(set) var pieces = (rows: 0, count: 0)
    /// Fingerprints of the readings, by device and time; the first row of each counts.
    private(set) var readings: [Key: Int] = [:]
    /// The first time.
    private(set) var firstTime: Double?

    private var previous: [String: Double] = [:]
    private var steps: [Double] = []
    private static let rowLimit = 4_000
    /// Bytes that are read at once.
    static let pieceSize = 1 << 16

    /// The devices of the sample.
    var devices: Set<String> { Set(previous.keys) }

    var isFull: Bool { rows >= Self.rowLimit }

    /// The median time between one row and the next of the same device; `nil` where no device has
    /// two. Rows of one time count as one, steps back as none.
    var medianStep: Double? {
        guard !steps.isEmpty else { return nil }
        return steps.sorted()[steps.count / 2]
    }

    /// Takes rows in until there are 4,000.
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

    /// FNV-1a over the bits of a row's readings.
    private static func fingerprint(_ batch: RecordBatch, _ row: Int) -> Int {
        let hash = batch.metrics.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { hash, column in
            (hash ^ column[row].bitPattern) &* 0x0000_0100_0000_01B3
        }
        return Int(truncatingIfNeeded: hash)
    }
}
