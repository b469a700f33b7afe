import Telemetry
import Values

/// Asks for the rows of a table that have a code, and for what is counted over all rows.
struct EventQuery {
    let planned: PlannedTable
    let terms: TableTerms
    let table: TableDescription

    /// How many events the column of codes in that place has.
    func count(_ place: Int, _ client: QueryClient) throws(SourceFault) -> Int {
        var answer = try client.rows(
            """
            SELECT count() FROM \(SQL.name(table.name)) \(first(place))
            WHERE \(all(["notEmpty(\(terms.codes[place]))"]))
            """)
        return try answer.count()
    }

    /// Events with their own times or, where they are too many, with those of buckets.
    func statement(_ place: Int, _ conditions: [String], isExact: Bool) -> String {
        let code = terms.codes[place]
        let width = SQL.number(planned.width)
        let anchor = SQL.number(planned.anchor)
        let time =
            isExact
            ? terms.keys.time
            : "\(anchor) + floor((\(terms.keys.time) - \(anchor)) / \(width) + 0.000001) * \(width)"
        return """
            SELECT \(terms.keys.device ?? "''") AS pm_device, \(time) AS pm_time,
            \(code) AS pm_code, \(terms.severity ?? "''") AS pm_severity, count()
            FROM \(SQL.name(table.name)) \(first(place))
            WHERE \(all(conditions + ["notEmpty(\(code))"]))
            GROUP BY pm_device, pm_time, pm_code, pm_severity
            ORDER BY pm_device, pm_time, pm_code, pm_severity
            """
    }

    /// Most rows have no code: only those with one are looked at more closely.
    private func first(_ place: Int) -> String {
        guard table.hasParts, let text = terms.codeTexts[place] else { return "" }
        return "PREWHERE notEmpty(\(text))"
    }

    private var wanted: [String] {
        terms.keys.within(from: planned.from.map(planned.start), to: nil)
    }

    private func all(_ conditions: [String]) -> String {
        ([terms.keys.isUsable] + wanted + conditions).joined(separator: " AND ")
    }

    /// Reads an answer.
    func events(_ answer: RowBinary) throws(SourceFault) -> TableEvents {
        var answer = answer
        var events: [TableEvents.Event] = []
        while !answer.isAtEnd {
            let device = try answer.text()
            let time = try answer.double()
            events.append(
                TableEvents.Event(
                    device: device, time: time, code: try answer.text(),
                    severity: try answer.text(), count: try answer.count()))
        }
        return TableEvents(events: events)
    }

    /// Rows of a side by severity.
    func severities(
        _ severity: String, _ side: TableSide, _ client: QueryClient
    ) throws(SourceFault) -> [String: Int] {
        var answer = try client.rows(
            """
            SELECT \(severity) AS pm_word, count() FROM \(SQL.name(table.name))
            WHERE \(all(terms.keys.within(side, of: planned)))
            GROUP BY pm_word ORDER BY count() DESC, pm_word LIMIT 1000
            """)
        var counts: [String: Int] = [:]
        while !answer.isAtEnd { counts[try answer.text()] = try answer.count() }
        return counts
    }

    /// The last value of each attribute, by device.
    func attributes(_ conditions: [String]) -> String {
        let values = terms.attributes.map { value in
            "argMaxIf(\(value), \(terms.keys.time), notEmpty(\(value)))"
        }
        return """
            SELECT \(terms.keys.device ?? "''") AS pm_device, \(values.joined(separator: ", "))
            FROM \(SQL.name(table.name))
            WHERE \(all(conditions))
            GROUP BY pm_device ORDER BY pm_device
            """
    }

    /// Reads an answer to that.
    func attributes(_ answer: RowBinary) throws(SourceFault) -> TablePart {
        var answer = answer
        var devices: [String] = []
        var values = terms.attributes.map { _ in [String]() }
        while !answer.isAtEnd {
            devices.append(try answer.text())
            for place in values.indices { values[place].append(try answer.text()) }
        }
        return .attributes(devices: devices, values: values.map(DictionaryColumn.init(texts:)))
    }
}
