internal import Synchronization

/// Messages from other threads to the thread of the connections.
final class Mailbox: Sendable {
    enum Message: Sendable {
        case response(UInt64, Response)
        case stored(UInt64, count: Int)
        case uploadFailed(UInt64, Rejection)
        case uploadFinished(UInt64, RequestBody)
        case fileRead(UInt64, [UInt8]?)
        case stop(deadline: Instant)
    }

    private let pipe: WakeUpPipe
    private let messages = Mutex<[Message]>([])

    init() throws(SocketError) { pipe = try WakeUpPipe() }

    /// Becomes readable when there are messages.
    var descriptor: Int32 { pipe.readEnd }

    /// Adds a message and wakes the reader. Only the first of several costs a system call.
    func post(_ message: Message) {
        let isFirst = messages.withLock {
            $0.append(message)
            return $0.count == 1
        }
        if isFirst { pipe.wake() }
    }

    /// Removes and gives all messages, oldest first.
    func takeAll() -> [Message] {
        pipe.drain()
        return messages.withLock {
            let taken = $0
            $0 = []
            return taken
        }
    }
}
