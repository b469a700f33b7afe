import Analysis
import Reports
import Telemetry
import Testing
import Values

@testable import Pipeline

@Suite("What is asked of a record")
struct CauseQuestionTests {
    private static let hour = MadeSource.hour

    /// Hourly rows of one device; the second reading is never read.
    private func history(
        _ episodes: [Episode] = [], rows: [Int] = Array(0..<1_000),
        main: ClosedRange<Double> = 0...1_000 * hour, failures: [Double] = []
    ) -> TroubleHistory {
        let source = MadeSource(
            [
                .init(
                    name: "d0",
                    rows: rows.map {
                        (Double($0) * Self.hour, [$0 == 5 ? .nan : Double($0), .nan])
                    },
                    events: failures.map { .init(time: $0 * Self.hour, code: 0) }),
                .init(name: "d1"),
            ], metrics: ["x", "y"], codes: [(.failure, "seal"), (.failure, "belt")],
            length: 1_000 * Self.hour)
        return TroubleHistory(source: source, main: main, episodes: episodes)
    }

    private func episode(
        _ kind: EpisodeKind, _ from: Double, _ to: Double?, severity: Double = 50, metric: Int = 0,
        devices: [Int] = [0], subject: Episode.Subject? = nil
    ) -> Episode {
        Episode(
            kind, devices: devices.map { DeviceRef(index: $0, name: "d\($0)") },
            subjects: [subject ?? .metric(.made(metric, ["x", "y"][metric]))],
            from: from * Self.hour, to: to.map { $0 * Self.hour }, severity: severity)
    }

    // MARK: - The record

