import Values

/// Reads what preamble and header say of all rows: the device and the zone.
enum PreambleFacts {
    /// The facts in a text that begins where the file does.
    static func facts(_ text: PaddedBytes, _ dialect: CSVDialect) -> FileFacts {
        let first = min(dialect.head.firstRow, 200)
        let lines = HeadLine.lines(of: text, dialect, first: first + 1)
        let heads = [dialect.head.names, dialect.head.units, dialect.head.groups]
        let above = lines.filter { $0.number < first && !heads.contains($0.number) }
        var facts = FileFacts()
        var serial: String?
        for (key, value) in above.flatMap(pairs) + columns(above) {
            let name = ColumnName(key)
            if facts.timeZone == nil, namesZone(name) { facts.timeZone = ZoneText.zone(value) }
            if facts.device == nil, namesDevice(name) { facts.device = value }
            if serial == nil, name.mentions(serials) { serial = value }
        }
        let names = TableTitles(text, dialect).names.map { String(decoding: $0, as: UTF8.self) }
        let serials = Set(names.compactMap { ColumnName($0).serial })
        facts.device =
            facts.device ?? station(above) ?? serial ?? (serials.count == 1 ? serials.first : nil)
        facts.timeZone = facts.timeZone ?? names.lazy.compactMap(zone(inName:)).first
        return facts
    }

    /// The zone in the name of a column of times: `Date Time, GMT-07:00`, `Time (UTC)`.
    static func zone(inName name: String) -> String? {
        if name.hasPrefix("(PDH-"), let bias = biasOfCounters(name) { return bias }
        // `Europe/Amsterdam (+01:00)` in place of a name.
        if name.contains("/"), let zone = ZoneText.zone(name) { return zone }
        let words = ColumnName(name)
        // A column of offsets holds the zone in its cells.
        guard words.mentions(Vocabulary.times), !words.words.contains("offset") else { return nil }
        // `UTCDateTime`, but not `UTC offset`.
        if let first = words.words.first, ["utc", "gmt"].contains(first),
            words.words.dropFirst().contains(where: Vocabulary.times.contains)
        {
            return "UTC"
        }
        let parts = name.split { "([{,;_ )]}".contains($0) }.map(String.init)
        // A bare number is hardly an offset here, but a name or an offset with its mark is.
        return parts.lazy.filter { $0.contains(where: \.isLetter) }.compactMap(ZoneText.zone).first
    }

    /// `(PDH-CSV 4.0) (W. Europe Standard Time)(-60)`: the minutes to add for UTC, as Windows writes
    /// the zone of its performance counters.
    private static func biasOfCounters(_ name: String) -> String? {
        guard name.hasSuffix(")"), let open = name.lastIndex(of: "("),
            let bias = Int(name[name.index(after: open)...].dropLast()), abs(bias) <= 840
        else { return nil }
        let (hours, minutes) = (abs(bias) / 60, abs(bias) % 60)
        return ZoneText.zone(
            "UTC\(bias > 0 ? "-" : "+")\(hours):\(minutes < 10 ? "0" : "")\(minutes)")
    }

    /// Keys with their values in a line: `key: value`, `key = value`, `key,value`; also several.
    private static func pairs(_ line: HeadLine) -> [(key: String, value: String)] {
        let cells = line.cells.map { String(decoding: $0, as: UTF8.self) }.filter { !$0.isEmpty }
        var pairs: [(String, String)] = []
        for cell in cells {
            guard let sign = cell.firstIndex(where: { $0 == ":" || $0 == "=" }) else { continue }
            let value = String(cell[cell.index(after: sign)...]).trimmingSpaces()
            if !value.isEmpty { pairs.append((String(cell[..<sign]), value)) }
        }
        if cells.count == 2 || cells.count == 4 {
            for place in stride(from: 0, to: cells.count, by: 2) {
                let key = cells[place].trimmingSpaces()
                let bare = key.hasSuffix(":") || key.hasSuffix("=") ? String(key.dropLast()) : key
                if !bare.contains(":") { pairs.append((bare, cells[place + 1].trimmingSpaces())) }
            }
        }
        return pairs
    }

    /// A small table above the table: names in one line, their values in the next.
    private static func columns(_ above: [HeadLine]) -> [(key: String, value: String)] {
        zip(above, above.dropFirst()).flatMap { names, values -> [(key: String, value: String)] in
            guard names.cells.count == values.cells.count, names.cells.count >= 3,
                names.cells.allSatisfy(HeadLine.isName)
            else { return [] }
            return zip(names.cells, values.cells).map {
                (String(decoding: $0, as: UTF8.self), String(decoding: $1, as: UTF8.self))
            }
        }
    }

    private static func namesZone(_ name: ColumnName) -> Bool {
        name.joined.hasPrefix("timezone") || name.joined.hasPrefix("zeitzone")
            || name.joined == "tz" || name.joined == "utcoffset" || name.joined == "gmtoffset"
            || name.joined == "timeoffset" || name.joined == "часовойпояс"
    }

    private static func namesDevice(_ name: ColumnName) -> Bool {
        !name.mentions(Vocabulary.qualifiers)
            && !name.mentions(["type", "model", "typ", "version"])
            && !name.mentions(serials)
            && (name.consists(of: Vocabulary.devices, and: Vocabulary.identifying)
                || name.consists(
                    of: ["logger", "turbine", "plottitle"], and: Vocabulary.identifying))
    }

    private static let serials: Set<String> = [
        "serial", "serialnumber", "serialno", "sn", "seriennummer", "серийный", "s/n",
    ]

    /// In the first line of a Campbell table: format, station, logger, its number …
    private static func station(_ above: [HeadLine]) -> String? {
        guard let cells = above.first?.cells, cells.count > 4,
            ["TOA5", "TOB1", "TOACI1"].contains(String(decoding: cells[0], as: UTF8.self)),
            !cells[1].isEmpty
        else { return nil }
        return String(decoding: cells[1], as: UTF8.self)
    }
}
