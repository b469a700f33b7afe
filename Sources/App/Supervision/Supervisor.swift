import HTTP
import Models

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// `perfmon serve` as people start it: holds the port open, starts the process that serves, and
/// restarts it when it dies.
///
/// It does nothing else, so that there is nothing it could die of, and stays small. It leaves the
/// death of a serving process in the journal for the next one to judge.
final class Supervisor {
    /// Serving processes stop within ten seconds; one that has not by then is killed.
    private static let patience = Duration.seconds(15)

    private let log: Log
    private let words: [String]
    private let journal: SharedJournal
    private let signals: SignalPipe
    private let lifeline: Lifeline
    private var sockets: ListeningSockets?
    private var rule = RestartRule()
    private var isRestarting = false
    private var isStopping = false
    /// The second signal that asked for an end, from someone who cannot wait.
    private var impatience: Int32?

    /// Listens on the configured address.
    ///
    /// - Parameter arguments: the words that started the program, its own name first.
    init(_ configuration: Configuration, arguments: [String], log: Log) throws {
        self.log = log
        var server = ServerConfiguration()
        server.address = configuration.bind
        server.port = configuration.port
        let sockets = try ListeningSockets(server)
        self.sockets = sockets
        words = Inheritance.arguments(for: arguments, listeners: sockets.descriptors.count)
        journal = try SharedJournal()
        signals = try SignalPipe()
        lifeline = try Lifeline()
    }

    /// Returns the exit status when somebody has asked for an end, or a serving process has ended
    /// by its own decision.
    func run() -> Int32 {
        while true {
            let life = serve()
            if isStopping { return status(stoppedWith: life.end) }
            switch rule.verdict(life.end, served: journal.serves, lived: life.length) {
            case .end(let status): return status
            case .restart(let pause):
                bury(life)
                if isStopped(during: pause) { return 0 }
            }
        }
    }

    /// A serving process from its start to its end.
    private struct Life {
        var end: ChildEnd
        var length = Duration.zero
        var identifier: pid_t?
        /// The system has killed some process for want of memory meanwhile.
        var isOutOfMemory = false
    }

    private func serve() -> Life {
        journal.serves = false
        let kills = MemoryKills.now
        do throws(SystemFailure) {
            let inherited = [journal.descriptor, lifeline.childEnd] + (sockets?.descriptors ?? [])
            let child = try ServingChild(words, inheriting: inherited)
            journal.countStart()
            if isRestarting { log.info("restart", [("pid", "\(child.identifier)")]) }
            let end = wait(for: child)
            return Life(
                end: end, length: child.age, identifier: child.identifier,
                isOutOfMemory: MemoryKills.now > kills)
        } catch {
            log.error("restart", [("error", "\(error)")])
            return Life(end: .signal(0))
        }
    }

    private func wait(for child: ServingChild) -> ChildEnd {
        var deadline: ContinuousClock.Instant?
        while true {
            let signal = signals.next(within: deadline.map { $0 - .now })
            if let signal, SignalPipe.ofStop.contains(signal) {
                if isStopping {
                    impatience = signal
                    child.send(SIGKILL)
                } else {
                    stop()
                    lifeline.askToStop()
                    deadline = .now + Self.patience
                }
            }
            if let end = child.end() { return end }
            if let late = deadline, late <= .now {
                log.error("stuck", [("pid", "\(child.identifier)")])
                child.send(SIGKILL)
                deadline = nil
            }
        }
    }

    /// Closes the port, so that no new client is kept waiting.
    private func stop() {
        isStopping = true
        sockets = nil
    }

    /// Reports a death to the next serving process and in the log.
    private func bury(_ life: Life) {
        isRestarting = true
        guard let identifier = life.identifier else { return }
        var signal: Int32 = 0
        var cause = ("status", "")
        switch life.end {
        case .exited(let status): cause.1 = "\(status)"
        case .signal(let number):
            signal = number
            cause = ("signal", SignalName.text(number))
        }
        let work = journal.bury(signal: signal, isOutOfMemory: life.isOutOfMemory)
        log.error("died", [("pid", "\(identifier)"), cause, ("work", "\(work)")])
    }

    /// Waits; true as soon as somebody asks for an end.
    private func isStopped(during pause: Duration) -> Bool {
        let end = ContinuousClock.now + pause
        while ContinuousClock.now < end {
            if let signal = signals.next(within: end - .now), SignalPipe.ofStop.contains(signal) {
                return true
            }
        }
        return false
    }

    /// The exit status as if there were only one process: 0 where it stopped as asked.
    private func status(stoppedWith end: ChildEnd) -> Int32 {
        if let impatience { return 128 + impatience }
        switch end {
        case .exited(let status): return status
        // It was asked before it listened for such requests.
        case .signal(let number): return SignalPipe.ofStop.contains(number) ? 0 : 1
        }
    }
}
