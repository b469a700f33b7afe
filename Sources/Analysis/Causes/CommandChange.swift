import Values

/// A change of a set point, a mode or another command that the readings followed as they followed
/// its earlier changes: it explains what they did.
public struct CommandChange: Sendable, Equatable {
    /// Index of the command's column.
    public let signal: Int
    /// The row in which it left its old value.
    public let row: Int
    /// The values that it kept before and after.
    public let from: Double, to: Double
    /// Indices of the signals that followed.
    public let followers: [Int]
    /// Earlier changes of the command after which the readings did the same in proportion.
    public let earlier: Int

    /// With fewer earlier changes nothing can be said to be as it was then.
    private static let fewestEarlier = 2
    /// Where no signal left its level, the beginning is uncertain by the rows over this.
    private static let blocks = 150

    /// Looks for a command whose change explains the departures of signals.
    ///
    /// A column that mostly stays as it is (see ``SignalSort``) is a command. Its last change must
    /// not come after the first departure. What each signal did after it is compared with what it
    /// did after earlier changes, in proportion to the command's step: all that clearly moved must
    /// have moved as far as then, and so must all that clearly moved then.
    ///
    /// - Parameters:
    ///   - columns: By signal, readings in order of time; NaN where one is missing.
    ///   - departures: By signal, as ``CauseRanking`` or ``DepartureOrder`` gives them.
    ///   - onset: The row in which the fault seems to begin; used where no signal left its level.
    /// - Returns: The command with the most followers; `nil` where none explains it all.
    /// - Complexity: O(rows · signals · commands).
    public init?(_ columns: [[Double]], departures: [LevelDeparture?], onset: Int) {
        let commands = columns.map { CommandSteps($0) }
        let others = columns.indices.filter { commands[$0] == nil }
        let first = others.compactMap { departures[$0]?.row }.min()
        // Without a departure the beginning is known to the block.
        let moment = first ?? onset + (columns.first?.count ?? 0) / Self.blocks
        let filled = columns.map(StandardSignal.filled)
        let found = commands.indices.compactMap { command -> CommandChange? in
            guard let steps = commands[command],
                let trial = CommandTrial(steps, upTo: moment),
                trial.earlier.count >= Self.fewestEarlier
            else { return nil }
            let answers = others.map { trial.answer(filled[$0]) }
            let followers = zip(others, answers).filter { $0.1 == .asBefore }.map(\.0)
            guard !answers.contains(.otherwise), !followers.isEmpty
            else { return nil }
            return CommandChange(command, trial, followers: followers)
        }
        guard
            let best = found.max(by: { ($0.followers.count, $1.row) < ($1.followers.count, $0.row) }
            )
        else { return nil }
        self = best
    }

    private init(_ signal: Int, _ trial: CommandTrial, followers: [Int]) {
        self.signal = signal
        row = trial.latest.row
        from = trial.latest.from
        to = trial.latest.to
        self.followers = followers
        earlier = trial.earlier.count
    }
}
