package import Values

/// The columns that the rows of a file have where each is kept with its type, as a table of a
/// database does: one of times, one of numbers for each reading, and text as it is written.
package struct TypedLayout: Sendable, Hashable {
    /// What a column holds.
    package enum Kind: Sendable, Hashable {
        /// Seconds since 1970 in UTC.
        case moment
        /// A count of steps or cycles.
        case count
        /// A number, or none.
        case number
        case text
    }

    /// Where a column's cells come from.
    enum Origin: Sendable, Hashable {
        case time
        /// The name of the device, as the set calls it.
        case device
        /// A column of the file that holds numbers, by its index.
        case numbers(Int, NumberNotation)
        /// A column of the file, by its index.
        case cells(Int)
    }

    /// A column of the table.
    package struct Column: Sendable, Hashable {
        /// As in the header, where it has one.
        package var name: String
        /// What it holds.
        package var kind: Kind
        let origin: Origin
    }

    /// Why rows cannot be kept apart from their file.
    package enum Refusal: Error, Sendable, Hashable {
        /// Its rows have neither times nor names, and a table of a database has no order.
        case noKeys
    }

    /// The columns, in the order of the file; those of time and device first where they are made of
    /// several.
    package private(set) var columns: [Column] = []
    /// The columns that name the device, by their places.
    package private(set) var device: [Int] = []
    /// The place of the column of times; `nil` in a list of devices.
    package private(set) var time: Int?
    private let reserved: String

    /// The columns of a file read by that schema.
    /// - Parameter reserved: a name that none of them may have.
    /// - Throws: `Refusal`.
    package init(_ schema: FileSchema, reserved: String = "") throws(Refusal) {
        self.reserved = reserved
        let parts = try Self.timeColumns(schema)
        if parts.count > 1 { add("time", .moment, .time, schema) }
        var own: [Int] = []
        switch schema.device {
        case .fileName: add("device", .text, .device, schema)
        case .eachRow(nil): throw .noKeys
        case .column(let index), .eachRow(let index?): own = [index]
        case .composite(let indices): own = indices
        }
        for column in schema.columns {
            let place = columns.count
            if parts == [column.index] {
                add(column.name, Self.timeKind(schema), .time)
            } else if parts.contains(column.index) {
                continue
            } else if own == [column.index] {
                add(column.name, .text, .device)
                device = [place]
            } else if let notation = column.keptNotation {
                add(column.name, .number, .numbers(column.index, notation))
            } else {
                add(column.name, .text, .cells(column.index))
                if own.contains(column.index) { device.append(place) }
            }
        }
    }

    private mutating func add(_ name: String, _ kind: Kind, _ origin: Origin) {
        if origin == .time { time = columns.count }
        if origin == .device { device = [columns.count] }
        let free = name == reserved ? name + "_" : name
        columns.append(Column(name: free, kind: kind, origin: origin))
    }

    /// Adds a column that the file has not, under a name that no other has.
    private mutating func add(
        _ name: String, _ kind: Kind, _ origin: Origin, _ schema: FileSchema
    ) {
        var free = name
        while schema.columns.contains(where: { $0.name == free }) { free += "_" }
        add(free, kind, origin)
    }

    private static func timeColumns(_ schema: FileSchema) throws(Refusal) -> [Int] {
        switch schema.time {
        case .column(let index), .cycle(let index): return [index]
        case .dateAndTime(let date, let time): return [date, time]
        case .parts(let parts): return parts
        case .rowNumber:
            // Of rows that are no devices only their order says when they were.
            if case .eachRow = schema.device { return [] }
            guard schema.shape == .devices else { throw .noKeys }
            return []
        }
    }

    private static func timeKind(_ schema: FileSchema) -> Kind {
        if case .cycle = schema.time { .count } else { .moment }
    }
}

extension ColumnSchema {
    /// How its cells are read, where they are kept as numbers: readings, and what nobody uses, but
    /// for numbers of so many digits that they would be rounded.
    fileprivate var keptNotation: NumberNotation? {
        guard role == .metric || role == .ignore, case .number(let notation) = type else {
            return nil
        }
        let isLong = examples.contains { $0.utf8.filter { (0x30...0x39).contains($0) }.count > 15 }
        return role == .ignore && isLong ? nil : notation
    }
}
