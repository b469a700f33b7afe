import Foundation
import Reports
import Telemetry
import Values

/// Reads what people want to see of files before these are taken in.
struct FileLooker: Sendable {
    let options: ReadOptions
    /// Whether somebody chose the zone of times that carry none.
    let isZoneStated: Bool
    /// When to stop reading; of each file at least one batch of rows is read.
    let end: ContinuousClock.Instant

    /// The rows that are shown.
    static let rowLimit = 8

    private struct Enough: Error {}

    /// The file's schema and first rows, and a summary of all rows that can be read in time.
    func look(at url: URL, _ sent: Stage.File) -> LookReport.File {
        var file = LookReport.File(name: sent.name, bytes: sent.bytes)
        do {
            let schema = try SchemaInference.infer(
                url: url, fileName: sent.name, correction: sent.correction, options: options)
            file.schema = schema
            try read(url, schema, into: &file)
        } catch {
            file.error = (error as? LoadError ?? .noRows(file: sent.name)).named(sent.name)
        }
        return file
    }

    private func read(
        _ url: URL, _ schema: FileSchema, into file: inout LookReport.File
    ) throws {
        var builder = SampleBuilder(schema, axis: axis(schema), zone: zone(schema))
        do {
            let report = try CSVReader(url: url, schema: schema, options: options).read { batch in
                builder.add(batch)
                if ContinuousClock.now >= end { throw Enough() }
            }
            builder.sample.rowsRefused = report.rowsRefused
        } catch is Enough {}
        file.sample = builder.sample
    }

    private func axis(_ schema: FileSchema) -> TimeKind {
        switch schema.time {
        case .column, .dateAndTime, .parts:
            let isStated = isZoneStated || !schema.notes.contains(.naiveTimes)
            return .time(zone: zone(schema).identifier, isStated: isStated)
        case .cycle: return .cycle
        case .rowNumber: return .row
        }
    }

    /// The zone in which a data set of this file alone would show its times.
    private func zone(_ schema: FileSchema) -> Zone {
        let named = isZoneStated ? nil : schema.timeZone
        return Zone(named: named ?? options.timeZone) ?? .utc
    }
}
