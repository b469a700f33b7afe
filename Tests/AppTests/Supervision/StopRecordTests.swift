import Foundation
import Testing
import Values
@testable import App

@Suite("What is held against a set")
struct StopRecordTests {
    /// Something that happens with the set, one after the other.
    enum Happening {
        /// The program stops while this set alone is worked on, or together with others.
        case stop(certain: Bool, WorkStep = .load)
        case finish(WorkStep)
        /// Another set turns out to be to blame for the first stop.
        case otherFound
        case retry
    }

    /// What happens, and then: set aside, the steps to be done alone, the stops that count.
    struct Row: CustomTestStringConvertible {
        let name: String
        let happenings: [Happening]
        var aside = false
        var alone: [WorkStep] = []
        var stops: Int

        var testDescription: String { name }
    }

    static let rows: [Row] = [
        Row(name: "nothing", happenings: [], stops: 0),
        Row(name: "once", happenings: [.stop(certain: true)], alone: [.load], stops: 1),
        Row(
            name: "twice for certain", happenings: [.stop(certain: true), .stop(certain: true)],
            aside: true, alone: [.load], stops: 2),
        Row(
            name: "twice for certain, in different steps",
            happenings: [.stop(certain: true), .finish(.load), .stop(certain: true, .page)],
            aside: true, alone: [.page], stops: 2),
        Row(
            name: "once for certain, then it went well",
            happenings: [.stop(certain: true), .finish(.load)], stops: 1),
        Row(name: "a suspect", happenings: [.stop(certain: false)], alone: [.load], stops: 1),
        Row(
            name: "a suspect that finishes is cleared",
            happenings: [.stop(certain: false), .finish(.load)], stops: 0),
        Row(
            name: "a suspect that finishes something else is not",
            happenings: [.stop(certain: false), .finish(.page)], alone: [.load], stops: 1),
        Row(
            name: "a suspect, then for certain",
            happenings: [.stop(certain: false), .stop(certain: true)], aside: true,
            alone: [.load], stops: 2),
        Row(
            name: "a suspect while the other one is found",
            happenings: [.stop(certain: false), .otherFound], stops: 0),
        Row(
            name: "for certain, whatever is found about others",
            happenings: [.stop(certain: true), .otherFound], alone: [.load], stops: 1),
        Row(
            name: "a suspect twice, while one of them is cleared up",
            happenings: [.stop(certain: false), .stop(certain: false, .page), .otherFound],
            alone: [.page], stops: 1),
        Row(
            name: "for certain, then a suspect: the other one may have done it",
            happenings: [.stop(certain: true), .stop(certain: false, .page)],
            alone: [.load, .page], stops: 2),
        Row(
            name: "a suspect three times",
            happenings: Array(repeating: .stop(certain: false), count: 3), alone: [.load],
            stops: 3),
        Row(
            name: "a suspect four times without ever finishing",
            happenings: Array(repeating: .stop(certain: false), count: 4), aside: true,
            alone: [.load], stops: 4),
        Row(
            name: "tried again",
            happenings: [.stop(certain: true), .stop(certain: true), .retry], alone: [.load],
            stops: 1),
        Row(
            name: "tried again, well",
            happenings: [.stop(certain: true), .stop(certain: true), .retry, .finish(.load)],
            stops: 0),
        Row(
            name: "tried again, in vain",
            happenings: [
                .stop(certain: true), .stop(certain: true), .retry, .stop(certain: true),
            ], aside: true, alone: [.load], stops: 2),
        Row(
            name: "tried again after the step had been proved before",
            happenings: [
                .stop(certain: true), .finish(.load), .stop(certain: true), .finish(.load), .retry,
            ], alone: [.load], stops: 1),
    ]

    private func record(of row: Row) -> StopRecord {
        var record = StopRecord(basis: "files")
        for (number, happening) in row.happenings.enumerated() {
            switch happening {
            case .stop(let isCertain, let step):
                record.add(
                    StopRecord.Stop(
                        time: Int64(number), signal: 4, isOutOfMemory: false, step: step,
                        isCertain: isCertain, unproven: [step]))
            case .finish(let step): record.finish(step)
            case .otherFound: record.clear([0])
            case .retry: record.retry()
            }
        }
        return record
    }

