import Values

/// The name that a program gave a batch of rows for a set, as a hash of 128 bits.
struct BatchKey: Sendable, Hashable {
    var high: UInt64
    var low: UInt64

    init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    init(_ key: String, set: String) {
        let bytes = Array(set.utf8) + [0] + Array(key.utf8)
        high = ContentHash.value(of: [1] + bytes)
        low = ContentHash.value(of: [2] + bytes)
    }
}

extension ContentHash {
    /// The hash of some bytes.
    package static func value(of bytes: [UInt8]) -> UInt64 {
        var hash = ContentHash()
        hash.append(bytes.span)
        return hash.value
    }
}

/// What became of a batch with a key.
struct KeyedBatch: Sendable, Hashable {
    var key: BatchKey
    /// A hash of its content, since another content under the same key is a mistake.
    var digest: UInt64
    /// Rows taken.
    var taken: Int
}

/// The batches with a key that were taken last.
struct BatchKeys: Sendable {
    /// Beyond this many the oldest are forgotten.
    let limit: Int
    private var batches: [BatchKey: KeyedBatch] = [:]
    /// In the order taken, from `oldest` on.
    private var order: [BatchKey] = []
    private var oldest = 0

    init(limit: Int) { self.limit = limit }

    subscript(key: BatchKey) -> KeyedBatch? { batches[key] }

    /// All that are remembered, the oldest first.
    var all: [KeyedBatch] { order[oldest...].compactMap { batches[$0] } }

    /// Remembers a batch whose key is not known yet.
    mutating func add(_ batch: KeyedBatch) {
        guard batches.updateValue(batch, forKey: batch.key) == nil else { return }
        order.append(batch.key)
        while order.count - oldest > limit {
            batches[order[oldest]] = nil
            oldest += 1
        }
        if oldest > limit {
            order.removeFirst(oldest)
            oldest = 0
        }
    }
}
