import Charts
import Foundation
import HTTP

/// The few files that are served as they are: an allow-list, read once at the start.
struct Assets: Sendable {
    struct Asset: Sendable {
        var bytes: [UInt8]
        var type: String
        var tag: EntityTag
        /// The bytes in gzip; nil where that does not make them shorter.
        var compressed: [UInt8]?
    }

    private let assets: [String: Asset]
    /// Changes with any of the files; part of the addresses that pages give.
    let version: String
    /// What drawings need of the style sheet once they leave the pages.
    let chartStyle: ChartStyle
    /// Writes reports with the style sheet of reports.
    let reportWriter: ReportWriter
    /// Files that were not found, for the log.
    let missing: [String]

    /// What is served, with its type and the files it is made of. The parts of the script are
    /// served as one, which saves a request.
    static let allowed = [
        "app.css": (type: "text/css; charset=utf-8", parts: ["app.css"]),
        "app.js": (type: "text/javascript; charset=utf-8", parts: ["charts.js", "app.js"]),
    ]

    init(folder: String?) {
        var assets: [String: Asset] = [:]
        for (name, asset) in Self.allowed {
            let parts = asset.parts.compactMap { part in
                folder.flatMap { FileManager.default.contents(atPath: "\($0)/\(part)") }
            }
            guard parts.count == asset.parts.count else { continue }
            let bytes = parts.flatMap { Array($0) }
            var fingerprint = Fingerprint(name)
            fingerprint.add(bytes: bytes)
            assets["/static/" + name] = Asset(
                bytes: bytes, type: asset.type, tag: EntityTag(fingerprint.text),
                compressed: ContentCoding.gzip.encoded(bytes))
        }
        self.assets = assets
        let css = assets["/static/app.css"]?.bytes ?? []
        chartStyle = ChartStyle(css: String(decoding: css, as: UTF8.self))
        let report = folder.flatMap { FileManager.default.contents(atPath: $0 + "/report.css") }
        reportWriter = ReportWriter(
            style: chartStyle, css: String(decoding: report ?? Data(), as: UTF8.self))
        var all = Fingerprint()
        for (_, asset) in assets.sorted(by: { $0.key < $1.key }) { all.add(asset.tag.opaque) }
        version = all.text
        missing = Self.allowed.keys.filter { assets["/static/" + $0] == nil }.sorted()
    }

    /// The folder of the resources: the configured one, else one beside or above the program, else
    /// the current folder's; nil where none holds `app.css`.
    static func folder(configured: String?) -> String? {
        let program = URL(filePath: CommandLine.arguments.first ?? "")
            .resolvingSymlinksInPath().deletingLastPathComponent()
        var candidates = [program.appending(path: "Resources").path]
        var folder = program
        for _ in 0..<5 {
            folder.deleteLastPathComponent()
            candidates.append(folder.appending(path: "Resources").path)
        }
        candidates.append("Resources")
        if let configured { candidates = [configured] }
        return candidates.first {
            FileManager.default.fileExists(atPath: "\($0)/app.css")
        }
    }

    func response(to request: Request) -> Response {
        guard let asset = assets[request.path] else {
            return .text(.notFound, "There is no such file.")
        }
        // An address with the version never means other bytes; one without is revalidated each
        // time.
        let isFixed = request.query["v"] == version
        let coding = asset.compressed == nil ? .identity : ContentCoding.chosen(for: request)
        let tag = asset.tag.coded(coding)
        var headers: HeaderFields = [
            "ETag": tag.fieldValue, "Vary": "Accept-Encoding",
            "Cache-Control": isFixed ? "max-age=31536000, immutable" : "no-cache",
        ]
        if request.matches(etag: tag) {
            return Response(status: .notModified, headers: headers)
        }
        headers.append(contentsOf: coding.fields)
        let bytes = coding == .gzip ? asset.compressed ?? asset.bytes : asset.bytes
        return .content(bytes, type: asset.type, headers: headers)
    }
}
