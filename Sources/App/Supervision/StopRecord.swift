import Values

/// What is held against a data set: when the program died while it worked on the set, and what
/// follows from that.
///
/// A set is certainly to blame where no other was worked on; otherwise all of them are suspects.
/// The steps that were under way are then run alone until they have been finished once. If the
/// program dies again during one, its set is set aside; a suspect that finishes, or proves not to
/// be the one, is cleared.
struct StopRecord: Codable, Sendable, Equatable {
    /// One death of the program.
    struct Stop: Codable, Sendable, Equatable {
        /// Nanoseconds since 1970; identifies the death.
        var time: Int64
        var signal: Int32
        var isOutOfMemory: Bool
        /// The step that pages name.
        var step: WorkStep
        /// No other set was worked on.
        var isCertain: Bool
        /// Steps that were under way and have not been finished since.
        var unproven: [WorkStep]
    }

    /// A suspect is set aside after so many stops even if it never ran alone for long enough to be
    /// cleared or blamed: two such sets would otherwise crash the program for ever.
    static let suspectLimit = 4

    /// The state of the set's files and of the program at the last stop.
    var basis: String
    private(set) var stops: [Stop] = []
    private(set) var isSetAside = false
    /// How often the set was tried again because its files or the program had changed.
    private var changes = 0

    init(basis: String) { self.basis = basis }

    /// Adds a stop, unless it is known already.
    mutating func add(_ stop: Stop) {
        guard !stops.contains(where: { $0.time == stop.time }) else { return }
        if stop.isCertain ? !stops.isEmpty : stops.count + 1 >= Self.suspectLimit {
            isSetAside = true
        }
        stops.append(stop)
    }

    /// Whether a step was under way at a stop and has not been finished since.
    func hasToProve(_ step: WorkStep) -> Bool {
        stops.contains { $0.unproven.contains(step) }
    }

    /// Records that a step of the set was finished.
    mutating func finish(_ step: WorkStep) {
        for index in stops.indices { stops[index].unproven.removeAll { $0 == step } }
        stops.removeAll { !$0.isCertain && $0.unproven.isEmpty }
    }

    /// Removes stops for which another set has turned out to be to blame.
    mutating func clear(_ times: Set<Int64>) {
        guard !isSetAside else { return }
        stops.removeAll { !$0.isCertain && times.contains($0.time) }
    }

    /// Lets the set be tried once more, as a suspect: a further stop of its own sets it aside
    /// again.
    mutating func retry() {
        isSetAside = false
        guard var last = stops.last else { return }
        last.isCertain = false
        if last.unproven.isEmpty { last.unproven = [last.step] }
        stops = [last]
    }

    /// Lets the set be tried once more because its files or the program have changed.
    mutating func retry(changedTo basis: String) {
        retry()
        changes += 1
        self.basis = basis
    }

    /// Whether a change is reason enough to try the set again: the first one is, further ones only
    /// a minute, two, four and so on up to an hour after the last stop. A file that keeps growing
    /// would otherwise keep crashing the program.
    func mayFollowChange(at now: Int64) -> Bool {
        guard changes > 0, let last = stops.last else { return true }
        let minutes = min(60, 1 << min(changes - 1, 6))
        return now - last.time >= Int64(minutes) * 60_000_000_000
    }

    /// Whether the record is not worth keeping after a change: the set is neither set aside nor has
    /// anything to prove.
    func isOutdated(by basis: String) -> Bool {
        basis != self.basis && !isSetAside && stops.allSatisfy(\.unproven.isEmpty)
    }

    /// Whether nothing is held against the set.
    var isEmpty: Bool { stops.isEmpty }

    /// What pages say of the set; nil unless it is set aside.
    var setAside: SetAside? {
        guard isSetAside, let last = stops.last else { return nil }
        return SetAside(
            step: last.step, time: Double(last.time) / 1e9, count: stops.count,
            isOutOfMemory: last.isOutOfMemory)
    }
}

extension Death {
    /// What the death means for a set; `nil` where work is not to blame, or not on that set.
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
