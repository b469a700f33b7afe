/// What is being sent of an answer: its head, then bytes or a file in portions.
struct Outbound {
    /// Sent next, in one call: `head`, then `body`, less the first `sent` bytes.
    private(set) var head: [UInt8] = []
    private(set) var body: [UInt8] = []
    private(set) var sent = 0

    private(set) var file: FileBody?
    private(set) var fileOffset = 0

    /// Bytes of a file that are read and sent at a time.
    static let filePortion = 256 * 1024

    var hasUnsent: Bool { sent < head.count + body.count }
    var isDone: Bool { !hasUnsent && file == nil }

    /// Adds an interim (1xx) answer, which precedes the final one.
    mutating func appendInterim(_ bytes: [UInt8]) { head.append(contentsOf: bytes) }

    /// Adds an answer, whose head `encode` appends.
    mutating func append(_ content: ResponseBody, encode: (inout [UInt8]) -> Void) {
        encode(&head)
        switch content {
        case .empty: break
        case .bytes(let bytes): body = bytes
        case .file(let file) where file.count > 0: self.file = file
        case .file: break
        }
    }

    /// Adds the portion of `file` that was read from `fileOffset` on.
    mutating func append(portion: [UInt8]) {
        body = portion
        fileOffset += portion.count
        if let file, fileOffset == file.count { self.file = nil }
    }

    mutating func advance(_ count: Int) {
        sent += count
        guard !hasUnsent else { return }
        head.removeAll(keepingCapacity: true)
        body = []
        sent = 0
        if file == nil { fileOffset = 0 }
    }
}
