import Dashboard
import HTTP
import Wording

/// What the server refuses by itself, as a page with one sentence, or as a problem document where a
/// program asked.
enum Problems {
    /// It names no data set: the client may be a stranger, or a page of another host.
    static func response(to rejection: Rejection, target: String?) -> Response {
        if target?.hasPrefix("/api/") == true {
            return .problem(rejection.status, rejection.description)
        }
        let bytes = PageRenderer.renderProblem(
            problem(rejection), status: rejection.status.code,
            PageInput(programVersion: Configuration.version, refreshDefault: 0))
        return .html(
            bytes: bytes, status: rejection.status, headers: ["Cache-Control": "no-store"])
    }

    private static func problem(_ rejection: Rejection) -> RequestProblem {
        switch rejection {
        case .unknownHost, .malformedHost: .foreignHost
        case .crossOrigin: .foreignOrigin
        case .timeout: .timedOut
        case .lengthRequired: .lengthNeeded
        case .contentTooLarge(let limit): .tooLarge(limit: limit)
        case .targetTooLong: .addressTooLong
        case .fieldsTooLarge, .fieldTooLong, .tooManyFields: .headersTooLarge
        case .unsupportedContent: .notMultipart
        case .incomplete: .upload(.interrupted)
        case .storageFailed: .upload(.notStored(reason: "\(rejection)"))
        case .unsupportedCoding, .unsupportedVersion, .unknownMethod, .unmetExpectation:
            .notSupported
        default: .badRequest
        }
    }
}
