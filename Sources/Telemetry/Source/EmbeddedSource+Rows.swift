public import Foundation
public import Values

/// A file behind a source.
public struct SourceFile: Sendable {
    /// Where it is.
    public var url: URL
    /// Its name, schema and devices.
    public var file: RollupFile
    /// First and last time in it; `nil` without time.
    public var timeRange: ClosedRange<Double>?
    /// How it is read.
    public var options: ReadOptions = ReadOptions()
}

extension SourceFile {
    fileprivate var hasReadings: Bool { file.schema.columns.contains { $0.role == .metric } }
}

extension EmbeddedSource {
    /// The raw rows behind a mark, as written.
    ///
    /// Without a file named, those of the first file that has any, files with readings before
    /// others unless the filter names codes. Where the filter names codes,
    /// rows at whose time their device has an event of such a code. One pass over a file.
    /// - Throws: `LoadError` where a file cannot be read any more.
    public func rows(
        _ filter: Filter, file name: String?, offset: Int, limit: Int
    ) throws -> RowPage {
        let condition = RowCondition(filter, rollup)
        let asked = files.filter { name == nil || $0.file.name == name }
        let readings = filter.codes == nil ? asked.filter(\.hasReadings) : []
        let others = filter.codes == nil ? asked.filter { !$0.hasReadings } : asked
        let names = files.map(\.file.name)
        for file in readings + others where name != nil || condition.mayPass(file) {
            var page = try CSVReader(
                url: file.url, schema: file.file.schema, options: file.options
            )
            .rawRows(
                where: { condition.passes($0, file.file.deviceName($1, row: condition.row($0))) },
                offset: max(offset, 0), limit: max(limit, 0))
            page.file = file.file.name
            page.files = names
            if page.total > 0 || name != nil { return page }
        }
        return RowPage(
            file: name ?? names.first ?? "", header: [], rows: [], total: 0, files: names)
    }
}

/// A filter as a condition on the raw rows of a file.
private struct RowCondition {
    let filter: Filter
    let rollup: Rollup
    let selection: Selection
    /// Places of devices by name.
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

    /// The number of a row whose time is its number.
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
