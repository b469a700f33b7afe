import Telemetry
import Values

/// Which row of a table is whose and of when, as expressions of SQL.
struct TableKeys: Sendable {
    /// The name of the row's device; `nil` where the table is one device.
    let device: String?
    /// What orders the rows of different devices, as stored.
    let deviceKey: String?
    /// The row's time on the set's axis.
    let time: String
    /// The column of the time, as the table calls it.
    let timeColumn: TableDescription.Column
    /// What holds for rows that can be used.
    let isUsable: String

    private let scale: Double

    /// - Throws: why times or devices of the table are not known to the database.
    init(_ schema: FileSchema, _ table: TableDescription) throws(RowsNeeded) {
        (timeColumn, scale) = try Self.time(schema, table)
        time = Self.time(timeColumn, scale)
        var conditions = [Self.isTime(timeColumn)]
        switch schema.device {
        case .column(let index):
            let source = try table.column(index)
            let text = CellText(column: source).expression
            let isStored =
                [.text, .number].contains(source.kind) && !ColumnKind.isNullable(source.type)
                && !source.type.hasPrefix("Decimal")
            device = text
            deviceKey = isStored ? SQL.name(source.name) : text
            conditions.append("notEmpty(\(text))")
        case .fileName: (device, deviceKey) = (nil, nil)
        case .composite, .eachRow: throw RowsNeeded(.shape)
        }
        isUsable = conditions.joined(separator: " AND ")
    }
}

/// A table cannot be summed up in the database: its rows have to be read one by one.
struct RowsNeeded: Error {
    let reason: SourceFault.RowsNeeded

    init(_ reason: SourceFault.RowsNeeded) { self.reason = reason }
}

extension TableDescription {
    /// The column behind one of a schema, which has those of the sample in the same order; names may
    /// be spelt otherwise there.
    func column(_ index: Int) throws(RowsNeeded) -> Column {
        guard columns.indices.contains(index) else { throw RowsNeeded(.shape) }
        return columns[index]
    }
}

extension TableKeys {
    private static func time(
        _ schema: FileSchema, _ table: TableDescription
    ) throws(RowsNeeded) -> (TableDescription.Column, scale: Double) {
        switch schema.time {
        case .cycle(let index):
            let source = try table.column(index)
            guard source.kind == .number else {
                throw RowsNeeded(.textTimes(column: source.name))
            }
            return (source, 1)
        case .column(let index):
            let source = try table.column(index)
            switch source.kind {
            case .moment, .fineMoment: return (source, 1)
            case .number:
                if let scale = scale(schema.columns.first { $0.index == index }) {
                    return (source, scale)
                }
                throw RowsNeeded(.textTimes(column: source.name))
            default: throw RowsNeeded(.textTimes(column: source.name))
            }
        case .dateAndTime, .parts, .rowNumber: throw RowsNeeded(.shape)
        }
    }

    /// Units of a count of seconds since 1970 in one second; `nil` for other counts.
    private static func scale(_ column: ColumnSchema?) -> Double? {
        guard case .time(let format) = column?.type else { return nil }
        return switch format.form {
        case .epochSeconds: 1
        case .epochMilliseconds: 1e3
        case .epochMicroseconds: 1e6
        case .epochNanoseconds: 1e9
        default: nil
        }
    }

    private static func time(_ column: TableDescription.Column, _ scale: Double) -> String {
        let name = SQL.name(column.name)
        switch column.kind {
        case .moment: return "toFloat64(toUInt32(\(filled(name, column))))"
        case .fineMoment: return "toFloat64(\(filled(name, column)))"
        default:
            let value = "toFloat64(\(filled(name, column)))"
            return scale == 1 ? value : "\(value) / \(SQL.number(scale))"
        }
    }

    private static func filled(_ name: String, _ column: TableDescription.Column) -> String {
        ColumnKind.isNullable(column.type) ? "assumeNotNull(\(name))" : name
    }

    private static func isTime(_ column: TableDescription.Column) -> String {
        let name = SQL.name(column.name)
        let isThere = ColumnKind.isNullable(column.type) ? ["isNotNull(\(name))"] : []
        let isNumber = column.kind == .moment ? ["toUInt32(\(filled(name, column))) != 0"] : []
        let isFinite =
            column.kind == .number && column.type.contains("Float") ? ["isFinite(\(name))"] : []
        let all = isThere + isNumber + isFinite
        return all.isEmpty ? "1" : all.joined(separator: " AND ")
    }

    /// The conditions of one side of a table's checkpoint.
    func within(_ side: TableSide, of table: PlannedTable) -> [String] {
        guard let checkpoint = table.checkpoint.map(table.start) else { return [] }
        return side == .before
            ? within(from: nil, to: checkpoint) : within(from: checkpoint, to: nil)
    }

    /// A condition on the stored times, so that an index by time is of use.
    func within(from: Double?, to: Double?) -> [String] {
        let stored = SQL.name(timeColumn.name)
        // Decimals and fractions are not compared.
        let name = timeColumn.type.contains("Decimal") ? "toFloat64(\(stored))" : stored
        let bound = { (time: Double) -> String in
            switch self.timeColumn.kind {
            case .moment:
                let seconds = min(max(time.rounded(.up), 0), 4_294_967_295)
                return "toDateTime(\(UInt32(seconds)), 'UTC')"
            case .fineMoment(let decimals):
                return "toDateTime64(\(SQL.number(time)), \(decimals), 'UTC')"
            default: return SQL.number(time * self.scale)
            }
        }
        return [from.map { "\(name) >= \(bound($0))" }, to.map { "\(name) < \(bound($0))" }]
            .compactMap(\.self)
    }
}
