extension Connection {
    /// The time for a head runs from its first byte; before that, the connection is idle.
    mutating func startHead(_ now: Moment) {
        guard !headStarted, !input.isEmpty else { return }
        headStarted = true
        deadline = now.instant + rules.configuration.headerTimeout
    }

    mutating func readHead(_ now: Moment) throws(Rejection) -> Action? {
        startHead(now)
        if let (head, end) = try parser.parse(input.bytes) {
            input.consume(upTo: end)
            restartParser()
            headStarted = false
            return try begin(head, now)
        }
        if peerIsDone, isBusy { throw .incomplete }
        if !isBusy, peerIsDone || isStopping { return close() }
        return .wait
    }

    private mutating func begin(_ head: RequestHead, _ now: Moment) throws(Rejection) -> Action? {
        exchange = Exchange(
            method: head.method, target: head.target.raw, minorVersion: head.minorVersion,
            keepsAlive: head.keepsAlive, started: now.instant)
        try rules.access.check(head)
        let request = Request(head, remoteAddress: remoteAddress)
        guard head.framing.hasContent else {
            // A type without a length announces content that cannot be found (RFC 9112 §6.3).
            if head.framing == .none, head.method.takesContent,
                head.fields.contains("Content-Type")
            {
                throw .lengthRequired
            }
            return handle(request)
        }
        let plan = try ContentPlan(head, request, rules)
        if head.expectsContinue, input.isEmpty {
            if case .discard = plan {
                // The content is neither asked for nor waited for, so the connection must end.
                exchange?.keepsAlive = false
                return handle(request)
            }
            outbound.appendInterim(ResponseEncoder.continueLine)
        }
        deadline = now.instant + rules.configuration.bodyTimeout
        switch plan {
        case .discard(let reader): phase = .body(request, reader, isForm: false)
        case .form(let reader): phase = .body(request, reader, isForm: true)
        case .upload(let reader, let kind, let directory):
            phase = .upload(request, reader)
            return .beginUpload(kind, directory: directory)
        }
        return nil
    }

    mutating func handle(_ request: Request) -> Action {
        phase = .handling
        deadline = nil
        return .handle(request)
    }

    mutating func readBody(
        _ request: Request, _ reader: BodyReader, isForm: Bool
    ) throws(Rejection) -> Action? {
        var (request, reader) = (request, reader)
        let bytes = try reader.read(&input)
        if isForm { form.append(contentsOf: bytes) }
        guard reader.isDone else {
            if peerIsDone { throw .incomplete }
            phase = .body(request, reader, isForm: isForm)
            return .wait
        }
        restartParser()
        if isForm {
            if QueryItems(urlEncoded: form) == nil { throw .malformedForm }
            request.body = .bytes(form)
            form = []
        }
        return handle(request)
    }

    mutating func readUpload(
        _ request: Request, _ reader: BodyReader
    ) throws(Rejection) -> Action? {
        var reader = reader
        let bytes = try reader.read(&input)
        if reader.isDone, bytes.isEmpty {
            restartParser()
            phase = .storing(request)
            deadline = nil
            return .finishUpload
        }
        phase = .upload(request, reader)
        guard bytes.isEmpty else {
            storing += bytes.count
            // While the disk is behind, the peer is not to blame for the pause.
            if storing >= Self.storingLimit { deadline = nil }
            return .store(bytes)
        }
        if peerIsDone { throw .incomplete }
        return .wait
    }

    private mutating func restartParser() {
        parser.restart(at: input.position)
    }
}
