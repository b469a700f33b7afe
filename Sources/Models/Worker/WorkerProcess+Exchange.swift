#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Why a request got no answer.
enum ExchangeFailure: Error, Sendable, Hashable {
    case timedOut
    case ended
    case malformed
    case system(SystemError)
}

extension WorkerProcess {
    /// Sends one message and waits for one back, meanwhile collecting what the child writes to its
    /// standard error. After a failure nothing more can be asked of the child.
    func exchange(
        _ message: [UInt8], until deadline: ContinuousClock.Instant
    ) throws(ExchangeFailure) -> [UInt8] {
        var header = WorkerMessage.header(message.count)[...]
        var outgoing = message[...]
        var incoming = IncomingMessage()
        while true {
            let ready = try wait(toWrite: !(header.isEmpty && outgoing.isEmpty), until: deadline)
            if ready.log { collectLog() }
            if ready.write {
                if header.isEmpty { try send(&outgoing) } else { try send(&header) }
            }
            if ready.read {
                try receive(&incoming)
                if let body = try incoming.body() {
                    guard outgoing.isEmpty else { throw .malformed }
                    collectLog()
                    return body
                }
            }
        }
    }

    private func wait(
        toWrite: Bool, until deadline: ContinuousClock.Instant
    ) throws(ExchangeFailure) -> (read: Bool, write: Bool, log: Bool) {
        let left = ContinuousClock.now.duration(to: deadline)
        guard left > .zero else { throw .timedOut }
        // A negative descriptor is passed over by poll.
        var waiting = [
            pollfd(fd: responses.number, events: Int16(POLLIN), revents: 0),
            pollfd(fd: toWrite ? requests.number : -1, events: Int16(POLLOUT), revents: 0),
            pollfd(fd: isLogClosed ? -1 : errors.number, events: Int16(POLLIN), revents: 0),
        ]
        let count = WorkerCalls.poll(&waiting, milliseconds: left.pollMilliseconds)
        guard count >= 0 || count == -Int(EINTR) else {
            throw .system(SystemError(errno: Int32(truncatingIfNeeded: -count)))
        }
        return (waiting[0].revents != 0, waiting[1].revents != 0, waiting[2].revents != 0)
    }

    private func send(_ outgoing: inout ArraySlice<UInt8>) throws(ExchangeFailure) {
        let written = WorkerCalls.write(outgoing, to: requests.number)
        switch Int32(truncatingIfNeeded: min(written, 0)) {
        case 0: outgoing = outgoing.dropFirst(written)
        case -EAGAIN, -EINTR: break
        // The child is gone; what it said before is still read.
        case -EPIPE: outgoing = []
        case let code: throw .system(SystemError(errno: -code))
        }
    }

    private func receive(_ incoming: inout IncomingMessage) throws(ExchangeFailure) {
        switch readChunk(responses.number) {
        case .bytes(let bytes): incoming.append(bytes)
        case .nothingYet: break
        case .end:
            collectLog()
            throw .ended
        case .failed(let error): throw .system(error)
        }
    }

    /// Reads what there is of the child's standard error and keeps the last of it.
    func collectLog() {
        while !isLogClosed {
            switch readChunk(errors.number) {
            case .bytes(let bytes): log = Array((log + bytes).suffix(WorkerProcess.logLimit))
            case .nothingYet: return
            case .end, .failed: isLogClosed = true
            }
        }
    }

    private enum Chunk {
        case bytes(ArraySlice<UInt8>)
        case nothingYet
        case end
        case failed(SystemError)
    }

    private func readChunk(_ descriptor: Int32) -> Chunk {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let count = WorkerCalls.read(descriptor, into: &buffer)
        if count > 0 { return .bytes(buffer[..<count]) }
        if count == 0 { return .end }
        let code = Int32(truncatingIfNeeded: -count)
        return code == EAGAIN || code == EINTR
            ? .nothingYet : .failed(SystemError(errno: code))
    }
}

/// A message whose bytes may not all have come.
struct IncomingMessage {
    private var bytes: [UInt8] = []

    mutating func append(_ chunk: ArraySlice<UInt8>) {
        bytes.append(contentsOf: chunk)
    }

    /// The message's bytes once they are all there; nil before.
    ///
    /// - Throws: `malformed` for a length that no message has, and for bytes after the message.
    func body() throws(ExchangeFailure) -> [UInt8]? {
        guard bytes.count >= WorkerMessage.headerLength else { return nil }
        let header = Array(bytes.prefix(WorkerMessage.headerLength))
        guard let length = WorkerMessage.length(header) else { throw .malformed }
        let present = bytes.count - header.count
        guard present <= length else { throw .malformed }
        return present == length ? Array(bytes.dropFirst(header.count)) : nil
    }
}

extension Duration {
    /// The time for poll(2), rounded up so that it never wakes early and spins.
    var pollMilliseconds: Int32 {
        let (seconds, attoseconds) = components
        let milliseconds = seconds.multipliedReportingOverflow(by: 1000)
        guard !milliseconds.overflow else { return .max }
        return Int32(
            clamping: milliseconds.partialValue &+ (attoseconds + 999_999_999_999_999)
                / 1_000_000_000_000_000)
    }
}
