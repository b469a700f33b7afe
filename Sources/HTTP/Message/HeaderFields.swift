/// Header fields in the order they arrived, found by name without regard to case.
///
/// All bytes lie in one block in the form they have on the wire, so reading a request costs two
/// allocations however many fields it has, and writing an answer copies the block.
package struct HeaderFields: Sendable {
    /// What `lines` point into. For fields the program has set it is the wire form, each line with
    /// its end; for parsed ones it may hold other bytes too.
    private(set) var wire: [UInt8] = []
    private(set) var lines: [Line] = []

    struct Line: Sendable {
        var name: Range<Int>
        var value: Range<Int>
    }

    /// No fields.
    package init() {}

    /// Fields that a parser found in `wire`.
    init(wire: [UInt8], lines: [Line]) {
        self.wire = wire
        self.lines = lines
    }

    /// How many fields there are; a repeated name counts each time.
    package var count: Int { lines.count }

    /// The first value under a name. Setting replaces all values of that name; nil removes them.
    ///
    /// - Complexity: O(number of fields); replacing or removing copies all bytes.
    package subscript(name: String) -> String? {
        get { rawValue(of: name).map { String(decoding: $0, as: UTF8.self) } }
        set {
            if contains(name) { removeAll(named: name) }
            if let newValue { append(name, newValue) }
        }
    }

    /// Every value under a name, in order of arrival.
    package func values(named name: String) -> [String] {
        rawValues(of: name).map { String(decoding: $0, as: UTF8.self) }
    }

    package func contains(_ name: String) -> Bool { lines.contains { matches($0, name) } }

    /// Adds a field after the others.
    ///
    /// A control byte in the value becomes a space, so that no value can start another line
    /// (RFC 9110 §5.5). The name comes from the program and must be a token.
    package mutating func append(_ name: String, _ value: String) {
        precondition(
            !name.isEmpty && name.utf8.allSatisfy(\.isToken), "a field name must be a token")
        let nameStart = wire.count
        wire.append(contentsOf: name.utf8)
        let nameEnd = wire.count
        wire.append(.colon)
        wire.append(.space)
        let valueStart = wire.count
        for byte in value.utf8 { wire.append(byte.isFieldContent ? byte : .space) }
        lines.append(Line(name: nameStart..<nameEnd, value: valueStart..<wire.count))
        wire.append(.carriageReturn)
        wire.append(.lineFeed)
    }

    /// Adds other fields after these.
    package mutating func append(contentsOf other: HeaderFields) {
        for (name, value) in other.all { append(name, value) }
    }

    /// Name and value of every field, in order.
    package var all: [(name: String, value: String)] {
        lines.map {
            (
                String(decoding: wire[$0.name], as: UTF8.self),
                String(decoding: wire[$0.value], as: UTF8.self)
            )
        }
    }

    /// The bytes of the first value; nil without such a field.
    func rawValue(of name: String) -> ArraySlice<UInt8>? {
        for line in lines where matches(line, name) { return wire[line.value] }
        return nil
    }

    func rawValues(of name: String) -> [ArraySlice<UInt8>] {
        var found: [ArraySlice<UInt8>] = []
        for line in lines where matches(line, name) { found.append(wire[line.value]) }
        return found
    }

    /// The members of a comma-separated field, over all its lines, without empty ones
    /// (RFC 9110 §5.6.1). Not for fields whose members may be quoted.
    func members(of name: String) -> [ArraySlice<UInt8>] {
        rawValues(of: name).flatMap { $0.split(separator: UInt8(ascii: ",")) }
            .map(\.trimmingBlanks).filter { !$0.isEmpty }
    }

    private mutating func removeAll(named name: String) {
        let kept = all.filter { !$0.name.utf8.equalsIgnoringCase(name) }
        self = HeaderFields()
        for field in kept { append(field.name, field.value) }
    }

    private func matches(_ line: Line, _ name: String) -> Bool {
        line.name.count == name.utf8.count && wire[line.name].equalsIgnoringCase(name)
    }
}

extension HeaderFields: Equatable {
    /// Same names (but for case) and values in the same order.
    package static func == (left: HeaderFields, right: HeaderFields) -> Bool {
        left.all.elementsEqual(right.all) {
            $0.name.lowercased() == $1.name.lowercased() && $0.value == $1.value
        }
    }
}

extension HeaderFields: ExpressibleByDictionaryLiteral {
    /// Fields in the order written; a name may be repeated.
    package init(dictionaryLiteral elements: (String, String)...) {
        for (name, value) in elements { append(name, value) }
    }
}
