package import Reports
import Values

/// One line per listed unit: group, silhouette, distance and features.
package struct ClustersCSV: Export {
    private let report: ClusterReport

    package init(_ report: ClusterReport) { self.report = report }

    package var fileName: String { "clusters.csv" }
    package var mediaType: String { "text/csv; charset=utf-8" }

    /// One line per listed member. Groups count from 1; the cell is empty for units in none.
    package func content() -> [UInt8] {
        var writer = CSVWriter()
        let names = report.features.map(\.key)
        writer.row(
            (["unit", "device", "group", "silhouette", "distance"] + names).map { .text($0) })
        for member in report.members {
            writer.row(
                [
                    .text(member.name), .text(member.device?.name ?? ""),
                    member.group.map { .count($0 + 1) } ?? .empty,
                    .number(member.silhouette ?? .nan), .number(member.distance),
                ] + member.values.map { .number($0) })
        }
        return writer.bytes
    }
}
