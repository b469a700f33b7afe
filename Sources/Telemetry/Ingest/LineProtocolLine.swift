/// One line of InfluxDB's line protocol.
struct LineProtocolLine {
    /// What is wrong, as the end of a sentence about the line.
    struct Fault: Error { let reason: String }

    private(set) var measurement = ""
    private(set) var tags: TableCollector.Cells = []
    private(set) var fields: TableCollector.Cells = []
    /// In nanoseconds since 1970; `nil` where the line names none.
    private(set) var time: Int?
    /// Behind what was read so far.
    private(set) var place: Int
    private let start: Int
    private let bytes: [UInt8]

    init(_ bytes: [UInt8], at place: Int) {
        self.bytes = bytes
        self.place = place
        start = place
    }

    /// Behind the first line end in the text from the line's beginning on.
    var lineEnd: Int { bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count }

    /// Reads the line with its end. A line end within a text in quotes belongs to the text.
    mutating func parse(unit: Int) throws(Fault) {
        measurement = try string(name(until: [.comma, .space]))
        guard !measurement.isEmpty else { throw Fault(reason: "has no measurement") }
        while peek == .comma {
            place += 1
            let key = try string(name(until: [.equals, .comma, .space]))
            guard peek == .equals else { throw Fault(reason: "has a tag without a value: \(key)") }
            place += 1
            let value = name(until: [.comma, .space, .equals])
            guard !key.isEmpty, !value.isEmpty, peek != .equals else {
                throw Fault(reason: "has a tag that is not KEY=VALUE: \(key)")
            }
            _ = try string(value)
            tags.append((key, value))
        }
        skipSpaces()
        try parseFields()
        skipSpaces()
        try parseTime(unit)
        if peek == 0x0D { place += 1 }
        if peek == 0x0A { place += 1 }
    }

    private mutating func parseFields() throws(Fault) {
        while true {
            let key = try string(name(until: [.equals, .comma, .space]))
            guard !key.isEmpty, peek == .equals else {
                throw Fault(reason: key.isEmpty ? "has no fields" : "has no value for \(key)")
            }
            place += 1
            fields.append((key, try value(of: key)))
            guard peek == .comma else { return }
            place += 1
        }
    }

    private mutating func parseTime(_ unit: Int) throws(Fault) {
        let from = place
        while let byte = peek, byte != 0x0A, byte != 0x0D, byte != .space { place += 1 }
        let written = String(decoding: bytes[from..<place], as: UTF8.self)
        skipSpaces()
        guard isAtEnd else { throw Fault(reason: "goes on behind its time") }
        guard !written.isEmpty else { return }
        guard let count = Int(written) else {
            throw Fault(reason: "has \(written.prefix(40)) as its time; expected a whole number")
        }
        let (nanoseconds, isTooLarge) = count.multipliedReportingOverflow(by: unit)
        guard !isTooLarge else { throw Fault(reason: "has a time beyond the year 2262") }
        time = nanoseconds
    }

    // MARK: - Values

    private mutating func value(of key: String) throws(Fault) -> ArraySlice<UInt8> {
        if peek == .quote { return try text() }
        let from = place
        while let byte = peek, byte != .comma, byte != .space, byte != 0x0A, byte != 0x0D {
            place += 1
        }
        let written = bytes[from..<place]
        if let truth = Self.truths[String(decoding: written.prefix(6), as: UTF8.self)] {
            return Array((truth ? "true" : "false").utf8)[...]
        }
        let isWhole = written.last == UInt8(ascii: "i") || written.last == UInt8(ascii: "u")
        let number = isWhole ? written.dropLast() : written
        let text = String(decoding: number, as: UTF8.self)
        let isNumber =
            isWhole ? text.isDecimalDigits : Double(text)?.isFinite == true && text.isDecimalNumber
        guard isNumber else {
            let shown = String(decoding: written.prefix(40), as: UTF8.self)
            throw Fault(
                reason: "has \(shown) as \(key); expected a number, a text in quotes or a truth")
        }
        return number
    }

    private static let truths: [String: Bool] = [
        "t": true, "T": true, "true": true, "True": true, "TRUE": true,
        "f": false, "F": false, "false": false, "False": false, "FALSE": false,
    ]

    private mutating func text() throws(Fault) -> ArraySlice<UInt8> {
        place += 1
        var text: [UInt8] = []
        while let byte = peek {
            place += 1
            if byte == .quote {
                guard text.isUTF8 else { throw Fault(reason: "is not UTF-8") }
                return text[...]
            }
            if byte == .backslash, let next = peek, next == .quote || next == .backslash {
                text.append(next)
                place += 1
            } else {
                text.append(byte)
            }
        }
        throw Fault(reason: "has a text whose quote does not end")
    }

    // MARK: - Names

    /// The bytes up to one of these or the line's end, without the backslashes that escape a comma,
    /// an equals sign or a space; all others are kept.
    private mutating func name(until ends: [UInt8]) -> ArraySlice<UInt8> {
        let from = place
        var escaped: [UInt8]?
        while let byte = peek, !ends.contains(byte), byte != 0x0A, byte != 0x0D {
            if byte == .backslash, place + 1 < bytes.count,
                Self.escapable.contains(bytes[place + 1])
            {
                if escaped == nil { escaped = Array(bytes[from..<place]) }
                escaped?.append(bytes[place + 1])
                place += 2
            } else {
                escaped?.append(byte)
                place += 1
            }
        }
        return escaped.map { $0[...] } ?? bytes[from..<place]
    }

    private static let escapable: [UInt8] = [.comma, .equals, .space]

    private func string(_ bytes: ArraySlice<UInt8>) throws(Fault) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Fault(reason: "is not UTF-8")
        }
        return text
    }

    private var peek: UInt8? { place < bytes.count ? bytes[place] : nil }
    private var isAtEnd: Bool { peek == nil || peek == 0x0A || peek == 0x0D }

    private mutating func skipSpaces() {
        while peek == .space { place += 1 }
    }
}

extension UInt8 {
    fileprivate static let comma = UInt8(ascii: ",")
    fileprivate static let equals = UInt8(ascii: "=")
    fileprivate static let space = UInt8(ascii: " ")
    fileprivate static let backslash = UInt8(ascii: "\\")
}

extension String {
    /// A sign at most, then digits.
    fileprivate var isDecimalDigits: Bool {
        let digits = first == "-" || first == "+" ? dropFirst() : self[...]
        return !digits.isEmpty && digits.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    }

    /// Only what decimal numbers are written with: neither `nan` nor hexadecimal digits.
    fileprivate var isDecimalNumber: Bool {
        utf8.allSatisfy { ($0 >= 0x30 && $0 <= 0x39) || "+-.eE".utf8.contains($0) }
    }
}
