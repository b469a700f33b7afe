import HTTP

/// Why a request of a program gets no answer.
struct APIProblem: Error {
    var status: HTTP.Status
    var detail: String
    /// Where in the request.
    var place: String?
    var expected: String?

    init(
        _ status: HTTP.Status, _ detail: String, at place: String? = nil, expected: String? = nil
    ) {
        self.status = status
        self.detail = detail
        self.place = place
        self.expected = expected
    }

    static func noSuchSet(_ name: String) -> APIProblem {
        APIProblem(
            .notFound, "There is no data set “\(name)”.", at: "set",
            expected: "a name that /api/v1/sets lists")
    }

    var response: Response {
        var response = Response.problem(status, detail, at: place, expected: expected)
        if status == .serviceUnavailable { response.headers.append("Retry-After", "5") }
        return response
    }
}
