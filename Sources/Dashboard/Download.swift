import Wording

/// What can be saved from a page; the program's routes answer under these paths.
package enum Download: Sendable, Hashable, CaseIterable {
    /// Devices with status, health and what contributes to it.
    case devices
    /// Units with their group and features.
    case clusters
    /// The raw rows behind a mark.
    case rows
    /// Everything that was refused, with line, column, value and reason.
    case issues
    /// Parts with their age and the probability that they fail.
    case parts

    /// Where the download is found.
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
