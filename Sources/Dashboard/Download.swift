import Wording

/// What can be saved from the pages; `Routes` of the program answers under these paths.
package enum Download: Sendable, Hashable, CaseIterable {
    /// Devices with status, health and what contributes to it.
    case devices
    /// Units with their group and features.
    case clusters
    /// The raw rows behind a mark of a chart.
    case rows
    /// All rows and cells refused while loading, with line, column, value and reason.
    case issues
    /// Parts with their age and the probability that they fail.
    case parts

    package var path: StaticString {
        switch self {
        case .devices: "/export/devices.csv"
        case .clusters: "/export/clusters.csv"
        case .rows: "/export/rows.csv"
        case .issues: "/export/issues.csv"
        case .parts: "/export/parts.csv"
        }
    }
}
