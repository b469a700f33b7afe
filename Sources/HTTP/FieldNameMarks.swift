/// A set of field names that can say quickly that a name is not in it, but not that it is.
struct FieldNameMarks: Sendable {
    private var marks: UInt64 = 0

    init(_ names: [String]) {
        for name in names { marks |= Self.mark(Array(name.utf8)[...]) }
    }

    /// False only where no name of the set equals this one, without regard to case.
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
