import Telemetry
import Testing
@testable import Learning

@Suite("Readings after a failure")
struct StandstillTests {
    private let times = (0..<60).map(Double.init)

    private func rows(_ column: [Double], after failures: [Double]) -> [Range<Int>] {
        Standstill(times: times, columns: [column, nil]).rows(after: failures)
    }

    /// Moves all the time but for some rows.
    private func column(_ still: Range<Int>) -> [Double] {
        times.indices.map { still.contains($0) ? 7 : Double($0 % 3) }
    }

    @Test("that stand still are found, from where they begin beside the failure")
    func still() {
        #expect(rows(column(20..<40), after: [20.5]) == [20..<40])
        #expect(rows(column(21..<40), after: [20.5]) == [21..<40])
        #expect(rows(column(40..<60), after: [20.5, 40]) == [40..<60])
    }

    @Test("that move are none, nor are such that stood still long before, or for a moment")
    func moving() {
        #expect(rows(column(0..<0), after: [20.5]).isEmpty)
        #expect(rows(column(10..<40), after: [20.5]).isEmpty)
        #expect(rows(column(20..<23), after: [20.5]).isEmpty)
    }

    @Test("that always stand still for as long are none")
    func usual() {
        let steps = times.indices.map { Double($0 / 10) }
        #expect(rows(steps, after: [19.5]).isEmpty)
    }
}
