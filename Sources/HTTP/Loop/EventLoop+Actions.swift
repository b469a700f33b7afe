internal import Dispatch

extension EventLoop {
    /// Performs all that a connection wants done now.
    func drive(_ channel: Channel) {
        while true {
            let action = channel.connection.next(now)
            if case .wait = action { break }
            perform(action, channel)
            if case .close = action { return }
        }
        let wanted = channel.wantedInterest
        if wanted != channel.interest {
            channel.interest = wanted
            poller.change(channel.socket.descriptor, token: channel.token, interest: wanted)
        }
    }

    func perform(_ action: Connection.Action, _ channel: Channel) {
        switch action {
        case .wait: break
        case .send: send(channel)
        case .handle(let request): handle(request, channel)
        case .beginUpload(let kind, let directory):
            channel.receiver = kind.receiver(directory: directory)
        case .store(let bytes): store(bytes, channel)
        case .finishUpload: finishUpload(channel)
        case .readFile(let file, let offset, let limit):
            let (mailbox, token) = (mailbox, channel.token)
            files.async { mailbox.post(.fileRead(token, file.read(at: offset, limit: limit))) }
        case .finished(let summary):
            channel.endRequest()
            rules.configuration.onRequestFinished(summary)
        case .shutDownWrites: channel.socket.shutDownWrites()
        case .close:
            channel.endRequest()
            channels[channel.token] = nil
            rules.configuration.onConnectionCount(channels.count)
        }
    }

    private func send(_ channel: Channel) {
        // Not through a local copy of `outbound`: its head is to be used again in place.
        let result = channel.socket.send(
            channel.connection.outbound.head, channel.connection.outbound.body,
            skipping: channel.connection.outbound.sent)
        switch result {
        case .bytes(let count): channel.connection.sent(count, now)
        case .wouldBlock: channel.connection.sendBlocked()
        case .failed: perform(channel.connection.aborted(now), channel)
        }
    }

    private func handle(_ request: Request, _ channel: Channel) {
        switch handler.reply(to: request) {
        case .now(let response):
            now.update()
            channel.connection.respond(response, now)
        case .later(let work):
            let (mailbox, token) = (mailbox, channel.token)
            channel.task = Task { mailbox.post(.response(token, await work())) }
        }
    }

    private func store(_ bytes: [UInt8], _ channel: Channel) {
        guard let receiver = channel.receiver else { return }
        let (mailbox, token) = (mailbox, channel.token)
        files.async {
            do throws(Rejection) {
                try receiver.receive(bytes)
                mailbox.post(.stored(token, count: bytes.count))
            } catch {
                mailbox.post(.uploadFailed(token, error))
            }
        }
    }

    private func finishUpload(_ channel: Channel) {
        guard let receiver = channel.receiver else { return }
        channel.receiver = nil
        let (mailbox, token) = (mailbox, channel.token)
        files.async {
            do throws(Rejection) {
                mailbox.post(.uploadFinished(token, try receiver.finish()))
            } catch {
                mailbox.post(.uploadFailed(token, error))
            }
        }
    }

    /// Messages for a connection that is gone are dropped, with the files and answers they carry.
    func handle(_ message: Mailbox.Message) {
        switch message {
        case .stop(let deadline):
            stop(deadline: deadline)
        case .response(let token, let response):
            with(token) { $0.respond(response, now) }
        case .stored(let token, let count):
            with(token) { $0.stored(count, now) }
        case .uploadFailed(let token, let rejection):
            with(token) { $0.uploadFailed(rejection, now) }
        case .uploadFinished(let token, let body):
            guard let channel = channels[token] else { return }
            perform(channel.connection.uploadFinished(body), channel)
            drive(channel)
        case .fileRead(let token, let bytes):
            guard let channel = channels[token] else { return }
            if let bytes {
                channel.connection.fileRead(bytes)
            } else {
                perform(channel.connection.aborted(now), channel)
            }
            drive(channel)
        }
    }

    private func with(_ token: UInt64, _ report: (inout Connection) -> Void) {
        guard let channel = channels[token] else { return }
        report(&channel.connection)
        drive(channel)
    }
}
