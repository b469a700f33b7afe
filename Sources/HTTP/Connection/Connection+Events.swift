extension Connection {
    /// Bytes were appended to `input.bytes`.
    mutating func received(_ now: Moment) {
        switch phase {
        case .head: startHead(now)
        case .upload: deadline = now.instant + rules.configuration.bodyTimeout
        default: break
        }
    }

    /// The peer will send nothing more.
    mutating func receivedEnd() { peerIsDone = true }

    /// The handler's answer; ignored where none is awaited, as after a lost connection.
    mutating func respond(_ response: Response, _ now: Moment) {
        guard case .handling = phase else { return }
        begin(response, now)
    }

    /// The system took `count` bytes of `outbound`.
    mutating func sent(_ count: Int, _ now: Moment) {
        outbound.advance(count)
        exchange?.bytesSent += count
        if case .responding = phase {
            deadline = now.instant + rules.configuration.writeTimeout
        }
    }

    /// The system takes no bytes at the moment.
    mutating func sendBlocked() { isSendBlocked = true }

    /// The system takes bytes again.
    mutating func sendUnblocked() { isSendBlocked = false }

    /// Bytes handed out by `store` have reached the disk.
    mutating func stored(_ count: Int, _ now: Moment) {
        let wasPaused = storing >= Self.storingLimit
        storing -= count
        if case .upload = phase, wasPaused {
            deadline = now.instant + rules.configuration.bodyTimeout
        }
    }

    /// The content is complete and on disk.
    mutating func uploadFinished(_ body: RequestBody) -> Action {
        guard case .storing(var request) = phase else { return .wait }
        request.body = body
        return handle(request)
    }

    /// The content is broken or could not be stored.
    mutating func uploadFailed(_ rejection: Rejection, _ now: Moment) {
        switch phase {
        case .upload, .storing: reject(rejection, now)
        default: break
        }
    }

    /// A portion of the file being sent was read.
    mutating func fileRead(_ bytes: [UInt8]) {
        isReadingFile = false
        if case .responding = phase { outbound.append(portion: bytes) }
    }

    /// Time has passed: beyond the deadline an idle connection is closed, a slow request is
    /// answered 408, and an answer that the client does not take is given up.
    mutating func elapsed(_ now: Moment) -> Action {
        guard let deadline, now.instant >= deadline else { return .wait }
        switch phase {
        case .head where !isBusy, .lingering, .closed: return close()
        case .head, .body, .upload: reject(.timeout, now)
        case .storing, .handling: break
        case .responding: return aborted(now)
        }
        return .wait
    }

    /// The server is about to stop: the request in progress is this connection's last.
    mutating func stop() {
        isStopping = true
        if exchange != nil { closesAfterResponse = true }
    }

    /// The connection is lost, or its answer cannot be completed. `close` follows.
    mutating func aborted(_ now: Moment) -> Action {
        defer {
            outbound = Outbound()
            isSendBlocked = false
            peerIsDone = true
            phase = .lingering
        }
        return exchange.map { _ in .finished(summary(now, isComplete: false)) } ?? .wait
    }
}
