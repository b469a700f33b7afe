/// The part of an answer that is on its way: a head, then bytes or a file in portions.
struct Outbound {
    /// What is sent next, in one call: `head`, then `body`, less the first `sent` bytes.
    private(set) var head: [UInt8] = []
    private(set) var body: [UInt8] = []
    private(set) var sent = 0

    private(set) var file: FileBody?
    private(set) var fileOffset = 0

    static let filePortion = 256 * 1024

    var hasUnsent: Bool { sent < head.count + body.count }
    var isDone: Bool { !hasUnsent && file == nil }

    /// Adds an interim answer.
    mutating func appendInterim(_ bytes: [UInt8]) { head.append(contentsOf: bytes) }

    /// Adds an answer, its head written by `encode`.
    mutating func append(_ content: ResponseBody, encode: (inout [UInt8]) -> Void) {
        encode(&head)
        switch content {
        case .empty: break
        case .bytes(let bytes): body = bytes
        case .file(let file) where file.count > 0: self.file = file
        case .file: break
        }
    }

    /// The portion of the file that is read next.
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
