import Foundation
import Values

/// A file that is going to be read, and what is known of it before.
struct PlannedFile: Sendable {
    var file: DatasetFile
    let options: ReadOptions
    let sample: FileSample
    var rollupFile: RollupFile
    /// Of the table of which the file is a sample; `nil` for files.
    var facts: TableFacts?

    var schema: FileSchema { rollupFile.schema }

    var reader: CSVReader { CSVReader(url: file.url, schema: schema, options: options) }
}

/// What is decided before the files of a data set are read: which ones, in which order, on which
/// time axis, and how devices are named.
struct LoadPlan: Sendable {
    private(set) var files: [PlannedFile] = []
    private(set) var notes: [DatasetNote] = []
    private(set) var errors: [LoadError] = []
    private(set) var kind = TimeKind.row
    private(set) var zone = Zone.utc
    /// By file the correction that applies; part of the version.
    private(set) var corrections: [String: SchemaCorrection] = [:]

    init(
        _ dataset: Dataset, _ options: LoadOptions, tables: (any TableReader)? = nil
    ) throws {
        var content = ContentIndex()
        var zoneName = options.reading.timeZone
        var isStated = options.isTimeZoneStated
        var inspections: [FileInspection] = []
        for file in dataset.files {
            if let kept = content.insert(file) {
                notes.append(.sameContent(kept: kept, left: file.name))
                continue
            }
            let correction = correction(of: file)
            if let name = correction?.timeZone, !isStated {
                (zoneName, isStated) = (name, true)
            }
            var reading = options.reading
            reading.timeZone = correction?.timeZone ?? reading.timeZone
            inspections.append(
                FileInspection(
                    file: file, correction: correction, options: reading, tables: tables))
        }
        try FileInspection.run(inspections) { take($0) }
        zone = try Zone(zoneName)
        try chooseAxis(isZoneStated: isStated)
        nameDevices(of: dataset.name)
        sortForReading()
    }

    private mutating func correction(of file: DatasetFile) -> SchemaCorrection? {
        do {
            let correction = try file.correction()
            corrections[file.name] = correction
            return correction
        } catch {
            let name = file.name + ".schema.json"
            notes.append(
                .unreadableFile(
                    name: name, error: .cannotRead(path: file.correctionURL.path, errno: 0)))
            return nil
        }
    }

    /// Adds a file, or notes why it cannot be used.
    private mutating func take(_ inspection: FileInspection.Outcome) {
        switch inspection {
        case .success(let file):
            files.append(file)
        case .failure(let error):
            errors.append(error.reason)
            notes.append(.unreadableFile(name: error.file, error: error.reason))
        }
    }

    /// Chooses the kind of axis that most rows have, by estimate; files with another kind are left
    /// out.
    private mutating func chooseAxis(isZoneStated: Bool) throws {
        var rows: [AxisClass: Int] = [:]
        for file in files where file.rollupFile.hasTimes {
            rows[AxisClass(file.schema), default: 0] += file.estimatedRows
        }
        let best = rows.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key
        guard let best else { return }
        let others = files.filter { $0.rollupFile.hasTimes && AxisClass($0.schema) != best }
        notes += others.map { .otherTimeAxis(file: $0.file.name) }
        files.removeAll { $0.rollupFile.hasTimes && AxisClass($0.schema) != best }
        switch best {
        case .time:
            let timed = files.filter(\.rollupFile.hasTimes)
            let isStated = isZoneStated || timed.allSatisfy { !$0.schema.hasNaiveTimes }
            let named = Set(timed.compactMap(\.schema.facts.timeZone))
            if !isZoneStated, named.count == 1, let name = named.first { zone = try Zone(name) }
            kind = .time(zone: zone.identifier, isStated: isStated)
        case .cycle: kind = .cycle
        case .row: kind = .row
        }
    }

    private mutating func nameDevices(of set: String) {
        let naming = DeviceNaming(files, set: set)
        for place in files.indices {
            files[place].rollupFile.fallbackDevice = naming.fallbacks[place]
            files[place].rollupFile.devicePrefix = naming.prefixes[place]
        }
        if let note = naming.note { notes.append(note) }
        matchDevices()
    }

    /// Takes over what a person said about devices of two spellings, and asks where no one did.
    private mutating func matchDevices() {
        for place in files.indices {
            if let names = corrections[files[place].file.name]?.deviceNames {
                files[place].rollupFile.deviceNames = names
                continue
            }
            guard files[place].rollupFile.devicePrefix == nil else { continue }
            let earlier = files[..<place].lazy.compactMap { [files] other in
                DeviceSpellings(of: files[place].sample, in: other.sample).map { (other, $0) }
            }.first
            guard let (other, spellings) = earlier else { continue }
            files[place].rollupFile.schema.questions.append(
                spellings.question(about: other.file.name))
        }
    }

    /// Files with readings first, those with the shortest interval leading, then the others; equal
    /// ones stay in natural order of their names.
    private mutating func sortForReading() {
        let ranks = files.map { $0.rollupFile.hasMetrics ? width($0) : .infinity }
        files = files.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }.map { files[$0] }
    }

    private func width(_ file: PlannedFile) -> Double {
        guard let step = file.rollupFile.step else { return .greatestFiniteMagnitude }
        // Where clocks change, buckets of a day would drift off the days.
        let limit = zone.evenStretch(around: firstTime) ?? .infinity
        return BucketWidth.suitable(
            step: step, isCalendar: kind.isCalendar,
            limit: kind.isCalendar ? limit : .infinity)
    }

    /// The earliest time in any sample; 0 without times.
    private var firstTime: Double {
        files.compactMap { $0.facts?.times?.lowerBound ?? $0.sample.firstTime }.min() ?? 0
    }

    /// A builder for the planned files, its buckets suited to the shortest interval and the memory.
    func builder(_ name: String, _ options: LoadOptions) -> RollupBuilder {
        let finest = files.first { $0.rollupFile.hasMetrics && $0.rollupFile.step != nil }
        var builder = RollupBuilder(
            name: name, kind: kind, bucketWidth: finest.map(width) ?? 1,
            anchor: kind.isCalendar ? zone.start(of: .day, at: firstTime) : 0, options: options)
        builder.prepare(for: files.filter { $0.rollupFile.hasMetrics }.map(CellForecast.init))
        return builder
    }

    var hasReadings: Bool { files.contains { $0.rollupFile.hasMetrics } }
}

/// The kinds of axis a file can be on.
private enum AxisClass: Int, Hashable {
    case time, cycle, row

    init(_ schema: FileSchema) {
        switch schema.time {
        case .column, .dateAndTime, .parts: self = .time
        case .cycle: self = .cycle
        case .rowNumber: self = .row
        }
    }
}

extension PlannedFile {
    /// Rows, of a table as counted, else estimated from the sample: the batches of a file hold about
    /// as many rows each.
    var estimatedRows: Int {
        if let facts { return facts.rows }
        guard sample.isFull, sample.pieces.count > 0 else { return sample.rows }
        let pieces = Double(file.signature.size) / Double(FileSample.pieceSize)
        let perPiece = Double(sample.pieces.rows) / Double(sample.pieces.count)
        return max(sample.rows, Int(clamping: min(perPiece * pieces, 1e15)))
    }
}

extension FileSchema {
    /// Whether its times need a zone: they name none and are no count of seconds.
    fileprivate var hasNaiveTimes: Bool {
        if facts.timeZone != nil { return false }
        guard case .column(let index) = time,
            let column = columns.first(where: { $0.index == index }),
            case .time(let format) = column.type
        else { return true }
        return format.isNaive
    }
}
