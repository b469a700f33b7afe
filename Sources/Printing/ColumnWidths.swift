/// How wide the columns of a table are.
struct ColumnWidths {
    /// The places of the columns that are shown, and their widths.
    let columns: [(place: Int, width: Double)]

    /// Of the whole table.
    var sum: Double {
        columns.reduce(0) { $0 + $1.width } + Self.gap * Double(max(0, columns.count - 1))
    }

    /// The least width of a column of text that is broken.
    static let least = 64.0
    /// Between columns.
    static let gap = 10.0

    /// Columns get what their widest cell needs, where that fits. Else optional ones are left out
    /// from the right, and then text is broken: columns of text share the room that figures leave,
    /// by what they need.
    ///
    /// - Parameter needed: of each column, the width of its widest cell on one line.
    init(_ columns: [PrintedTable.Column], needed: [Double], room: Double) {
        var places = Array(columns.indices)
        func sum(_ places: [Int]) -> Double {
            places.reduce(0) { $0 + needed[$1] } + Self.gap * Double(max(0, places.count - 1))
        }
        func least(_ places: [Int]) -> Double {
            places.reduce(0) {
                $0 + (columns[$1].isNumber ? needed[$1] : min(needed[$1], Self.least))
            } + Self.gap * Double(max(0, places.count - 1))
        }
        while least(places) > room, let last = places.last(where: { columns[$0].isOptional }) {
            places.removeAll { $0 == last }
        }
        // Still too many: the last ones go, since the first name the row.
        while places.count > 1, least(places) > room { places.removeLast() }
        let excess = sum(places) - room
        guard excess > 0 else {
            self.columns = places.map { ($0, needed[$0]) }
            return
        }
        let loose = places.filter { !columns[$0].isNumber && needed[$0] > Self.least }
        let slack = loose.reduce(0) { $0 + needed[$1] - Self.least }
        self.columns = places.map { place in
            guard loose.contains(place), slack > 0 else { return (place, min(needed[place], room)) }
            let share = (needed[place] - Self.least) / slack
            return (place, max(Self.least, needed[place] - share * excess))
        }
    }
}
