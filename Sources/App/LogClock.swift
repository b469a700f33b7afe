import Foundation
import Synchronization
import Values

/// The time of log lines in UTC, as `2026-11-23T02:49:45.123`. Only the first line of a second pays
/// for a formatter.
enum LogClock {
    private struct Second {
        var number = Int.min
        var text = ""
    }

    private static let last = Mutex(Second())

    static func now() -> String {
        text(milliseconds: Int(clamping: Date().timeIntervalSince1970 * 1000))
    }

    /// - Parameter milliseconds: since 1970.
    static func text(milliseconds: Int) -> String {
        let (second, rest) = (milliseconds / 1000, milliseconds % 1000)
        let text = last.withLock { last in
            if last.number != second {
                let date = Date(timeIntervalSince1970: Double(second))
                last = Second(number: second, text: date.formatted(.iso8601))
            }
            return last.text
        }
        return "\(text.dropLast()).\(rest < 100 ? "0" : "")\(rest < 10 ? "0" : "")\(rest)"
    }
}
