package import Values

/// Rows × columns of cells in one hue from light to dark; missing cells are hatched.
package struct HeatMap: Chart {
    package struct Cell: Sendable, Equatable {
        /// Its step of colour, 0…6, clamped when drawn; nil is missing.
        package var level: Int?
        /// Tooltip of the cell; the highest levels have theirs where there are too many.
        package var title: String
        /// Whether a ▼ stands on it, such as for a failure in that week.
        package var isMarked: Bool

        package init(level: Int?, title: String = "", isMarked: Bool = false) {
            self.level = level
            self.title = title
            self.isMarked = isMarked
        }
    }

    package struct Row: Sendable, Equatable {
        package var label: String
        /// One for each column; those not given are missing.
        package var cells: [Cell]

        package init(label: String, cells: [Cell]) {
            self.label = label
            self.cells = cells
        }
    }

    package enum Columns: Sendable {
        /// Where each column starts, in seconds since 1970 and ascending, and where the last one
        /// ends.
        case times(starts: [Double], end: Double, ChartCalendar)
        /// As many of the names are written as fit without touching.
        case names([String])

        var count: Int {
            switch self {
            case .times(let starts, _, _): starts.count
            case .names(let names): names.count
            }
        }
    }

    /// What is shown where there is no room for all columns at a legible width.
    package enum Shortage: Sendable {
        /// The last columns, as for times that run on.
        case showsLast
        /// All columns in narrower cells, as for the hours of a day.
        case showsAll
    }

    /// The value title stands below columns with names, "hour of the day, local time".
    package var text: ChartText
    /// From the top; beyond `rowLimit` not drawn.
    package var rows: [Row]
    package var columns: Columns
    package var shortage: Shortage
    package static let rowLimit = 40

    package init(text: ChartText, rows: [Row], columns: Columns, shortage: Shortage = .showsLast) {
        self.text = text
        self.rows = rows
        self.columns = columns
        self.shortage = shortage
    }

    /// Throws where there are no rows or no columns, or all cells are missing.
    package func draw(width: ChartWidth, id: String) throws(NothingToDraw) -> Drawing {
        guard !rows.isEmpty, columns.count > 0 else { throw .noData }
        guard rows.contains(where: { $0.cells.contains { $0.level != nil } }) else {
            throw .allMissing(count: rows.count * columns.count)
        }
        let shown = Array(rows.prefix(Self.rowLimit))
        let grid = HeatGrid(self, rows: shown, width: width)
        var canvas = Canvas(text.numbers)
        let drawing = HeatMapDrawing(chart: self, rows: shown, grid: grid)
        drawing.draw(on: &canvas, width: width)
        return canvas.drawing(
            text, width: width, height: grid.bottom + axisHeight, id: id,
            reduction: Reduction(.columns, total: columns.count, drawn: grid.count)
                ?? Reduction(.rows, total: rows.count, drawn: shown.count), area: drawing.area)
    }

    /// Only the time under the pointer: the cells have tooltips of their own.
    package var reading: PlotReading? {
        guard case .times(_, _, let zone) = columns else { return nil }
        return PlotReading(.time(zone))
    }

    private var axisHeight: Double {
        switch columns {
        case .times: 42
        case .names: text.valueTitle.isEmpty ? 24 : 40
        }
    }
}

/// Where the cells of a map stand, in pixels.
struct HeatGrid {
    let left: Double
    let pitch: Double
    let rowPitch: Double
    let gap: Double
    /// Index of the first column that is drawn.
    let first: Int
    /// How many columns are drawn.
    let count: Int
    let rows: Int
    static let top = 6.0

    var bottom: Double { Self.top + Double(rows) * rowPitch }
    var right: Double { left + Double(count) * pitch }

    init(_ map: HeatMap, rows: [HeatMap.Row], width: ChartWidth) {
        let names = rows.map { TextMetrics.width($0.label) }.max() ?? 0
        left = min(names + 10, width.pixels * 0.36).rounded(.up)
        let room = width.pixels - left
        let total = map.columns.count
        // Below 16 px a cell with its mark cannot be told from its neighbour; the widest drawing
        // goes down to 6 px before it drops columns.
        let smallest = width.room == .wide ? 6.0 : 16
        let fitting =
            map.shortage == .showsAll ? total : min(total, max(1, Int(clamping: room / smallest)))
        let affordable = max(1, 1_600 / max(1, rows.count))
        count = min(fitting, affordable)
        first = total - count
        pitch = min(room / Double(count), 48)
        rowPitch = rows.count <= 8 ? 26 : 18
        gap = pitch < 8 ? 0.5 : rows.count <= 8 ? 1.5 : 2
        self.rows = rows.count
    }

    func cell(_ row: Int, _ column: Int) -> Frame {
        let x = left + Double(column - first) * pitch
        let y = Self.top + Double(row) * rowPitch
        return Frame(
            left: x, top: y, right: x + max(pitch - gap, 0.5), bottom: y + rowPitch - max(gap, 1.5))
    }
}
