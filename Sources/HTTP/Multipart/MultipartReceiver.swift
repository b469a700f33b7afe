internal import Synchronization

/// Turns the bytes of a multipart content into a form on disk. Blocks while it writes: it is used
/// on the queue for files, never on the thread of the connections.
final class MultipartReceiver: ContentReceiver {
    private struct State: ~Copyable {
        var parser: MultipartParser
        var sink: PartSink
    }

    private let state: Mutex<State>

    init(boundary: [UInt8], directory: String) {
        state = Mutex(
            State(
                parser: MultipartParser(boundary: boundary), sink: PartSink(directory: directory)))
    }

    func receive(_ bytes: [UInt8]) throws(Rejection) {
        try state.withLock { state throws(Rejection) in
            try state.parser.parse(bytes) { event throws(Rejection) in
                try state.sink.take(event)
            }
        }
    }

    /// The form. Throws where the final boundary is missing.
    func finish() throws(Rejection) -> RequestBody { .multipart(try form()) }

    /// The same as a value.
    func form() throws(Rejection) -> MultipartForm {
        try state.withLock { state throws(Rejection) in
            try state.parser.finish()
            return MultipartForm(parts: state.sink.parts)
        }
    }
}

/// Collects the parts: texts in memory, files in temporary files.
private struct PartSink: ~Copyable {
    /// Parts of a form, empty ones included.
    static let partLimit = 100
    /// Bytes of one text field.
    static let textLimit = 64 * 1024

    private(set) var parts: [MultipartForm.Part] = []
    private let directory: String
    private var count = 0
    private var header: PartHeader?
    private var text: [UInt8] = []
    private var writer: TemporaryFileWriter?

    init(directory: String) { self.directory = directory }

    mutating func take(_ event: MultipartParser.Event) throws(Rejection) {
        switch event {
        case .part(let header): try begin(header)
        case .data(let bytes): try append(bytes)
        case .end: finishPart()
        }
    }

    private mutating func begin(_ header: PartHeader) throws(Rejection) {
        count += 1
        if count > Self.partLimit { throw .tooManyParts(limit: Self.partLimit) }
        self.header = header
        // A file field left empty has an empty name; it becomes a file only if data comes.
        if let name = header.fileName, !name.isEmpty {
            writer = try TemporaryFileWriter(directory: directory)
        }
    }

    private mutating func append(_ bytes: ArraySlice<UInt8>) throws(Rejection) {
        guard let header else { return }
        if header.fileName == nil {
            guard text.count + bytes.count <= Self.textLimit else {
                throw .textTooLong(name: header.name, limit: Self.textLimit)
            }
            text.append(contentsOf: bytes)
        } else {
            if writer == nil { writer = try TemporaryFileWriter(directory: directory) }
            try writer?.write(bytes)
        }
    }

    private mutating func finishPart() {
        guard let header else { return }
        if let content = finishedContent(header) {
            parts.append(
                MultipartForm.Part(
                    name: header.name, fileName: header.fileName,
                    contentType: header.contentType, content: content))
        }
        self.header = nil
        text.removeAll()
    }

    private mutating func finishedContent(_ header: PartHeader) -> MultipartForm.Content? {
        if let writer = writer.take() { return .file(writer.finish()) }
        if header.fileName != nil { return nil }
        return .text(String(decoding: text, as: UTF8.self))
    }
}
