import Wording

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
        Self.shape.bytes(self, in: AnswerContext(nil, language: .en))
    }

    static var schema: Schema { shape.schema }

    private static let shape: Shape<ProblemDocument> = .object(
        "Problem", "Why a request failed (RFC 9457).",
        [
            .text("type", "about:blank: the status tells problems apart.") { _ in "about:blank" },
            .text("title", "The status in words.") { $0.title },
            .count("status", "The status code of the answer.") { $0.status },
            .text("detail", "What went wrong, in a sentence.") { $0.detail },
            .optionalText("where", "Where in the request; null where it is not a place of it.") {
                $0.place
            },
            .optionalText("expected", "What was expected there.") { $0.expected },
        ])
}
