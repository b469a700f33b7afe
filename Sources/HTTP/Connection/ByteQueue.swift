/// Received bytes that wait to be read, taken from the front.
struct ByteQueue {
    /// The bytes from `position` on are waiting; those before it have been read.
    var bytes: [UInt8] = []
    private(set) var position = 0

    var count: Int { bytes.count - position }
    var isEmpty: Bool { position == bytes.count }

    /// Marks what lies before `newPosition` as read. May move the rest to the front, so positions
    /// taken before are void.
    mutating func consume(upTo newPosition: Int) {
        position = newPosition
        if isEmpty {
            removeAll()
        } else if position > Self.readLimit {
            bytes.removeFirst(position)
            position = 0
        }
    }

    /// Read bytes that may lie before the waiting ones until they are moved, which costs a copy.
    private static let readLimit = 64 * 1024

    /// Frees the memory that a large content needed; blocks up to 16 KiB are used again.
    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: bytes.capacity <= 16 * 1024)
        position = 0
    }

    /// Takes the first bytes, at most `limit`. Copies nothing where the queue holds no others and
    /// none were read before.
    mutating func take(_ limit: Int) -> [UInt8] {
        guard limit < count || position > 0 else {
            defer { bytes = [] }
            return bytes
        }
        let end = position + min(limit, count)
        let taken = Array(bytes[position..<end])
        consume(upTo: end)
        return taken
    }
}
