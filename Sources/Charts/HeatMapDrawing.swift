import Markup
import Values

/// Draws a map: cells with tooltips one by one, all others of one level as one path.
struct HeatMapDrawing {
    let chart: HeatMap
    let rows: [HeatMap.Row]
    let grid: HeatGrid

    private struct Place: Hashable {
        let row: Int
        let column: Int
    }

    func draw(on canvas: inout Canvas, width: ChartWidth) {
        let titled = titledPlaces(width)
        silentCells(except: titled, on: &canvas)
        for (index, row) in rows.enumerated() {
            let box = grid.cell(index, grid.first)
            let point = Pixel(x: grid.left - 10, y: box.center.y + 4)
            canvas.text(row.label, at: point, .end, ["d"], limit: grid.left - 10, cut: .middle)
        }
        for place in titled { titledCell(place, on: &canvas) }
        marks(on: &canvas)
        axis(on: &canvas, right: width.pixels)
    }

    private func cell(_ place: Place) -> HeatMap.Cell {
        let cells = rows[place.row].cells
        return cells.indices.contains(place.column)
            ? cells[place.column] : HeatMap.Cell(level: nil)
    }

    private var places: [Place] {
        rows.indices.flatMap { row in
            (grid.first..<(grid.first + grid.count)).map { Place(row: row, column: $0) }
        }
    }

    /// The cells that get a tooltip: whole levels from the highest down, while together there are
    /// at most 290 (120 on narrow drawings); in the order of the map.
    private func titledPlaces(_ width: ChartWidth) -> [Place] {
        let limit = width.isNarrow ? 120 : 290
        var remaining = limit
        var chosen: [Place] = []
        for level in Ramp.classes.indices.reversed() {
            let candidates = places.filter {
                let cell = cell($0)
                return cell.level.map { min(max($0, 0), 6) } == level && !cell.title.isEmpty
            }
            guard candidates.count <= remaining else { break }
            remaining -= candidates.count
            chosen += candidates
        }
        return chosen.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
    }

    private func silentCells(except titled: [Place], on canvas: inout Canvas) {
        let spoken = Set(titled)
        var paths = Array(repeating: PathData(), count: Ramp.classes.count)
        var holes: [Frame] = []
        for place in places where !spoken.contains(place) {
            let box = grid.cell(place.row, place.column)
            if let level = cell(place).level {
                paths[min(max(level, 0), 6)].rectangle(
                    x: box.left, y: box.top, width: box.width, height: box.height)
            } else {
                holes.append(box)
            }
        }
        let missing = Self.hatched(holes)
        for (path, style) in zip(paths, Ramp.classes) { canvas.path([style], path) }
        canvas.path(["hatch"], missing)
    }

    /// Slanted lines through cells, the fewer the more cells there are. They are lines because a
    /// pattern would need an id, which two drawings of a page would share.
    private static func hatched(_ boxes: [Frame]) -> PathData {
        var path = PathData()
        for box in boxes {
            let extent = box.width + box.height
            let distance = boxes.count <= 150 ? 5 : boxes.count <= 400 ? 9 : extent / 2
            var offset = distance
            while offset < extent {
                path.move(min(box.left + offset, box.right), box.top + max(0, offset - box.width))
                path.line(box.left + max(0, offset - box.height), min(box.top + offset, box.bottom))
                offset += max(distance, 1)
            }
        }
        return path
    }

    private func titledCell(_ place: Place, on canvas: inout Canvas) {
        let cell = cell(place)
        guard let level = cell.level else { return }
        canvas.rectangle(
            Ramp.fill(level), grid.cell(place.row, place.column), title: cell.title)
    }

    private func marks(on canvas: inout Canvas) {
        var path = PathData()
        for place in places where cell(place).isMarked {
            let center = grid.cell(place.row, place.column).center
            MarkShape.wedge.append(to: &path, at: center, size: min(4, grid.pitch / 2.6))
        }
        canvas.path(["fail"], path)
    }

    private func axis(on canvas: inout Canvas, right limit: Double) {
        switch chart.columns {
        case .times:
            if let times { canvas.horizontalAxis(times.scale, frame, right: limit) }
        case .names(let names):
            nameAxis(names, on: &canvas, right: limit)
        }
    }

    private var frame: Frame {
        Frame(left: grid.left, top: HeatGrid.top, right: grid.right, bottom: grid.bottom)
    }

    /// The scale of columns that are times; nil for names.
    private var times: (axis: HorizontalAxis, scale: HorizontalScale)? {
        guard case .times(let starts, let end, let zone) = chart.columns,
            let first = starts.dropFirst(grid.first).first, end > first,
            let domain = ClosedRange(from: first, to: end)
        else { return nil }
        let scale = TimeScale(domain: domain, from: grid.left, to: grid.right, zone: zone)
        return (.time(zone), .time(scale))
    }

    /// Where the time axis lies; nil for names.
    var area: PlotArea? { times.map { PlotArea($0.axis, $0.scale, frame) } }

    /// Every name, or every second, third, fourth, sixth … so that none touches the next.
    private func nameAxis(_ names: [String], on canvas: inout Canvas, right limit: Double) {
        let shown = names.dropFirst(grid.first)
        let widest = (shown.map { TextMetrics.width($0) }.max() ?? 0) + 8
        let possible = [1, 2, 3, 4, 6, 8, 12, 24, 48, 96]
        let step = possible.first { Double($0) * grid.pitch >= widest } ?? max(1, grid.count)
        for (offset, name) in shown.enumerated() where offset % step == 0 {
            let x = grid.left + Double(offset) * grid.pitch
            if step == 1 {
                canvas.text(
                    name, at: Pixel(x: x + (grid.pitch - grid.gap) / 2, y: grid.bottom + 16),
                    .middle)
            } else {
                canvas.vertical("tick", x: x, from: grid.bottom, to: grid.bottom + 5)
                canvas.text(name, at: Pixel(x: x, y: grid.bottom + 19), limit: limit - x)
            }
        }
        let point = Pixel(x: grid.right, y: grid.bottom + 36)
        canvas.text(chart.text.valueTitle, at: point, .end, limit: grid.right)
    }
}
