import Values

/// Counts of the line ends outside of quotes, by kind.
struct LineEnds {
    private(set) var lf = 0
    private(set) var crlf = 0
    private(set) var cr = 0

    init(_ text: PaddedBytes) {
        self.init(text, minding: 0x22)
        // One quote too many would hide every line end after it.
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

    /// The line end by these counts. A few lone returns among many lines are part of texts.
    var kind: CSVDialect.LineEnd {
        if lf + crlf == 0 { return cr > 0 ? .cr : .lf }
        if cr * 20 > lf + crlf || (lf > 0 && crlf > 0) { return .mixed }
        return crlf > 0 ? .crlf : .lf
    }
}
