import API
import HTTP

extension Response {
    /// Tells a program why its request failed (RFC 9457).
    ///
    /// - Parameters:
    ///   - place: Where in the request, such as the name of a parameter.
    ///   - expected: What was expected there.
    static func problem(
        _ status: HTTP.Status, _ detail: String, at place: String? = nil,
        expected: String? = nil
    ) -> Response {
        let document = ProblemDocument(
            status: status.code, title: status.phrase, detail: detail, place: place,
            expected: expected)
        return .content(
            document.content(), type: ProblemDocument.mediaType, status: status,
            headers: ["Cache-Control": "no-store"])
    }
}
