import Values

/// What is held against a data set: when the program stopped while it worked on the set, and what
/// follows from that.
///
/// A set is to blame for certain where no other was worked on. Otherwise all of them are suspects.
/// The steps that were under way are done alone, until they have been finished once: over whom the
/// program stops again is set aside; who finishes, or is not the one, is a suspect no longer.
struct StopRecord: Codable, Sendable, Equatable {
    /// One time that the program stopped.
    struct Stop: Codable, Sendable, Equatable {
        /// In nanoseconds since 1970.
        var time: Int64
        var signal: Int32
        var isOutOfMemory: Bool
        /// What is named as under way.
        var step: WorkStep
        /// No other set was worked on.
        var isCertain: Bool
        /// What was under way and has not been finished since.
        var unproven: [WorkStep]
    }

    /// A suspect that is never alone for long enough to be cleared or blamed is set aside after so
    /// many stops: two such sets would otherwise stop the program for ever.
    static let suspectLimit = 4

    /// The state of the set's files and of the program when the program stopped last.
    var basis: String
    private(set) var stops: [Stop] = []
    private(set) var isSetAside = false
    /// How often the set was tried again because its files, or the program, were others.
    private var changes = 0

    init(basis: String) { self.basis = basis }

    /// Adds a stop; one that is known already changes nothing.
    mutating func add(_ stop: Stop) {
        guard !stops.contains(where: { $0.time == stop.time }) else { return }
        if stop.isCertain ? !stops.isEmpty : stops.count + 1 >= Self.suspectLimit {
            isSetAside = true
        }
        stops.append(stop)
    }

    /// Whether a step was under way when the program stopped, and has not been finished since.
    func hasToProve(_ step: WorkStep) -> Bool {
        stops.contains { $0.unproven.contains(step) }
    }

    /// A step of the set was finished.
    mutating func finish(_ step: WorkStep) {
        for index in stops.indices { stops[index].unproven.removeAll { $0 == step } }
        stops.removeAll { !$0.isCertain && $0.unproven.isEmpty }
    }

    /// Another set has turned out to be to blame for these stops.
    mutating func clear(_ times: Set<Int64>) {
        guard !isSetAside else { return }
        stops.removeAll { !$0.isCertain && times.contains($0.time) }
    }

    /// Lets the set be tried once more, as a suspect: one further stop sets it aside again.
    mutating func retry() {
        isSetAside = false
        guard var last = stops.last else { return }
        last.isCertain = false
        if last.unproven.isEmpty { last.unproven = [last.step] }
        stops = [last]
    }

    /// Lets the set be tried once more, with other files or by another program.
    mutating func retry(changedTo basis: String) {
        retry()
        changes += 1
        self.basis = basis
    }

    /// Whether a change is reason enough to try the set again: the first one is, further ones only
    /// after a minute, two, four and so on up to an hour. A file that grows all the time would stop
    /// the program all the time.
    func mayFollowChange(at now: Int64) -> Bool {
        guard changes > 0, let last = stops.last else { return true }
        let minutes = min(60, 1 << min(changes - 1, 6))
        return now - last.time >= Int64(minutes) * 60_000_000_000
    }

    /// Whether what is held against the set is not worth keeping with other files or by another
    /// program: the set is neither set aside nor has anything to prove.
    func isOutdated(by basis: String) -> Bool {
        basis != self.basis && !isSetAside && stops.allSatisfy(\.unproven.isEmpty)
    }

    /// Whether nothing is held against the set.
    var isEmpty: Bool { stops.isEmpty }

    /// What pages say, where the set is set aside.
    var setAside: SetAside? {
        guard isSetAside, let last = stops.last else { return nil }
        return SetAside(
            step: last.step, time: Double(last.time) / 1e9, count: stops.count,
            isOutOfMemory: last.isOutOfMemory)
    }
}

extension Death {
    /// What it means for a set; `nil` where work is not to blame, or the set was not worked on.
    func stop(of set: String) -> StopRecord.Stop? {
        guard isFaultOfWork, let step = lastStep(of: set) else { return nil }
        return StopRecord.Stop(
            time: time, signal: signal, isOutOfMemory: isOutOfMemory && signal == SignalName.kill,
            step: step, isCertain: isCertain,
            unproven: WorkStep.allCases.filter { step in
                work.contains { $0.set == set && $0.step == step }
            })
    }
}
