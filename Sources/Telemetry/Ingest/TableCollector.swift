/// Puts rows that name their own columns into tables: a column is as wide as the rows that have it.
struct TableCollector {
    /// A row's cells, with the names of their columns.
    typealias Cells = [(name: String, text: ArraySlice<UInt8>)]

    private(set) var tables: [SentTable] = []
    private var places: [String: Int] = [:]
    /// By table the columns' places.
    private var columns: [[String: Int]] = []

    /// Adds a row to the table of a stream. Of several cells with one name the last counts.
    ///
    /// - Returns: why it was not added; `nil` where it was.
    mutating func add(_ cells: Cells, to stream: String) -> String? {
        let place = places[stream] ?? tables.count
        if place < tables.count {
            let known = columns[place]
            let new = Set(cells.lazy.map(\.name).filter { known[$0] == nil })
            guard tables[place].columns.count + new.count <= SentLimits.columns else {
                return "would make more than \(SentLimits.columns) columns"
            }
        } else {
            guard cells.count <= SentLimits.columns else {
                return "has more than \(SentLimits.columns) values"
            }
            places[stream] = place
            tables.append(SentTable(stream: stream))
            columns.append([:])
        }
        var row: [ArraySlice<UInt8>] = []
        row.reserveCapacity(tables[place].columns.count)
        for (name, text) in cells {
            let column = self.column(name, of: place)
            while row.count <= column { row.append([]) }
            row[column] = text
        }
        tables[place].rows.append(row)
        return nil
    }

    private mutating func column(_ name: String, of place: Int) -> Int {
        if let known = columns[place][name] { return known }
        let new = tables[place].columns.count
        columns[place][name] = new
        tables[place].columns.append(name)
        return new
    }
}
