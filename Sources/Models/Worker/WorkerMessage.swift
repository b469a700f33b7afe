import Values

/// What the program asks of its worker. A message is its length (32 bits, little-endian), then as
/// many bytes.
struct WorkerRequest: Sendable {
    enum Job: Sendable {
        /// Opens the first of these libraries that can be opened.
        case open([String])

        /// Loads a model and keeps it under a key.
        case load(key: String, model: [UInt8])

        /// Runs a loaded model and gives the named outputs, or all.
        case run(key: String, feeds: [OnnxFeed], outputs: [String])
        case unload(key: String)

        /// Runs a loaded model on rows in the shared memory.
        case rows(key: String, RowBlock)
    }

    let job: Job

    /// The seconds of processor time that this job may take, per thread.
    let seconds: UInt64

    var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.write(seconds)
        switch job {
        case .open(let candidates):
            writer.write(UInt8(0))
            writer.write(list: candidates) { $0.write($1) }
        case .load(let key, let model):
            writer.write(UInt8(1))
            writer.write(key)
            writer.write(raw: model)
        case .run(let key, let feeds, let outputs):
            writer.write(UInt8(2))
            writer.write(key)
            writer.write(list: feeds) {
                $0.write($1.name)
                $0.write($1.tensor)
            }
            writer.write(list: outputs) { $0.write($1) }
        case .unload(let key):
            writer.write(UInt8(3))
            writer.write(key)
        case .rows(let key, let block):
            writer.write(UInt8(4))
            writer.write(key)
            writer.write(block)
        }
        return writer.bytes
    }

    init(_ job: Job, seconds: UInt64) {
        self.job = job
        self.seconds = seconds
    }

    init(bytes: [UInt8]) throws {
        var reader = ByteReader(bytes)
        seconds = try reader.read()
        switch try reader.read(UInt8.self) {
        case 0:
            job = .open(
                try reader.readList { try $0.readText() })
        case 1:
            job = .load(key: try reader.readText(), model: try reader.readRaw())
        case 2:
            let key = try reader.readText()
            let feeds = try reader.readList {
                OnnxFeed(name: try $0.readText(), tensor: try $0.readTensor())
            }
            let outputs = try reader.readList {
                try $0.readText()
            }
            job = .run(key: key, feeds: feeds, outputs: outputs)
        case 3:
            job = .unload(key: try reader.readText())
        case 4:
            let key = try reader.readText()
            job = .rows(key: key, try reader.readBlock())
        default: throw MalformedBytes()
        }
        guard reader.remaining == 0 else { throw MalformedBytes() }
    }
}

/// What the worker answers, one answer per request.
enum WorkerResponse: Sendable, Hashable {
    case opened(RuntimeDescription)
    case missing([LibraryAttempt])
    case loaded(SessionDescription)
    case values([OnnxNamedValue])
    case unloaded

    /// The results of rows lie in the shared memory.
    case rowsDone

    /// The runtime's own words.
    case failed(code: Int32, message: String)

    /// A result that is not read here, or is too large, and what it was.
    case unreadable(String)

    var bytes: [UInt8] {
        var writer = ByteWriter()
        switch self {
        case .opened(let runtime):
            writer.write(UInt8(0))
            writer.write(runtime.path)
            writer.write(runtime.version)
        case .missing(let attempts):
            writer.write(UInt8(1))
            writer.write(list: attempts) {
                $0.write($1.path)
                $0.write($1.reason)
            }
        case .loaded(let session):
            writer.write(UInt8(2))
            writer.write(session)
        case .values(let values):
            writer.write(UInt8(3))
            writer.write(list: values) {
                $0.write($1.name)
                $0.write($1.value)
            }
        case .unloaded:
            writer.write(UInt8(4))
        case .failed(let code, let message):
            writer.write(UInt8(5))
            writer.write(code)
            writer.write(message)
        case .unreadable(let what):
            writer.write(UInt8(6))
            writer.write(what)
        case .rowsDone:
            writer.write(UInt8(7))
        }
        return writer.bytes
    }

    init(bytes: [UInt8]) throws {
        var reader = ByteReader(bytes)
        switch try reader.read(UInt8.self) {
        case 0:
            self = .opened(
                RuntimeDescription(path: try reader.readText(), version: try reader.readText()))
        case 1:
            self = .missing(
                try reader.readList {
                    LibraryAttempt(path: try $0.readText(), reason: try $0.readText())
                })
        case 2:
            self = .loaded(try reader.readSession())
        case 3:
            self = .values(
                try reader.readList {
                    OnnxNamedValue(name: try $0.readText(), value: try $0.readValue())
                })
        case 4: self = .unloaded
        case 5: self = .failed(code: try reader.read(), message: try reader.readText())
        case 6: self = .unreadable(try reader.readText())
        case 7: self = .rowsDone
        default: throw MalformedBytes()
        }
        guard reader.remaining == 0 else { throw MalformedBytes() }
    }
}

enum WorkerMessage {
    /// No message is longer; a length beyond it is a malformed message.
    static let maximumLength = 1 << 29

    /// The bytes of the length before each message.
    static let headerLength = 4

    /// The length as it stands before a message.
    static func header(_ length: Int) -> [UInt8] {
        var writer = ByteWriter()
        writer.write(UInt32(truncatingIfNeeded: length))
        return writer.bytes
    }

    /// The length that a header gives; nil when no message is so long.
    static func length(_ header: [UInt8]) -> Int? {
        var reader = ByteReader(header)
        guard let length = try? reader.read(UInt32.self), length <= maximumLength else {
            return nil
        }
        return Int(length)
    }
}
