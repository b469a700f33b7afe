import Foundation

/// The standard streams as text.
enum Output {
    /// Writes to stderr.
    struct StandardError: TextOutputStream {
        mutating func write(_ text: String) {
            FileHandle.standardError.write(Data(text.utf8))
        }
    }

    static var standardError: StandardError {
        get { StandardError() }
        set { _ = newValue }
    }

    /// Sends on what was printed, also into a pipe.
    static func flush() {
        fflush(nil)
    }
}
