private import CKernels
public import Values

extension ContentHash {
    /// Hashes `bytes` after those so far.
    /// - Complexity: O(n).
    public mutating func append(_ bytes: Span<UInt8>) {
        total &+= UInt64(bytes.count)
        var position = 0
        if !tail.isEmpty {
            while tail.count < 32, position < bytes.count {
                tail.append(bytes[position])
                position += 1
            }
            guard tail.count == 32 else { return }
            lanes = Self.folded(lanes, tail.span, from: 0, count: 1)
            tail.removeAll(keepingCapacity: true)
        }
        let stripes = (bytes.count - position) / 32
        lanes = Self.folded(lanes, bytes, from: position, count: stripes)
        for index in (position + stripes * 32)..<bytes.count { tail.append(bytes[index]) }
    }

    private static func folded(
        _ lanes: [UInt64], _ bytes: Span<UInt8>, from: Int, count: Int
    ) -> [UInt64] {
        guard count > 0 else { return lanes }
        var lanes = lanes
        let stripes = bytes.extracting(from..<(from + count * 32))
        unsafe stripes.withUnsafeBufferPointer { bytes in
            unsafe ck_hash_fold(&lanes, bytes.baseAddress, count)
        }
        return lanes
    }

    /// The hash of all bytes so far; more may follow.
    /// - Complexity: O(1).
    public var value: UInt64 {
        var hash = total >= 32 ? merged : Self.prime5
        hash &+= total
        let rest = unsafe tail.span.bytes
        var position = 0
        while position + 8 <= rest.byteCount {
            hash ^= Self.round(0, Self.word(rest, at: position))
            hash = hash.rotated(27) &* Self.prime1 &+ Self.prime4
            position += 8
        }
        if position + 4 <= rest.byteCount {
            let half = (0..<4).reduce(UInt64(0)) { $0 | UInt64(tail[position + $1]) << (8 * $1) }
            hash = (hash ^ (half &* Self.prime1)).rotated(23) &* Self.prime2 &+ Self.prime3
            position += 4
        }
        for byte in tail[position...] {
            hash = (hash ^ (UInt64(byte) &* Self.prime5)).rotated(11) &* Self.prime1
        }
        hash = (hash ^ (hash >> 33)) &* Self.prime2
        hash = (hash ^ (hash >> 29)) &* Self.prime3
        return hash ^ (hash >> 32)
    }

    private var merged: UInt64 {
        var hash =
            lanes[0].rotated(1) &+ lanes[1].rotated(7) &+ lanes[2].rotated(12)
            &+ lanes[3].rotated(18)
        for lane in lanes {
            hash = (hash ^ Self.round(0, lane)) &* Self.prime1 &+ Self.prime4
        }
        return hash
    }

    private static func round(_ lane: UInt64, _ word: UInt64) -> UInt64 {
        (lane &+ word &* prime2).rotated(31) &* prime1
    }

    private static func word(_ bytes: RawSpan, at offset: Int) -> UInt64 {
        // Any eight bytes are a valid integer, so the load is unsafe only in name.
        UInt64(
            littleEndian: unsafe bytes.unsafeLoadUnaligned(
                fromByteOffset: offset, as: UInt64.self))
    }
}

extension UInt64 {
    fileprivate func rotated(_ bits: UInt64) -> UInt64 { (self << bits) | (self >> (64 - bits)) }
}
