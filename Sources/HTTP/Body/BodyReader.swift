/// Takes a content out of the bytes received, whichever way it is framed.
struct BodyReader {
    private enum Framing {
        case length(left: Int)
        case chunked(ChunkedDecoder)
    }

    private var framing: Framing
    private var received = 0
    private let limit: Int

    /// Throws `contentTooLarge` where the head tells a length beyond `limit`; chunked contents are
    /// counted as they are read.
    init(_ framing: BodyFraming, limit: Int) throws(Rejection) {
        self.limit = limit
        switch framing {
        case .none: self.framing = .length(left: 0)
        case .length(let count): self.framing = .length(left: count)
        case .chunked: self.framing = .chunked(ChunkedDecoder())
        }
        if case .length(let count) = framing, count > limit {
            throw .contentTooLarge(limit: limit)
        }
    }

    var isDone: Bool {
        switch framing {
        case .length(let left): left == 0
        case .chunked(let decoder): decoder.isDone
        }
    }

    /// The bytes of the content that are at hand, without their framing. Throws `contentTooLarge`
    /// once a chunked content exceeds the limit.
    mutating func read(_ input: inout ByteQueue) throws(Rejection) -> [UInt8] {
        switch framing {
        case .length(let left):
            let bytes = input.take(left)
            framing = .length(left: left - bytes.count)
            return bytes
        case .chunked(var decoder):
            var bytes: [UInt8] = []
            var position = input.position
            try decoder.decode(input.bytes, position: &position, into: &bytes)
            input.consume(upTo: position)
            framing = .chunked(decoder)
            received += bytes.count
            if received > limit { throw .contentTooLarge(limit: limit) }
            return bytes
        }
    }
}
