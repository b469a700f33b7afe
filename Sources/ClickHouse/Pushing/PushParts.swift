import Telemetry
import Values

/// The partitions of a table that rows go to, as far as its key tells.
struct PushParts {
    private enum Unit { case none, year, month }

    private let unit: Unit
    private let times: [Double]

    init(_ rows: TypedRows, _ layout: TypedLayout, _ table: TableDescription) {
        guard let time = layout.time, layout.columns[time].kind == .moment,
            case .numbers(let values) = rows.columns[time], !table.partition.isEmpty
        else {
            (unit, times) = (.none, [])
            return
        }
        unit = table.partition.hasPrefix("toYear(") ? .year : .month
        times = values
    }

    /// A number for the partition of a row.
    func part(_ row: Int) -> Int {
        guard unit != .none else { return 0 }
        let date = CivilTime(secondsSince1970: times[row]).date
        return unit == .year ? date.year : date.year * 12 + date.month
    }
}
