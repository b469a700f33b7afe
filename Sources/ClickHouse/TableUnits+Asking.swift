import Values

extension TableUnits {
    /// Parts by a hash where devices are more than a server lists at once.
    static let parts = 64

    /// Asks for the devices of a table, with rows and times of each.
    /// - Throws: `SourceFault`.
    init(_ keys: TableKeys, _ table: TableDescription, _ client: QueryClient) throws(SourceFault) {
        guard let key = keys.deviceKey else {
            order = nil
            units = try Self.units("''", isText: true, keys, table, client)
            return
        }
        let isText = !table.columns.contains { $0.kind == .number && SQL.name($0.name) == key }
        do {
            units = try Self.units(key, isText: isText, keys, table, client)
            order = key
        } catch {
            guard error == .tooLarge else { throw error }
            let part = "cityHash64(\(key)) % \(Self.parts)"
            units = try Self.units(part, isText: false, keys, table, client)
            order = part
        }
    }

    private static func units(
        _ key: String, isText: Bool, _ keys: TableKeys, _ table: TableDescription,
        _ client: QueryClient
    ) throws(SourceFault) -> [Unit] {
        var answer = try client.rows(
            """
            SELECT toString(\(key) AS pm_unit), count(), min(\(keys.time)), max(\(keys.time))
            FROM \(SQL.name(table.name)) WHERE \(keys.isUsable)
            GROUP BY pm_unit ORDER BY pm_unit
            """)
        var units: [Unit] = []
        while !answer.isAtEnd {
            let text = try answer.text()
            units.append(
                Unit(
                    key: isText ? SQL.text(text) : text, rows: try answer.count(),
                    first: try answer.double(), last: try answer.double()))
        }
        return units.filter { $0.rows > 0 }
    }
}
