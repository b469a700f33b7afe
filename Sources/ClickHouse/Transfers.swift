import Dispatch
import Foundation
import Synchronization

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Requests over Foundation's client, each waited for on the calling thread.
final class Transfers: NSObject, URLSessionDataDelegate, Sendable {
    /// What came back, as far as it did.
    struct Answer: Sendable {
        var status = 0
        var bytes: [UInt8] = []
        var error: URLError.Code?
        /// Whether the server could not show who it is: Foundation has no code for that here, and
        /// only curl's words say so.
        var isUntrusted = false
        var isTooLarge = false
        /// The time was over before the answer was.
        var isLate = false
        /// Bytes that the server announced; `nil` where it did not.
        var announced: Int64?

        /// Whether fewer bytes came than were announced.
        var isShort: Bool { announced.map { Int64(bytes.count) < $0 } ?? false }
    }

    private struct Pending {
        var answer = Answer()
        let limit: Int
        let done = DispatchSemaphore(value: 0)
    }

    private let pending = Mutex<[Int: Pending]>([:])
    private let session = Mutex<URLSession?>(nil)

    override init() {
        super.init()
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpMaximumConnectionsPerHost = 4
        configuration.urlCache = nil
        configuration.httpShouldSetCookies = false
        // Ends are kept here; the client's own would only be in the way.
        configuration.timeoutIntervalForRequest = 3_600
        let made = URLSession(configuration: configuration, delegate: self, delegateQueue: nil)
        session.withLock { $0 = made }
    }

    /// Ends all requests; must be called, as the session keeps this object alive.
    func close() {
        session.withLock { session in
            session?.invalidateAndCancel()
            session = nil
        }
    }

    /// Sends a request and waits for its end, for `seconds` at most, and for at most `limit` bytes.
    func send(_ request: URLRequest, seconds: Double, limit: Int) -> Answer {
        guard let task = session.withLock({ $0?.dataTask(with: request) }) else {
            return Answer(error: .cancelled)
        }
        let entry = Pending(limit: limit)
        pending.withLock { $0[task.taskIdentifier] = entry }
        task.resume()
        let end = entry.done.wait(timeout: .now() + seconds)
        let state = pending.withLock { $0.removeValue(forKey: task.taskIdentifier) }
        if end == .timedOut { task.cancel() }
        var answer = state?.answer ?? Answer()
        answer.isLate = end == .timedOut
        return answer
    }

    func urlSession(_: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        let isTooLarge = pending.withLock { pending -> Bool in
            guard var entry = pending.removeValue(forKey: dataTask.taskIdentifier) else {
                return false
            }
            let fits = entry.answer.bytes.count + data.count <= entry.limit
            if fits { entry.answer.bytes += data } else { entry.answer.isTooLarge = true }
            pending[dataTask.taskIdentifier] = entry
            return !fits
        }
        if isTooLarge { dataTask.cancel() }
    }

    func urlSession(
        _: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
        completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
    ) {
        if let response = response as? HTTPURLResponse {
            pending.withLock { pending in
                pending[dataTask.taskIdentifier]?.answer.status = response.statusCode
                let length = response.expectedContentLength
                pending[dataTask.taskIdentifier]?.answer.announced = length > 0 ? length : nil
            }
        }
        completionHandler(.allow)
    }

    func urlSession(
        _: URLSession, task: URLSessionTask, willPerformHTTPRedirection _: HTTPURLResponse,
        newRequest _: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        // Where a server sends the request elsewhere, the password would go there too.
        completionHandler(nil)
    }

    func urlSession(
        _: URLSession, task _: URLSessionTask, didReceive _: URLAuthenticationChallenge,
        completionHandler:
            @escaping @Sendable (URLSession.AuthChallengeDisposition, URLCredential?) -> Void
    ) {
        // The login stood in the request and was refused; Foundation would wait for another.
        completionHandler(.cancelAuthenticationChallenge, nil)
    }

    func urlSession(
        _: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?
    ) {
        let done = pending.withLock { pending -> DispatchSemaphore? in
            pending[task.taskIdentifier]?.answer.error = error.map {
                ($0 as? URLError)?.code ?? .unknown
            }
            let words = error?.localizedDescription ?? ""
            pending[task.taskIdentifier]?.answer.isUntrusted =
                words.hasPrefix("SSL") || words.contains("certificate")
            return pending[task.taskIdentifier]?.done
        }
        done?.signal()
    }
}
