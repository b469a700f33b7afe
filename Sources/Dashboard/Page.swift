/// The pages of the dashboard.
package enum Page: String, Sendable, Hashable, CaseIterable {
    case overview, clusters, trends, diagnostics
    /// `import` is a word of the language.
    case importFiles = "import"
    case rows

    /// Where the page is found.
    package var path: StaticString {
        switch self {
        case .overview: "/"
        case .clusters: "/clusters"
        case .trends: "/trends"
        case .diagnostics: "/diagnostics"
        case .importFiles: "/import"
        case .rows: "/rows"
        }
    }

    /// The pages that have a tab in the header.
    static let tabs: [Page] = [.overview, .clusters, .trends, .diagnostics]
}

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

/// Light, dark, or as the system says.
package enum Theme: String, Sendable, Hashable, CaseIterable { case auto, light, dark }
