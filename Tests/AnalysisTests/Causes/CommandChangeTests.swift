import Testing

@testable import Analysis

@Suite("A command that explains what readings did")
struct CommandChangeTests {
    /// What happens after the last change of the set point.
    enum Course: CaseIterable { case asBefore, ignored, twiceAsFar, otherSignalMoves, noChange }

    static let change = 2_800

    /// Speed follows a set point within some rows and flow follows the speed; the ambient does not.
    /// Columns: ambient, flow, set point, speed.
    private func plant(_ course: Course, seed: UInt64 = 3, earlier: Int = 5) -> [[Double]] {
        var generator = SeededGenerator(seed: seed)
        let levels = [60, 63.5, 58, 61, 64, 59, 62.5]
        var (speed, flow, columns) = (60.0, 0.0, [[Double]](repeating: [], count: 4))
        for row in 0..<3_000 {
            let isLate = row >= Self.change
            let usual = levels[min(earlier, row / 450)]
            let setPoint = usual + (isLate && course != .noChange ? 5 : 0)
            let followed: Double =
                switch course {
                case .asBefore, .otherSignalMoves: setPoint
                case .ignored: usual
                case .twiceAsFar: isLate ? usual + 10 : usual
                case .noChange: isLate ? usual + 5 : usual
                }
            speed += 0.2 * (followed - speed)
            flow += 0.2 * (0.5 * speed - flow)
            let ambient = 18 + (isLate && course == .otherSignalMoves ? 4.0 : 0)
            let values = [ambient, flow, setPoint, speed]
            for (signal, value) in values.enumerated() {
                columns[signal].append(signal == 2 ? value : value + 0.2 * generator.normal())
            }
        }
        return columns
    }

    private func found(_ columns: [[Double]]) throws -> CommandChange? {
        let ranking = try #require(CauseRanking(columns))
        var departures = [LevelDeparture?](repeating: nil, count: columns.count)
        for cause in ranking.causes { departures[cause.signal] = cause.departure }
        return CommandChange(columns, departures: departures, onset: ranking.onset)
    }

    @Test(
        "is named where all followed as before, with its values",
        arguments: [3, 11, 29] as [UInt64])
    func asBefore(_ seed: UInt64) throws {
        let command = try #require(try found(plant(.asBefore, seed: seed)))
        #expect(command.signal == 2)
        #expect(command.row == Self.change)
        #expect((command.from, command.to) == (59, 64))
        #expect(command.followers == [1, 3])
        #expect(command.earlier >= 4)
    }

    @Test(
        "is not named where readings did not follow, went farther, or moved without it",
        arguments: [Course.ignored, .twiceAsFar, .otherSignalMoves, .noChange])
    func otherwise(_ course: Course) throws {
        #expect(try found(plant(course)) == nil)
    }

    @Test("is not named where it was hardly ever changed before")
    func firstTime() throws {
        #expect(try found(plant(.asBefore, earlier: 0)) == nil)
        #expect(try found(plant(.asBefore, earlier: 1)) == nil)
    }

    @Test("is not the answer of an operator to what had begun before")
    func answer() {
        let columns = plant(.asBefore)
        let departures = [nil, LevelDeparture(row: Self.change - 20, change: 4), nil, nil]
        #expect(CommandChange(columns, departures: departures, onset: Self.change - 20) == nil)
    }
}
