package import Foundation
package import Telemetry
import Values

/// The results for a data set as CSV files for other programs: the rollup at its bucket width, its
/// events, and the features of each device, with a README that explains them.
package struct ProcessedFolder: Sendable {
    private let url: URL

    /// The folder is created when something is written.
    package init(_ url: URL) { self.url = url }

    /// Writes all files, each as a whole: readers see the old one or the new one.
    /// - Throws: What the source or the file system throws.
    /// - Complexity: O(cells + events), one device in memory at a time.
    package func write(_ source: any TelemetrySource) throws {
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        try table("rollup.csv") { try RollupTable(source).write(to: &$0) }
        try table("events.csv") { try EventTable(source).write(to: &$0) }
        try table("devices.csv") { try DeviceTable(source).write(to: &$0) }
        try write(ProcessedReadme(source.catalog).text, to: "README.md")
    }

    /// Writes one more file, as a whole like the others.
    /// - Throws: What the file system throws.
    package func write(_ text: String, to name: String) throws {
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        try TableFile.write(text, to: url.appending(path: name))
    }

    /// Removes temporary files that a killed program left in the folders of all sets. Call it at
    /// start, before anything is written.
    package static func clearUnfinished(in folder: URL) {
        let manager = FileManager.default
        for set in (try? manager.contentsOfDirectory(atPath: folder.path)) ?? [] {
            let place = folder.appending(path: set)
            for name in (try? manager.contentsOfDirectory(atPath: place.path)) ?? []
            where TableFile.isUnfinished(name) {
                try? manager.removeItem(at: place.appending(path: name))
            }
        }
    }

    private func table(_ name: String, _ body: (inout TableFile) throws -> Void) throws {
        try TableFile.write(to: url.appending(path: name), guardsFormulas: false, body)
    }
}

/// The README that explains the files.
struct ProcessedReadme {
    let catalog: Catalog

    init(_ catalog: Catalog) { self.catalog = catalog }

    var text: String {
        """
        # \(catalog.name)

        Made from the files of this data set after each load; do not edit, the next load replaces them.

        - `rollup.csv`: one line per device and bucket of \(width); for each metric the number of readings, mean, sample standard deviation, minimum, maximum and last reading.
        - `events.csv`: one line per event, or per bucket where there are too many; kind, code and number.
        - `devices.csv`: one line per device: attributes, rows, first and last time, the same figures of each metric over all time with the slope per \(unit), events by kind and code, labelled buckets.
        - `groups.json`: the group of each unit of the page Clusters at the last load and at the one before, from 0, -1 for none; there once groups were found.
        - `stops.json`: when the program stopped while it worked on this set, and what follows from that; there once it did. The next start reads it.
        - `overview-….html`: the Overview as it was shown last, for the next start of the program.

        \(times) Empty cells are missing. UTF-8, comma, CRLF.

        """
    }

    private var width: String { "\(catalog.axis.bucketWidth) \(unit)" }

    private var unit: String {
        switch catalog.axis.kind {
        case .time: "s"
        case .cycle: "cycle"
        case .row: "row"
        }
    }

    private var times: String {
        switch catalog.axis.kind {
        case .time(let zone, _):
            "Times are seconds since 1970-01-01 00:00 UTC; times without a zone were read as \(zone)."
        case .cycle: "Times are cycles."
        case .row: "Times are row numbers from 0."
        }
    }
}
