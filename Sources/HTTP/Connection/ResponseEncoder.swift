/// Writes the head of an answer in one pass (RFC 9112 §4, §5).
struct ResponseEncoder: Sendable {
    static let continueLine = Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)

    private let security: HeaderFields
    /// The names of fields that an answer's own may clash with.
    private let special: FieldNameMarks

    init(_ security: SecurityHeaders) {
        self.security = security.fields
        special = FieldNameMarks(security.fields.all.map(\.name) + Self.own)
    }

    private static let own = ["Date", "Content-Length", "Connection", "Transfer-Encoding"]

    /// How an answer tells whether the connection stays open; `implied` adds no `Connection` field.
    enum Persistence {
        case implied
        case keepAlive
        case close
    }

    /// Appends the head of `response` to `output`, without `Content-Length` where the status
    /// forbids content.
    func encode(
        _ response: Response, date: [UInt8], persistence: Persistence, into output: inout [UInt8]
    ) {
        output.reserveCapacity(
            output.count + 192 + security.wire.count + response.headers.wire.count)
        output.append(contentsOf: "HTTP/1.1 ".utf8)
        output.append(decimal: response.status.code)
        output.append(.space)
        output.append(contentsOf: response.status.phrase.utf8)
        output.append(contentsOf: "\r\nDate: ".utf8)
        output.append(contentsOf: date)
        if !response.status.forbidsContent {
            output.append(contentsOf: "\r\nContent-Length: ".utf8)
            output.append(decimal: response.body.count)
        }
        switch persistence {
        case .implied: output.append(contentsOf: "\r\n".utf8)
        case .keepAlive: output.append(contentsOf: "\r\nConnection: keep-alive\r\n".utf8)
        case .close: output.append(contentsOf: "\r\nConnection: close\r\n".utf8)
        }
        appendFields(response.headers, to: &output)
        output.append(contentsOf: "\r\n".utf8)
    }

    /// A handler's fields win over the security fields; those of `own` are the server's alone, so a
    /// handler's are dropped.
    private func appendFields(_ headers: HeaderFields, to output: inout [UInt8]) {
        guard headers.mayHoldAny(of: special) else {
            output.append(contentsOf: security.wire)
            output.append(contentsOf: headers.wire)
            return
        }
        for (name, value) in security.all where !headers.contains(name) {
            output.append(contentsOf: "\(name): \(value)\r\n".utf8)
        }
        var headers = headers
        for name in Self.own where headers.contains(name) { headers[name] = nil }
        output.append(contentsOf: headers.wire)
    }
}

extension [UInt8] {
    fileprivate mutating func append(decimal number: Int) {
        if number >= 10 { append(decimal: number / 10) }
        append(0x30 + UInt8(truncatingIfNeeded: number % 10))
    }
}

/// A one-word Bloom filter of field names: tells quickly that a name is not in the set, but not
/// that it is.
struct FieldNameMarks: Sendable {
    private var marks: UInt64 = 0

    init(_ names: [String]) {
        for name in names { marks |= Self.mark(Array(name.utf8)[...]) }
    }

    /// False only where no name of the set equals this one, ignoring case.
    func mayContain(_ name: ArraySlice<UInt8>) -> Bool { marks & Self.mark(name) != 0 }

    /// One of 64 bits, by length and first letter; the factor keeps the usual names apart.
    private static func mark(_ name: ArraySlice<UInt8>) -> UInt64 {
        1 << UInt64((name.count &* 5 &+ Int(name.first?.lowercased ?? 0)) & 63)
    }
}

extension HeaderFields {
    /// False only where no field has a name of the set.
    func mayHoldAny(of names: FieldNameMarks) -> Bool {
        lines.contains { names.mayContain(wire[$0.name]) }
    }
}