    @Test("follows from what happened", arguments: rows)
    func verdict(_ row: Row) {
        let record = record(of: row)
        #expect(record.isSetAside == row.aside)
        #expect((record.setAside != nil) == row.aside)
        #expect(WorkStep.allCases.filter(record.hasToProve) == row.alone)
        #expect(record.stops.count == row.stops)
        #expect(record.isEmpty == (row.stops == 0))
    }

    @Test("the same stop, told again, counts once")
    func again() {
        var record = StopRecord(basis: "files")
        let stop = StopRecord.Stop(
            time: 7, signal: 4, isOutOfMemory: false, step: .load, isCertain: true,
            unproven: [.load])
        record.add(stop)
        record.add(stop)
        #expect(!record.isSetAside)
        #expect(record.stops == [stop])
    }

    @Test("changed files are tried at once the first time, then less and less often")
    func changes() {
        let minute: Int64 = 60_000_000_000
        var record = record(of: Self.rows[2])
        for wait in [0, 1, 2, 4, 8, 16, 32, 60, 60] {
            let due = 1 + Int64(wait) * minute
            #expect(record.mayFollowChange(at: due))
            #expect(wait == 0 || !record.mayFollowChange(at: due - 1))
            record.retry(changedTo: "files \(wait)")
            #expect(!record.isSetAside)
        }
    }

    @Test("keeps its form on the disk")
    func coding() throws {
        for row in Self.rows {
            let record = record(of: row)
            let data = try JSONEncoder().encode(record)
            #expect(try JSONDecoder().decode(StopRecord.self, from: data) == record)
        }
    }

    @Test("what a page says is the last stop, with the number of all")
    func said() {
        var record = StopRecord(basis: "files")
        for (time, step) in [(1_000_000_000, WorkStep.load), (2_500_000_000, .page)] {
            record.add(
                StopRecord.Stop(
                    time: Int64(time), signal: 9, isOutOfMemory: step == .page, step: step,
                    isCertain: true, unproven: [step]))
        }
        #expect(
            record.setAside == SetAside(step: .page, time: 2.5, count: 2, isOutOfMemory: true))
    }
}

@Suite("Who is to blame for a death")
struct DeathTests {
    private func death(
        _ signal: Int32, outOfMemory: Bool = false, complete: Bool = true, _ sets: String...
    ) -> Death {
        Death(
            time: 9, signal: signal, isOutOfMemory: outOfMemory,
            work: sets.enumerated().map { Death.Work(set: $1, step: .load, began: Int64($0)) },
            isComplete: complete)
    }

    @Test("traps, wild pointers and failed checks are the fault of the work")
    func faults() {
        for signal in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT] {
            #expect(death(signal, "a").stop(of: "a")?.isCertain == true)
        }
    }

    @Test("who is killed or asked from outside is not to blame, nor is who exits")
    func outside() {
        for signal in [SIGKILL, SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGPIPE, 0] {
            #expect(death(signal, "a").stop(of: "a") == nil)
        }
        #expect(death(SIGTERM, outOfMemory: true, "a").stop(of: "a") == nil)
    }

    @Test("who is killed for want of memory is to blame")
    func memory() {
        let stop = death(SIGKILL, outOfMemory: true, "a").stop(of: "a")
        #expect(stop?.isOutOfMemory == true)
        // Memory was short by chance when it trapped.
        let trapped = death(SIGILL, outOfMemory: true, "a").stop(of: "a")
        #expect(trapped?.isOutOfMemory == false)
    }

    @Test("of several all are suspects, and so is one beside work that was not written down")
    func several() {
        let both = death(SIGILL, "a", "b")
        #expect(both.stop(of: "a")?.isCertain == false)
        #expect(both.stop(of: "b")?.isCertain == false)
        #expect(both.stop(of: "c") == nil)
        #expect(death(SIGILL, complete: false, "a").stop(of: "a")?.isCertain == false)
    }

    @Test("several steps of one set are certain; the one that began last is named")
    func steps() {
        let death = Death(
            time: 9, signal: SIGILL,
            work: [
                .init(set: "a", step: .page, began: 30), .init(set: "a", step: .load, began: 10),
            ])
        let found = death.stop(of: "a")
        #expect(found?.isCertain == true)
        #expect(found?.step == .page)
        #expect(found?.unproven == [.load, .page])
    }
}
