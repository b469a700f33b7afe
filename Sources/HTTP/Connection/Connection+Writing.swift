extension Connection {
    /// Refuses what the peer sent and makes that the connection's last answer.
    mutating func reject(_ rejection: Rejection, _ now: Moment) {
        closesAfterResponse = true
        input.removeAll()
        form = []
        if exchange == nil { exchange = Exchange(started: now.instant) }
        exchange?.rejection = rejection
        begin(rules.configuration.rejectionResponse(rejection, exchange?.target), now)
    }

    /// Starts to send an answer; for HEAD, and a status that forbids content, only its head.
    mutating func begin(_ response: Response, _ now: Moment) {
        var exchange = exchange ?? Exchange(started: now.instant)
        exchange.status = response.status
        self.exchange = exchange
        if !exchange.keepsAlive || isStopping { closesAfterResponse = true }
        let persistence: ResponseEncoder.Persistence =
            closesAfterResponse ? .close : exchange.minorVersion == 0 ? .keepAlive : .implied
        let isSilent = exchange.method == .head || response.status.forbidsContent
        let encoder = rules.encoder
        outbound.append(isSilent ? .empty : response.body) {
            encoder.encode(response, date: now.date, persistence: persistence, into: &$0)
        }
        phase = .responding
        deadline = now.instant + rules.configuration.writeTimeout
    }

    mutating func continueResponse(_ now: Moment) -> Action? {
        if outbound.hasUnsent || isReadingFile { return .wait }
        if let file = outbound.file {
            isReadingFile = true
            return .readFile(file, offset: outbound.fileOffset, limit: Outbound.filePortion)
        }
        if exchange != nil { return .finished(summary(now, isComplete: true)) }
        return endResponse(now)
    }

    /// After its last answer the server shuts its sending side down, then reads and drops what the
    /// peer still sends: closing with unread bytes would reset the connection and could destroy the
    /// answer on its way (RFC 9112 §9.6).
    private mutating func endResponse(_ now: Moment) -> Action? {
        guard closesAfterResponse else {
            phase = .head
            deadline = now.instant + rules.configuration.idleTimeout
            return nil
        }
        if peerIsDone { return close() }
        phase = .lingering
        deadline = now.instant + rules.configuration.lingerTimeout
        return .shutDownWrites
    }

    mutating func summary(_ now: Moment, isComplete: Bool) -> RequestSummary {
        let exchange = exchange ?? Exchange(started: now.instant)
        self.exchange = nil
        return RequestSummary(
            method: exchange.method, target: exchange.target, status: exchange.status,
            rejection: exchange.rejection, bytesSent: exchange.bytesSent,
            duration: now.instant - exchange.started,
            remoteAddress: remoteAddress, isComplete: isComplete)
    }
}
