/// Why a request of a program failed (RFC 9457, `application/problem+json`).
package struct ProblemDocument: Sendable, Hashable {
    /// The status code of the answer.
    package var status: Int
    /// The status in words: the same for all problems of the status.
    package var title: String
    /// What went wrong, in a sentence.
    package var detail: String
    /// Where in the request: the name of a parameter, a field of a form, a row.
    package var place: String?
    /// What was expected there.
    package var expected: String?

    /// The media type of the document.
    package static let mediaType = "application/problem+json"

    /// `place` and `expected` are for problems that a change of the request can mend.
    package init(
        status: Int, title: String, detail: String, place: String? = nil, expected: String? = nil
    ) {
        self.status = status
        self.title = title
        self.detail = detail
        self.place = place
        self.expected = expected
    }

    /// The document; its `type` is `about:blank`, as the status says all that there is to be told
    /// apart.
    package func content() -> [UInt8] {
        var json = JSONWriter()
        json.object {
            $0.name("type")
            $0.text("about:blank")
            $0.name("title")
            $0.text(title)
            $0.name("status")
            $0.count(status)
            $0.name("detail")
            $0.text(detail)
            for (name, text) in [("where", place), ("expected", expected)] {
                guard let text else { continue }
                $0.name(name)
                $0.text(text)
            }
        }
        return json.bytes
    }
}
