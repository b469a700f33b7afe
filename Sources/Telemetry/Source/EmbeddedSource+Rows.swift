public import Foundation
public import Values

/// A file behind a source, to be read again for raw rows and issues.
public struct SourceFile: Sendable {
    /// Where the file is on disk, to be read again.
    public var url: URL
    /// Its name, schema and the naming of its devices.
    public var file: RollupFile
    /// First and last time in it; `nil` without times.
    public var timeRange: ClosedRange<Double>?
    /// The options it was loaded with.
    public var options: ReadOptions = ReadOptions()
    /// Answers about the table of which the file is a sample; `nil` where the file has all rows.
    var tables: (any TableReader)?
    /// The catalog's index of each column of readings; `nil` beyond the limit of metrics.
    var metrics: [Int?] = []
}

extension SourceFile {
    var hasReadings: Bool { file.schema.columns.contains { $0.role == .metric } }
}

extension EmbeddedSource {
    /// The rows behind a mark in a chart, as written.
    ///
    /// Unless `name` tells the file, they are of the first one with such rows; files with readings
    /// come first unless the filter has codes. With codes only rows at the time of such an event of
    /// their device count. Reads a file once.
    /// - Throws: `LoadError` where a file can no longer be read.
    public func rows(
        _ filter: Filter, file name: String?, offset: Int, limit: Int
    ) throws -> RowPage {
        let condition = RowCondition(filter, rollup)
        let asked = files.filter { name == nil || $0.file.name == name }
        let readings = filter.codes == nil ? asked.filter(\.hasReadings) : []
        let others = filter.codes == nil ? asked.filter { !$0.hasReadings } : asked
        let names = files.map(\.file.name)
        for file in readings + others where name != nil || condition.mayPass(file) {
            var page = try page(of: file, condition, max(offset, 0), max(limit, 0))
            page.file = file.file.name
            page.files = names
            if page.total > 0 || name != nil { return page }
        }
        return RowPage(
            file: name ?? names.first ?? "", header: [], rows: [], total: 0, files: names)
    }
}

extension EmbeddedSource {
    private func page(
        of file: SourceFile, _ condition: RowCondition, _ offset: Int, _ limit: Int
    ) throws -> RowPage {
        if let tables = file.tables {
            return try tables.rows(
                condition.question(file, offset: offset, limit: limit))
        }
        return try CSVReader(url: file.url, schema: file.file.schema, options: file.options)
            .rawRows(
                where: { condition.passes($0, file.file.deviceName($1, row: condition.row($0))) },
                offset: offset, limit: limit)
    }
}

/// A filter as a condition on the raw rows of a file.
private struct RowCondition {
    let filter: Filter
    let rollup: Rollup
    let selection: Selection
    /// Catalog indices by device name.
    let devices: [String: Int]
    let wanted: Set<Int>

    init(_ filter: Filter, _ rollup: Rollup) {
        self.filter = filter
        self.rollup = rollup
        selection = Selection(filter, rollup)
        wanted = Set(selection.devices)
        devices = Dictionary(
            rollup.catalog.devices.enumerated().map { ($1.name, $0) },
            uniquingKeysWith: { first, _ in first })
    }

    func mayPass(_ file: SourceFile) -> Bool {
        guard let range = file.timeRange, selection.isTimed else { return true }
        return range.upperBound >= selection.from && range.lowerBound < selection.to
    }

    /// The same as a question about a table. Devices are asked for by the names that it writes.
    func question(_ file: SourceFile, offset: Int, limit: Int) -> TableQuestion {
        let names = filter.devices.map { _ in
            selection.devices.map { rollup.catalog.devices[$0].name }
        }
        let codes = filter.codes.map { codes in
            codes.filter(rollup.catalog.codes.indices.contains)
                .map { rollup.catalog.codes[$0].name }
        }
        return TableQuestion(
            table: file.file.name, schema: file.file.schema, from: filter.from, to: filter.to,
            devices: names.map { $0.flatMap(file.file.writtenNames) }, codes: codes,
            offset: offset, limit: limit)
    }

    /// The number of a row, on an axis where that is its time; else meaningless.
    func row(_ time: Double) -> Int { Int(exactly: time) ?? 0 }

    func passes(_ time: Double, _ name: String) -> Bool {
        if selection.isTimed, !(time >= selection.from && time < selection.to) { return false }
        guard filter.devices != nil || filter.codes != nil else { return true }
        guard let device = devices[name], wanted.contains(device) else { return false }
        guard filter.codes != nil else { return true }
        let events = rollup.devices[device].events
        let moment = rollup.eventGrid.map { $0.edge($0.clampedBucket(of: time)) } ?? time
        return events.entries(from: moment, to: moment.nextUp)
            .contains { selection.codes[Int(events.codes[$0])] >= 0 }
    }
}
