import Dashboard
import HTTP
import Wording

/// What sort of address a request was for, so that few numbers tell of many addresses.
enum RouteClass: Int, CaseIterable, Sendable {
    case page, asset, download, api, ingest, form, probe, other

    /// As the label says it.
    var name: String { "\(self)" }

    /// By method and target, the path as it was sent. What was refused before its head was read is
    /// `other`.
    init(_ method: HTTP.Method?, _ target: String?) {
        guard let target else {
            self = .other
            return
        }
        let path = target.prefix { $0 != "?" }
        if let known = Self.exact[String(path)], method?.isSafe != false {
            self = known
        } else if path.hasPrefix("/static/") {
            self = .asset
        } else if path.hasPrefix("/api/") {
            self = path.hasSuffix("/rows") || path.hasSuffix("/write") ? .ingest : .api
            if self == .ingest, method?.isSafe != false { self = .api }
        } else {
            self = method == .post ? .form : .other
        }
    }

    private static let exact: [String: RouteClass] = {
        var classes: [String: RouteClass] = [:]
        for page in Page.allCases { classes["\(page.path)"] = .page }
        for download in Download.allCases {
            for format in Download.Format.allCases { classes[download.path(format)] = .download }
        }
        for path in Probes.paths { classes[path] = .probe }
        return classes
    }()
}
