package import Wording

/// What programs can ask for: the routes, the document of the API and the tests follow from it.
package enum APIOperation: String, Sendable, CaseIterable {
    case sets, set, overview, clusters, trends, devices, device, readings, similar, episodes
    case findings
    case rates, forecasts, predictions, models, parts, notes, issues, files, rows
    case addFiles, addRows, deleteSet, addNote, deleteNote, correctFile
    case overviewPage, clustersPage, trendsPage, diagnosticsPage, rowsPage, importPage, comparePage

    /// The methods in use.
    package enum Method: String, Sendable { case get, post, delete }

    package var method: Method {
        switch self {
        case .addFiles, .addRows, .addNote, .correctFile: .post
        case .deleteSet, .deleteNote: .delete
        default: .get
        }
    }

    /// The path with names in braces.
    package var path: String {
        switch self {
        case .sets, .addFiles: "/api/v1/sets"
        case .set, .deleteSet: Self.ofSet
        case .device: Self.ofSet + "/devices/{device}"
        case .readings: Self.ofSet + "/devices/{device}/readings"
        case .similar: Self.ofSet + "/devices/{device}/similar"
        case .addRows: Self.ofSet + "/rows"
        case .addNote: Self.ofSet + "/notes"
        case .deleteNote: Self.ofSet + "/notes/{note}"
        case .correctFile: Self.ofSet + "/corrections"
        case .overviewPage: "/overview.json"
        case .clustersPage: "/clusters.json"
        case .trendsPage: "/trends.json"
        case .diagnosticsPage: "/diagnostics.json"
        case .rowsPage: "/rows.json"
        case .importPage: "/import.json"
        case .comparePage: "/compare.json"
        case .overview, .clusters, .trends, .devices, .episodes, .findings, .rates, .forecasts,
            .predictions, .models, .parts, .notes, .issues, .files, .rows:
            Self.ofSet + "/" + rawValue
        }
    }

    private static let ofSet = "/api/v1/sets/{set}"

    /// The page whose content an operation gives; nil for all others.
    package var page: Page? {
        switch self {
        case .overviewPage: .overview
        case .clustersPage: .clusters
        case .trendsPage: .trends
        case .diagnosticsPage: .diagnostics
        case .rowsPage: .rows
        case .importPage: .importFiles
        case .comparePage: .compare
        default: nil
        }
    }

    /// The status of an answer that went well.
    package var success: Int {
        switch self {
        case .addFiles, .addNote: 201
        case .deleteSet, .deleteNote: 204
        default: 200
        }
    }

    /// Whether the operation changes something.
    package var isWriting: Bool { method != .get }
}
