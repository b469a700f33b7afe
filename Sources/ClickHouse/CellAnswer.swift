import Telemetry
import Values

/// An answer with sums by device and bucket, in any order, a bucket of a device once or in several
/// parts.
///
/// A reading comes as count, sum and sum of squares of what it is above a number near its mean, then
/// least, greatest and last.
struct CellAnswer {
    private struct Entry {
        var device: Int
        var bucket: Int32
        /// Where its numbers begin.
        var place: Int
    }

    /// Numbers of a cell beside its readings, and of each reading; 8 bytes each.
    private static let head = 4
    private static let reading = 6

    private let answer: RowBinary
    /// The number near the mean of each reading.
    private let centres: [Double]
    private var names: [String] = []
    private var entries: [Entry] = []

    /// - Throws: `SourceFault.garbled`.
    /// - Complexity: O(rows log rows); O(rows) where they come in order.
    init(_ answer: RowBinary, centres: [Double]) throws(SourceFault) {
        self.answer = answer
        self.centres = centres
        try readEntries()
        sort()
    }

    private mutating func readEntries() throws(SourceFault) {
        var rest = answer
        var numbers: [String: Int] = [:]
        while !rest.isAtEnd {
            let name = try rest.text()
            let device: Int
            if let last = entries.last, names[last.device] == name {
                device = last.device
            } else if let known = numbers[name] {
                device = known
            } else {
                device = names.count
                numbers[name] = device
                names.append(name)
            }
            let bucket = try rest.int32()
            entries.append(Entry(device: device, bucket: bucket, place: rest.place))
            try rest.skip((Self.head + Self.reading * centres.count) * 8)
        }
    }

    /// By the names of devices, then by time.
    private mutating func sort() {
        var ranks = [Int](repeating: 0, count: names.count)
        for (rank, device) in names.indices.sorted(by: { names[$0] < names[$1] }).enumerated() {
            ranks[device] = rank
        }
        let isBefore = { (one: Entry, other: Entry) in
            (ranks[one.device], one.bucket) < (ranks[other.device], other.bucket)
        }
        let isSorted = zip(entries, entries.dropFirst()).allSatisfy { !isBefore($1, $0) }
        if !isSorted { entries.sort(by: isBefore) }
    }

    /// The cells, the parts of each put together.
    /// - Throws: `SourceFault.garbled`.
    func cells(of planned: PlannedTable) throws(SourceFault) -> TableCells {
        var cells = TableCells(of: planned)
        var start = 0
        while start < entries.count {
            var next = start + 1
            while next < entries.count, entries[next].device == entries[start].device,
                entries[next].bucket == entries[start].bucket
            {
                next += 1
            }
            var cell = try Cell(answer, at: entries[start].place, centres)
            for entry in entries[(start + 1)..<next] {
                cell.merge(try Cell(answer, at: entry.place, centres))
            }
            cells.appendCell(
                device: names[entries[start].device], bucket: entries[start].bucket,
                rows: cell.rows, labelled: cell.labelled, from: cell.first, to: cell.end)
            for (metric, sums) in cell.readings.enumerated() {
                cells.append(sums.summary(above: centres[metric]), metric: metric)
            }
            start = next
        }
        return cells
    }
}

/// The sums of a cell, or of a part of one.
private struct Cell {
    struct Sums {
        var count: Int
        var sum: Double
        var squares: Double
        var least: Double
        var greatest: Double
        var last: Double
        /// The end of the part that `last` is from.
        var end: Double

        func summary(above centre: Double) -> MetricSummary {
            guard count > 0 else { return MetricSummary() }
            let above = sum / Double(count)
            let isConstant = least == greatest
            return MetricSummary(
                count: count, mean: isConstant ? least : centre + above,
                m2: isConstant ? 0 : max(0, squares - Double(count) * above * above),
                minimum: least, maximum: greatest, last: last)
        }
    }

    var rows: Int
    var labelled: Int
    var first: Double
    var end: Double
    var readings: [Sums]

    init(_ answer: RowBinary, at place: Int, _ centres: [Double]) throws(SourceFault) {
        var answer = answer
        answer.place = place
        (rows, labelled) = (try answer.count(), try answer.count())
        (first, end) = (try answer.double(), try answer.double())
        readings = []
        readings.reserveCapacity(centres.count)
        for _ in centres {
            readings.append(
                Sums(
                    count: try answer.count(), sum: try answer.double(),
                    squares: try answer.double(), least: try answer.double(),
                    greatest: try answer.double(), last: try answer.double(), end: end))
        }
    }

    mutating func merge(_ other: Cell) {
        for metric in readings.indices where other.readings[metric].count > 0 {
            let part = other.readings[metric]
            guard readings[metric].count > 0 else {
                readings[metric] = part
                continue
            }
            readings[metric].count += part.count
            readings[metric].sum += part.sum
            readings[metric].squares += part.squares
            readings[metric].least = min(readings[metric].least, part.least)
            readings[metric].greatest = max(readings[metric].greatest, part.greatest)
            if part.end >= readings[metric].end {
                (readings[metric].last, readings[metric].end) = (part.last, part.end)
            }
        }
        rows += other.rows
        labelled += other.labelled
        first = min(first, other.first)
        end = max(end, other.end)
    }
}
