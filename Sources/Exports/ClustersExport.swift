package import Reports
import Values

/// One line per listed unit: group, silhouette, distance and features.
package struct ClustersExport: TableExport {
    private let report: ClusterReport

    package init(_ report: ClusterReport) { self.report = report }

    package let name = "clusters"

    package var header: [String] {
        ["unit", "device", "group", "silhouette", "distance"] + report.features.map(\.key)
    }

    /// One line per listed member. Groups count from 1; the cell is empty for units in none.
    package func forEachRow(_ take: ([TableCell]) throws -> Void) rethrows {
        for member in report.members {
            try take(
                [
                    .text(member.name), .text(member.device?.name ?? ""),
                    member.group.map { .count($0 + 1) } ?? .empty,
                    .number(member.silhouette), .number(member.distance),
                ] + member.values.map { .number($0) })
        }
    }
}
