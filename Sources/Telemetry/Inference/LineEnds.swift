import Values

/// Counts of the ways lines end, outside of quotes.
struct LineEnds {
    private(set) var lf = 0
    private(set) var crlf = 0
    private(set) var cr = 0

    init(_ text: PaddedBytes) {
        self.init(text, minding: 0x22)
        // An odd quote hides every line end behind it.
        if lf + crlf + cr == 0 { self.init(text, minding: nil) }
    }

    private init(_ text: PaddedBytes, minding quote: UInt8?) {
        var isInside = false
        for index in 0..<text.count {
            let byte = text.storage[index]
            if byte == quote {
                isInside.toggle()
            } else if isInside {
                continue
            } else if byte == 0x0A {
                if index > 0, text.storage[index - 1] == 0x0D { crlf += 1 } else { lf += 1 }
            } else if byte == 0x0D, index + 1 == text.count || text.storage[index + 1] != 0x0A {
                cr += 1
            }
        }
    }

    /// What the counts amount to. A few lone returns among many lines are characters of a text.
    var kind: CSVDialect.LineEnd {
        if lf + crlf == 0 { return cr > 0 ? .cr : .lf }
        if cr * 20 > lf + crlf || (lf > 0 && crlf > 0) { return .mixed }
        return crlf > 0 ? .crlf : .lf
    }
}
