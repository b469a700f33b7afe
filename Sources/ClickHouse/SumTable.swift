import Telemetry
import Values

/// Partial sums of a table by device and bucket of time, kept by the database itself: reading them
/// instead of the rows takes a fraction of the time where rows come every minute or oftener.
///
/// Names in statements begin with `pm_`: where an alias has the name of a column of the table, an
/// old server takes it for the column. The table's name holds a hash of what is summed up, so that
/// sums of other columns, or of a column in another role, are never taken for these.
struct SumTable: Sendable, Hashable {
    /// Seconds of a bucket.
    enum Width: Int, Sendable, CaseIterable {
        case sixHours = 21_600
        case hour = 3_600
        case fiveMinutes = 300

        var seconds: Double { Double(rawValue) }

        fileprivate var title: String {
            switch self {
            case .sixHours: "6h"
            case .hour: "1h"
            case .fiveMinutes: "5m"
            }
        }

        /// The buckets that these can be made of at first; `nil` where they are made of rows.
        var finer: Width? { self == .sixHours ? .hour : nil }
    }

    let width: Width
    /// The sums of all shards.
    let name: TableName
    /// The sums of one server.
    let local: TableName
    /// Fills the sums with each insert.
    let view: TableName

    init(_ width: Width, of table: TableDescription, _ terms: TableTerms) {
        self.width = width
        let names = Names(width.title, of: table, terms)
        (name, local, view) = (names.all, names.local, names.view)
    }

    /// Whether its buckets make up those of a grid.
    func fits(_ planned: PlannedTable) -> Bool {
        let seconds = width.seconds
        let parts = [planned.width / seconds, planned.anchor / seconds]
        return parts.allSatisfy { abs($0 - $0.rounded()) < 1e-9 } && planned.width >= seconds
    }
}

extension SumTable {
    /// What the database keeps of a table is called by the table, by what it is, and by a hash of
    /// what the columns are taken for.
    struct Names {
        let all: TableName
        let local: TableName
        let view: TableName

        /// To be changed with the columns of what is kept.
        private static let layout = "3"

        init(_ title: String, of table: TableDescription, _ terms: TableTerms) {
            let stem = "\(table.name.table)_\(title)_\(Self.hash(terms))"
            all = TableName(database: table.name.database, table: stem)
            let isLocal = table.local == table.name
            local =
                isLocal ? all : TableName(database: table.local.database, table: stem + "_local")
            view = TableName(database: table.local.database, table: stem + "_fill")
        }

        private static func hash(_ terms: TableTerms) -> String {
            var hash = ContentHash()
            let parts =
                [
                    layout, terms.keys.isUsable, terms.keys.device ?? "", terms.keys.time,
                    terms.label ?? "", terms.severity ?? "", "\(terms.codes.count)",
                ]
                + terms.codes + terms.metrics
            for part in parts {
                let bytes = Array(part.utf8) + [0]
                hash.append(bytes.span)
            }
            let text = String(hash.value, radix: 16)
            return String((String(repeating: "0", count: 16 - text.count) + text).prefix(8))
        }
    }
}
