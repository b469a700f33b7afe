import Foundation

/// The standard streams as text.
enum Output {
    struct StandardError: TextOutputStream {
        mutating func write(_ text: String) {
            FileHandle.standardError.write(Data(text.utf8))
        }
    }

    static var standardError: StandardError {
        get { StandardError() }
        set { _ = newValue }
    }

    /// Writes out what was printed, which a pipe would hold back.
    static func flush() {
        fflush(nil)
    }
}
