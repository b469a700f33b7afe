import Telemetry
import Values

/// A column of a table that rows are written into: its type, and how a cell is written.
struct PushColumn: Sendable, Hashable {
    /// What a cell is written as, in the format `RowBinary`.
    enum Form: Sendable, Hashable {
        /// Whole seconds.
        case moment
        /// Whole steps of so many in a second.
        case ticks(Double)
        case number
        /// A number, or a mark that there is none.
        case numberOrNone
        case text
    }

    var name: String
    var form: Form

    /// The type in the database of a column of a layout, where times need so many decimals.
    static func type(_ kind: TypedLayout.Kind, decimals: Int) -> String {
        switch kind {
        case .moment: decimals == 0 ? "DateTime('UTC')" : "DateTime64(\(decimals), 'UTC')"
        case .count: "Float64"
        case .number: "Nullable(Float64)"
        case .text: "String"
        }
    }

    /// How cells of a layout's column are written into a column of that type; `nil` where its type
    /// does not hold them all.
    static func form(_ kind: TypedLayout.Kind, into type: String) -> Form? {
        switch (kind, ColumnKind(type)) {
        case (.moment, .moment) where type.hasPrefix("DateTime"): .moment
        case (.moment, .fineMoment(let decimals))
        where type.hasPrefix("DateTime64") && decimals < 10:
            .ticks((0..<decimals).reduce(1) { scale, _ in scale * 10 })
        case (.count, _) where type == "Float64": .number
        case (.number, _) where type == "Nullable(Float64)": .numberOrNone
        case (.text, _) where type == "String" || type == "LowCardinality(String)": .text
        default: nil
        }
    }
}

extension TypedLayout {
    /// How each column is written into those of a table, by their names.
    /// - Throws: `PushFault` where one is not there, or of another type.
    func columns(of table: TableDescription) throws(PushFault) -> [PushColumn] {
        var result: [PushColumn] = []
        let title = table.title
        for column in columns {
            let expected = PushColumn.type(column.kind, decimals: 0)
            guard let stored = table.columns.first(where: { $0.name == column.name }) else {
                throw .noColumn(table: title, name: column.name, type: expected)
            }
            guard let form = PushColumn.form(column.kind, into: stored.type) else {
                throw .otherType(
                    table: title, name: column.name, type: stored.type, expected: expected)
            }
            result.append(PushColumn(name: column.name, form: form))
        }
        guard table.hasBatches else {
            throw .noColumn(table: title, name: PushTable.batchColumn, type: "UInt64")
        }
        return result
    }
}
