import Values

extension TableUnits {
    /// Where the devices of a table are asked for, and by which expressions.
    struct Origin {
        var table: TableName
        /// What orders the devices; `nil` where the table is one device.
        var key: String?
        /// Whether `key` is a text and not a number.
        var isText: Bool
        /// Rows, first and last time.
        var fields: String
        var condition: String
    }

    /// Parts by a hash where devices are more than a server lists at once.
    private static let parts = 64

    private static func hash(_ key: String) -> String { "cityHash64(\(key)) % \(parts)" }

    /// Asks for the devices of a table, with rows and times of each.
    /// - Throws: `SourceFault`.
    init(_ origin: Origin, _ client: QueryClient) throws(SourceFault) {
        guard let key = origin.key else {
            order = nil
            units = try Self.units("''", isText: true, origin, client)
            return
        }
        do {
            units = try Self.units(key, isText: origin.isText, origin, client)
            order = key
        } catch {
            guard error == .tooLarge else { throw error }
            let part = Self.hash(key)
            units = try Self.units(part, isText: false, origin, client)
            order = part
            isHashed = true
        }
    }

    /// The devices as the rows of a table have them.
    init(_ keys: TableKeys, _ table: TableDescription, _ client: QueryClient) throws(SourceFault) {
        let isNumber = table.columns.contains {
            $0.kind == .number && SQL.name($0.name) == keys.deviceKey
        }
        try self.init(
            Origin(
                table: table.name, key: keys.deviceKey, isText: !isNumber,
                fields: "count(), min(\(keys.time)), max(\(keys.time))", condition: keys.isUsable),
            client)
    }

    private static func units(
        _ key: String, isText: Bool, _ origin: Origin, _ client: QueryClient
    ) throws(SourceFault) -> [Unit] {
        var answer = try client.rows(
            """
            SELECT toString(\(key) AS pm_unit), \(origin.fields)
            FROM \(SQL.name(origin.table)) WHERE \(origin.condition)
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

    /// The same units in a table that names the device by another expression.
    func named(by device: String) -> TableUnits {
        TableUnits(
            order: order.map { _ in isHashed ? Self.hash(device) : device }, isHashed: isHashed,
            units: units)
    }
}
