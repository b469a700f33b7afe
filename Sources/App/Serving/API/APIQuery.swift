import API
import Dashboard
import Foundation
import HTTP
import Reports
import Wording

/// What a request of a program asks for.
struct APIQuery: Sendable {
    let request: Request
    /// Filter, period and choices, as pages read them.
    let page: PageQuery
    let limit: Int
    /// Items before the part that is asked for.
    let offset: Int
    let language: Language

    private static let mostItems = 10_000

    /// Unknown names are ignored, as pages do.
    ///
    /// - Throws: `APIProblem` where a value cannot be used.
    init(_ request: Request, _ site: Site) throws(APIProblem) {
        self.request = request
        page = PageQuery(request.query.items.map { ($0.name, $0.value) })
        if let ignored = page.ignored.first {
            throw APIProblem(
                .badRequest, "“\(ignored.value)” cannot be used for \(ignored.name).",
                at: ignored.name, expected: Self.expected(ignored.name))
        }
        let asked = request.query["limit"]
        guard let limit = asked.map({ Int($0) }) ?? 1_000, (1...Self.mostItems).contains(limit)
        else {
            throw APIProblem(
                .badRequest, "“\(asked ?? "")” is no number of items.", at: "limit",
                expected: "1 to \(Self.mostItems)")
        }
        self.limit = limit
        let cursor = request.query["cursor"]
        guard let place = cursor.map(Cursor.init) ?? Cursor("o0") else {
            throw APIProblem(
                .badRequest, "“\(cursor ?? "")” is no cursor.", at: "cursor",
                expected: "the value of next in an earlier answer")
        }
        offset = place.offset
        language = page.language ?? .en
    }

    private static func expected(_ name: String) -> String? {
        APIOperation.allCases.lazy.flatMap(\.parameters).first { $0.name == name }?.about
    }

    /// An answer with an entity tag, compressed where the client takes that.
    ///
    /// - Parameter context: The data set that times and sentences are about.
    func json<Value>(
        _ shape: Shape<Value>, _ value: Value, about context: ReportContext?,
        status: HTTP.Status = .ok
    ) -> Response {
        let bytes = shape.bytes(value, in: AnswerContext(context, language: language))
        return .json(bytes, for: request, status: status)
    }
}

extension Response {
    /// JSON with a tag made of its bytes: 304 where the client holds them.
    static func json(_ bytes: [UInt8], for request: Request, status: HTTP.Status = .ok) -> Response
    {
        var fingerprint = Fingerprint()
        fingerprint.add(bytes: bytes)
        let coding = ContentCoding.chosen(for: request)
        let coded = coding.encoded(bytes)
        let used = coded == nil ? ContentCoding.identity : coding
        let tag = EntityTag(fingerprint.text).coded(used)
        var headers: HeaderFields = [
            "ETag": tag.fieldValue, "Cache-Control": "no-cache", "Vary": "Accept-Encoding",
        ]
        if status == .ok, request.matches(etag: tag) {
            return Response(status: .notModified, headers: headers)
        }
        headers.append(contentsOf: used.fields)
        return .content(
            coded ?? bytes, type: "application/json; charset=utf-8", status: status,
            headers: headers)
    }
}
