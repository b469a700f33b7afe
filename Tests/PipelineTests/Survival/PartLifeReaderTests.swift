import Analysis
import Reports
import Testing
import Values

@testable import Pipeline

@Suite("Lives of one part")
struct PartLifeReaderTests {
    private func lives(
        failures: [Double], renewals: [Double] = [], repairs: [Double] = [],
        firstAge: Double? = nil, awaitsRepair: Bool = false, end: Double = 100
    ) -> [PartLife] {
        let part = PartRecord(
            device: 0, watched: 10...100, failures: failures, renewals: renewals, repairs: repairs,
            firstAge: firstAge)
        return PartLifeReader(awaitsRepair: awaitsRepair, end: end).lives(of: part)
    }

    private func life(
        _ start: Double?, _ from: Double, _ to: Double, _ end: PartLife.End
    ) -> PartLife {
        PartLife(device: 0, start: start, from: from, to: to, end: end)
    }

    @Test("A failure ends a life and starts the next; the first is of unknown age")
    func failures() {
        #expect(
            lives(failures: [30, 70]) == [
                life(nil, 10, 30, .failure), life(30, 30, 70, .failure), life(70, 70, 100, .atWork),
            ])
        #expect(lives(failures: []) == [life(nil, 10, 100, .atWork)])
    }

    @Test("A repair before the record starts a clock that is entered late")
    func lateEntry() throws {
        let lives = lives(failures: [30], renewals: [-20, 4, 30])
        #expect(lives == [life(4, 10, 30, .failure), life(30, 30, 100, .atWork)])
        let first = try #require(lives[0].lifetime())
        #expect(first.entry == 6 && first.exit == 26 && first.isFailure)
    }

    @Test("A replacement ends a life without a failure")
    func replacement() {
        #expect(
            lives(failures: [], renewals: [40]) == [
                life(nil, 10, 40, .replacement), life(40, 40, 100, .atWork),
            ])
    }

    @Test("A part that waits for its repair is not at work, and fails no second time")
    func waiting() {
        #expect(
            lives(failures: [30, 32, 60], renewals: [35], awaitsRepair: true) == [
                life(nil, 10, 30, .failure), life(35, 35, 60, .failure),
            ])
    }

    @Test("A repair of whatever has failed renews only what has failed")
    func following() {
        #expect(
            lives(failures: [30], repairs: [20, 31, 50], awaitsRepair: true) == [
                life(nil, 10, 30, .failure), life(31, 31, 100, .atWork),
            ])
    }

    @Test("What is later than the end is not known, and an age that is known is used")
    func cut() {
        #expect(
            lives(failures: [30, 70], firstAge: 50, end: 60) == [
                life(-40, 10, 30, .failure), life(30, 30, 60, .atWork),
            ])
    }

    @Test("Failures within a hundredth of the mean time between them are one")
    func bursts() {
        // A failure every 100 days, told of five times within an hour, of two devices.
        let times = (1...10).flatMap { at in (0..<5).map { Double(at) * 100 + Double($0) / 100 } }
        let merged = FailureBursts.merged([times, []], exposure: 2_000)
        #expect(merged == [(1...10).map { Double($0) * 100 }, []])
        let apart = (1...10).map { Double($0) * 30 }
        #expect(FailureBursts.merged([apart], exposure: 300) == [apart])
        #expect(FailureBursts.merged([[], []], exposure: 0) == [[], []])
    }
}