    @Test("a record has the readings of a device up to the last, and finds rows by their times")
    func record() throws {
        let record = try history(rows: [0, 1, 2, 5, 9]).record(of: 0)
        #expect(record.metrics == [0] && record.rowCount == 5 && record.step == Self.hour)
        #expect(record.time(3) == 5 * Self.hour)
        #expect(record.rows(upTo: 5 * Self.hour) == 4 && record.rows(upTo: 5 * Self.hour - 1) == 3)
        #expect(
            record.rows(overAt: 6 * Self.hour) == 4 && record.rows(overAt: 6 * Self.hour - 1) == 3)
        #expect(record.rows(1 * Self.hour...5 * Self.hour) == 1..<4)
        #expect(record.rows(6 * Self.hour...8 * Self.hour) == 4..<4)
        let columns = record.columns(4)
        #expect(
            columns.count == 1 && Array(columns[0].prefix(3)) == [0, 1, 2] && columns[0][3].isNaN)
        #expect(record.columns(2, [0]) == [[0, 1]] && record.columns(2, []) == [])
        #expect(try history(rows: [0, 5]).record(of: 0).rowCount == 1, "the last has no reading")
        #expect(try history().record(of: 1).rowCount == 0)
        let part = try history(main: 100 * Self.hour...900 * Self.hour).record(of: 0)
        #expect(part.time(0) == 100 * Self.hour && part.rowCount == 900)
        let last = try history().record(of: 0, upTo: 900 * Self.hour, cells: 1)
        #expect(last.time(0) == 0, "four thousand rows at least")
    }

    // MARK: - Up to when, and since when

    @Test("an episode is noticed when it has lasted an eighth of the time before, or is over")
    func noticed() {
        let question = { (to: Double?) in
            CauseQuestion(
                device: 0, self.episode(.step, 600, to), start: 100 * Self.hour)
        }
        #expect(question(nil).noticed == 660 * Self.hour)
        #expect(question(640).noticed == 640 * Self.hour)
        #expect(question(nil).since(history()) == 590 * Self.hour)
        #expect(CauseQuestion(device: 0).noticed == .infinity)
        #expect(CauseQuestion(device: 0, noticed: 7).since(history()) == -.infinity)
    }

    @Test("a fault did not begin before the last one of the same sort was over")
    func since() {
        let earlier = [
            episode(.step, 100, 200), episode(.step, 550, nil, metric: 1),
            episode(.event, 570, 590), episode(.step, 591, 592, metric: 1),
            episode(.frozen, 593, 594), episode(.step, 595, 596, severity: 20),
            episode(.step, 597, 599, devices: [1]),
        ]
        let now = CauseQuestion(device: 0, episode(.step, 600, nil), start: 0)
        #expect(now.since(history(earlier)) == 590 * Self.hour)
        #expect(now.since(history([earlier[0]])) == 588 * Self.hour)
        // Of a failure it is the last failure.
        let failures = [
            episode(
                .failure, 400, 410,
                subject: .code(.init(index: 0, kind: .failure, name: "seal", rank: 0))),
            episode(.step, 500, 550),
        ]
        let failure = CauseQuestion(
            device: 0,
            .init(
                code: .init(index: 0, kind: .failure, name: "seal", rank: 0), time: 600 * Self.hour)
        )
        #expect(failure.since(history(failures)) == 410 * Self.hour)
        #expect(failure.noticed == 600 * Self.hour && failure.episode == nil)
    }

    @Test("before a failure only rows that were over count, and none of a record that ended before")
    func rows() throws {
        let code = CodeRef(index: 0, kind: .failure, name: "seal", rank: 0)
        let rows = { (time: Double, last: Int) in
            CauseQuestion(device: 0, .init(code: code, time: time * Self.hour)).rows(
                of: try self.history(rows: Array(0..<last)).record(of: 0))
        }
        #expect(try rows(500.5, 1_000) == 500 && rows(500, 1_000) == 500 && rows(0.5, 1_000) == 0)
        // Ten rows, or a fiftieth of the record.
        #expect(try rows(109, 100) == 100 && rows(109.1, 100) == 0)
        #expect(try rows(999, 981) == 981 && rows(999, 980) == 0)
        #expect(
            try CauseQuestion(device: 0, noticed: 500 * Self.hour).rows(of: history().record(of: 0))
                == 501)
    }

    // MARK: - Earlier troubles

    @Test("rows in earlier troubles are no usual ones, those before failures neither")
    func troubled() throws {
        let episodes = [
            episode(.step, 100, 110), episode(.apart, 200, 210),
            episode(.step, 300, 310, severity: 20),
            episode(.failure, 500, 503), episode(.step, 600, 700),
            episode(.step, 610, 690, metric: 1),
            episode(.step, 800, 805, devices: [0, 1]),
            episode(
                .codeBurst, 710, 720,
                subject: .code(.init(index: 1, kind: .failure, name: "belt", rank: 1))),
        ]
        let history = history(episodes)
        let record = try history.record(of: 0)
        // A fiftieth of a thousand hours before a failure.
        #expect(
            history.troubled(record, of: 0, before: 950 * Self.hour)
                == [100..<111, 480..<504, 600..<701])
        #expect(history.troubled(record, of: 0, before: 504 * Self.hour) == [100..<111, 480..<504])
        #expect(history.troubled(record, of: 0, before: 503 * Self.hour) == [100..<111])
        #expect(history.troubled(record, of: 1, before: 950 * Self.hour).isEmpty)
        #expect(history.episodes(of: 0).count == 6, "those of several devices are left out")
        let search = CauseSearch(
            CauseQuestion(device: 0, episodes[4], start: 0), history, record)
        #expect(search.since == 589 && search.troubled == [100..<111, 480..<504])
    }

    @Test("a failure happened when its code came, or when its episode began")
    func time() throws {
        let (seal, belt) = (
            CodeRef(index: 0, kind: .failure, name: "seal", rank: 0),
            CodeRef(index: 1, kind: .failure, name: "belt", rank: 1)
        )
        let history = history(failures: [90, 150, 300])
        let failure = episode(.failure, 140, 200, subject: .code(seal))
        #expect(try history.time(of: seal, in: failure) == 140 * Self.hour)
        #expect(try history.time(of: belt, in: failure) == nil)
        let warned = episode(.failureWarned, 100, 200, subject: .code(seal))
        #expect(try history.time(of: seal, in: warned) == 150 * Self.hour)
        #expect(
            try history.time(of: seal, in: episode(.failureWarned, 160, 200, subject: .code(seal)))
                == nil)
        #expect(
            try history.time(of: seal, in: episode(.step, 100, 200, subject: .code(seal))) == nil)
        #expect(warned.latest == 200 * Self.hour && failure.latest == 140 * Self.hour)
        #expect(warned.isFailure && !episode(.step, 1, 2).isFailure)
    }

    @Test("a step that is over is of the sort of a step, a drift is not")
    func sorts() {
        let kinds: [EpisodeKind] = [.step, .event, .drift, .failure]
        let same = kinds.map { one in
            kinds.map { episode(one, 1, 2).isOfSameSort(as: episode($0, 1, 2)) }
        }
        #expect(
            same == [
                [true, true, false, false], [true, true, false, false],
                [false, false, true, false],
                [false, false, false, true],
            ])
    }

    @Test("episodes of one device that begin within half of the shorter are one trouble")
    func joined() {
        let joined = { (episodes: [Episode]) in
            JoinedEpisodes(episodes, end: 100 * Self.hour).episodes.map {
                [$0.from / Self.hour, ($0.to ?? .infinity) / Self.hour, Double($0.metrics.count)]
            }
        }
        #expect(
            joined([episode(.step, 10, 50), episode(.step, 20, 40, metric: 1)]) == [[10, 50, 2]])
        #expect(
            joined([episode(.step, 10, 50), episode(.step, 20.1, 40, metric: 1)])
                == [[10, 50, 1], [20.1, 40, 1]])
        #expect(
            joined([episode(.step, 60, nil), episode(.step, 80, 130, metric: 1)]) == [
                [60, .infinity, 2]
            ])
        #expect(joined([episode(.failure, 10, 50), episode(.step, 10, 50)]).count == 2)
    }
}
