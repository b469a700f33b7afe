import Values

/// Reads InfluxDB's line protocol: `measurement,tag=a field=1,other="text" 1700000000000000000`.
///
/// Each measurement is a table of its own: column `time`, the tags, and the fields as
/// `measurement_field`, since fields of different measurements share names; a field `value` is
/// called by its measurement alone. Lines that begin with `#` are comments.
enum LineProtocolRows {
    /// - Parameters:
    ///   - unit: of times, in nanoseconds.
    ///   - now: the time of lines without one, in nanoseconds since 1970.
    static func read(_ bytes: [UInt8], unit: Int, now: Int) -> SentRows {
        var found = SentRows()
        var collector = TableCollector()
        var place = 0
        var index = 0
        while place < bytes.count {
            if bytes[place] == 0x0A || bytes[place] == 0x0D || bytes[place] == 0x20 {
                place += 1
                continue
            }
            var line = LineProtocolLine(bytes, at: place)
            guard bytes[place] != UInt8(ascii: "#") else {
                place = line.lineEnd
                continue
            }
            do {
                try line.parse(unit: unit)
                place = line.place
                if let reason = add(line, now, to: &collector) {
                    found.refused.append(RefusedRow(index: index, reason: reason))
                }
            } catch {
                // A broken line ends where the text has its next line end.
                place = line.lineEnd
                found.refused.append(RefusedRow(index: index, reason: error.reason))
            }
            index += 1
        }
        found.tables = collector.tables
        return found
    }

    private static func add(
        _ line: LineProtocolLine, _ now: Int, to collector: inout TableCollector
    ) -> String? {
        let time = Array(MomentText.iso(nanoseconds: line.time ?? now).utf8)[...]
        var cells: TableCollector.Cells = [("time", time)]
        for (name, text) in line.tags { cells.append((name.trimmed, text)) }
        for (name, text) in line.fields {
            let column = name == "value" ? line.measurement : "\(line.measurement)_\(name)"
            cells.append((column.trimmed, text))
        }
        for (name, text) in cells.dropFirst() {
            if let fault = SentLimits.fault(inName: name) ?? SentLimits.fault(inCell: text) {
                return fault
            }
            if name == "time" { return "has a tag or field named time, as the time itself is" }
        }
        return collector.add(cells, to: line.measurement)
    }
}

/// Times as text.
enum MomentText {
    /// ISO 8601 in UTC, with as many decimals as it takes: none, three, six or nine.
    static func iso(nanoseconds: Int) -> String {
        let (second, rest) = split(nanoseconds, 1_000_000_000)
        let (day, ofDay) = split(second, 86_400)
        let date = CivilDate(daysSince1970: day)
        let clock = [ofDay / 3_600, ofDay / 60 % 60, ofDay % 60].map { padded($0, 2) }
        let year = padded(date.year, 4)
        var text = "\(year)-\(padded(date.month, 2))-\(padded(date.day, 2))T"
        text += clock.joined(separator: ":")
        if rest != 0 {
            var (fraction, width) = (rest, 9)
            while fraction % 1_000 == 0 { (fraction, width) = (fraction / 1_000, width - 3) }
            text += "." + padded(fraction, width)
        }
        return text + "Z"
    }

    /// The quotient rounded down, and the rest, which is never negative.
    private static func split(_ number: Int, _ unit: Int) -> (Int, Int) {
        let (quotient, rest) = number.quotientAndRemainder(dividingBy: unit)
        return rest < 0 ? (quotient - 1, rest + unit) : (quotient, rest)
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
