package enum Page: String, Sendable, Hashable, CaseIterable {
    case overview, clusters, trends, diagnostics
    /// `import` is a keyword of Swift.
    case importFiles = "import"
    case rows
    /// Devices or periods side by side.
    case compare

    package var path: StaticString {
        switch self {
        case .overview: "/"
        case .clusters: "/clusters"
        case .trends: "/trends"
        case .diagnostics: "/diagnostics"
        case .importFiles: "/import"
        case .rows: "/rows"
        case .compare: "/compare"
        }
    }

    /// The pages that have a tab in the header.
    package static let tabs: [Page] = [.overview, .clusters, .trends, .diagnostics]
}
