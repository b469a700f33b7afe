internal import Synchronization

/// Writes a content as it comes into one temporary file, which goes with the last reference to it.
final class FileReceiver: ContentReceiver {
    private struct State: ~Copyable {
        var writer: TemporaryFileWriter?
    }

    private let directory: String
    private let state = Mutex(State())

    init(directory: String) { self.directory = directory }

    func receive(_ bytes: [UInt8]) throws(Rejection) {
        try state.withLock { state throws(Rejection) in
            if state.writer == nil { state.writer = try TemporaryFileWriter(directory: directory) }
            try state.writer?.write(bytes[...])
        }
    }

    /// No content where not a single byte came.
    func finish() throws(Rejection) -> RequestBody {
        state.withLock { state in
            guard let writer = state.writer.take() else { return .none }
            return .file(writer.finish())
        }
    }
}
