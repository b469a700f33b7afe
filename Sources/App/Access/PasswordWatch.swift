import Foundation
import HTTP
import Synchronization
import Wording

/// Takes over changes of the password file, so that a token or a person is let in, or no longer,
/// without a restart.
final class PasswordWatch: Sendable {
    private let path: String
    private let handler: GuardedHandler
    private let log: Log
    private let known: Mutex<String>

    /// Nil where no passwords are asked for.
    init?(_ configuration: Configuration, _ handler: any RequestHandler, _ log: Log) {
        guard let path = configuration.authFile, let handler = handler as? GuardedHandler else {
            return nil
        }
        (self.path, self.handler, self.log) = (path, handler, log)
        known = Mutex((try? String(contentsOfFile: path, encoding: .utf8)) ?? "")
    }

    /// Reads the file. One that is gone or wrong is told in the log and changes nothing: who writes
    /// a file anew shall not be locked out meanwhile.
    func check() {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return }
        let isNew = known.withLock { known in
            defer { known = text }
            return known != text
        }
        guard isNew else { return }
        do {
            handler.change(to: try PasswordFile(text: text, name: path))
            log.info("passwords", [("file", path)])
        } catch {
            log.error("passwords", [("error", error.sentence)])
        }
    }
}
