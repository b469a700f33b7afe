import Reports
package import Values

/// Why a request has no page, for the error page.
package enum RequestProblem: Sendable, Hashable {
    case badRequest
    case noSuchPage(path: String)
    case noSuchSet(String)
    case noSuchFile(String)
    /// A page has no chart with this name.
    case noSuchChart(String)
    case noSuchDevice(String)
    /// Drawing needs libraries of the system, which these Debian packages bring.
    case missingPackages([String])
    /// No files wait under this address.
    case noSuchLook
    case methodNotAllowed(allowed: [String])
    case foreignOrigin
    case foreignHost
    case timedOut
    case lengthNeeded
    case tooLarge(limit: Int)
    case addressTooLong
    case headersTooLarge
    case notMultipart
    case upload(UploadOutcome)
    case load(LoadError)
    /// The request needs a set that is set aside.
    case setAside(SetAside, set: String)
    case busy
    case internalFailure
    case notSupported
}
