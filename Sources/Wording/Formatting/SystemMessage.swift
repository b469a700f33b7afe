private import Foundation

/// The system's own words for its error numbers.
package enum SystemMessage {
    /// `No such file or directory`; the number where the system has no words.
    package static func text(_ errno: Int32) -> String {
        POSIXErrorCode(rawValue: errno).map { POSIXError($0).localizedDescription }
            ?? "errno \(errno)"
    }
}
