import Analysis
import Reports
import Telemetry
import Testing
import Values

@testable import Pipeline

/// Rows in slots of an hour, from 0 on; what is found in them by itself.
@Suite("Episodes by the rows of each device")
struct AttendanceEpisodeTests {
    private static let hour = MadeSource.hour

    /// Devices that send rows in these slots.
    private func readings(_ slots: [[Int]], end: Int = 1_000) throws -> SetReadings {
        let source = MadeSource(
            slots.enumerated().map { device, slots in
                .init(name: "d\(device)", rows: slots.map { (Double($0) * Self.hour, [1]) })
            }, metrics: ["x"], length: Double(end) * Self.hour)
        return try SetReadings(source, main: nil)
    }

    private func attendance(_ readings: SetReadings) -> [Attendance] {
        readings.devices.compactMap { Attendance($0, slots: readings.slots) }
    }

    private func slots(_ end: Int = 1_001, without gaps: [Range<Int>] = []) -> [Int] {
        (0..<end).filter { slot in !gaps.contains { $0.contains(slot) } }
    }

    private func hours(_ episodes: [Episode]) -> [[Double?]] {
        episodes.map { [$0.from / Self.hour, $0.to.map { $0 / Self.hour }] }
    }

    // MARK: - Outages

    @Test("a stretch in which more than half of three or more sent nothing is an outage")
    func outages() throws {
        let gap = 100..<110
        let outages = { (present: [[Int]]) in Outages(self.attendance(try self.readings(present))) }
        let some = try outages([slots(without: [gap]), slots(without: [gap]), slots()])
        #expect(some.stretches == [gap])
        let half = try outages([
            slots(without: [gap]), slots(without: [gap]), slots(), slots(),
        ])
        #expect(half.stretches.isEmpty)
        #expect(try outages([slots(without: [gap]), slots(without: [gap])]).stretches.isEmpty)
        let short = try outages(Array(repeating: slots(without: [100..<102, 200..<203]), count: 3))
        #expect(short.stretches == [200..<203])
        let late = try outages([
            slots(without: [gap]), slots(without: [gap]), slots(without: [0..<90]),
            slots(90),
        ])
        #expect(late.stretches == [gap], "one has gone before, one has just come")
    }

    @Test("explains gaps of which it is more than half")
    func explains() throws {
        let outages = Outages(
            attendance(try readings(Array(repeating: slots(without: [100..<110]), count: 3))))
        #expect(outages.overlap(90..<105) == 5 && outages.overlap(0..<50) == 0)
        #expect(outages.explains(.init(from: 100, to: 110, missed: 10)))
        #expect(outages.explains(.init(from: 105, to: 114, missed: 9)))
        #expect(!outages.explains(.init(from: 105, to: 115, missed: 10)))
    }

    // MARK: - Silences

    private func silences(_ present: [[Int]], end: Int = 1_000) throws -> [Episode] {
        let readings = try readings(present, end: end)
        let own = attendance(readings)
        return SilenceEpisodes(readings: readings, outages: Outages(own)).episodes(own)
    }

    private let steady = 5

    private func beside(_ own: [Int], _ end: Int = 1_001) -> [[Int]] {
        [own] + Array(repeating: slots(end), count: steady)
    }

    @Test("twelve rows that are missing are a silence, more than three times any other gap")
    func silent() throws {
        let twelve = try silences(beside(slots(without: [100..<112])))
        #expect(hours(twelve) == [[100, 112]] && twelve[0].severity == 35)
        #expect(twelve[0].kind == .silent && twelve[0].devices.map(\.name) == ["d0"])
        #expect(try silences(beside(slots(without: [100..<111]))).isEmpty)
        #expect(try silences(beside(slots(without: [100..<112, 200..<204]))).isEmpty)
        #expect(
            try hours(silences(beside(slots(without: [100..<113, 200..<204])))) == [[100, 113]])
    }

    @Test("one that goes on is as grave as it is long, up to a limit")
    func open() throws {
        let severity = { (missed: Int) in
            try self.silences(self.beside(self.slots(1_001 - missed))).first?.severity
        }
        #expect(try severity(11) == nil)
        // Twice the rows over twelve, in doublings: 1, 2 and at most 2.5, and two for going on.
        #expect(try severity(12) == 60 && severity(24) == 70 && severity(100) == 75)
        let both = try silences(beside(slots(961, without: [100..<113])))
        #expect(hours(both) == [[100, 113], [961, nil]])
        let long = try silences(beside(slots(961, without: [100..<114])))
        #expect(hours(long) == [[100, 114]], "a gap a third as long before")
    }

    @Test("a device that has been silent for most of a long record is gone")
    func gone() throws {
        let severity = { (last: Int, end: Int) in
            try self.silences(self.beside(self.slots(last), end + 1), end: end).first?.severity
        }
        #expect(try severity(500, 1_000) == 75, "half, but no 30 days")
        #expect(try severity(750, 1_500) == 20)
        #expect(try severity(751, 1_500) == 75)
        #expect(try severity(720, 1_440) == 20 && severity(721, 1_440) == 75)
    }

    @Test("records one after the other end, and outages are remarks")
    func records() throws {
        let ends = [slots(300), slots(400), slots(500), slots(), slots()]
        #expect(try silences(ends).isEmpty)
        #expect(try silences(ends + [slots()]).count == 3)
        let outage = try silences(Array(repeating: slots(without: [100..<120]), count: 4))
        #expect(hours(outage) == [[100, 120]])
        #expect(outage[0].devices.isEmpty && outage[0].severity == 15)
    }

    // MARK: - Clocks

    @Test("as many rows where none belong as are missing elsewhere are a clock that was wrong")
    func clocks() throws {
        let readings = try readings(beside(slots(without: [100..<120])))
        let gapped = try #require(attendance(readings).first)
        let clocks = ClockEpisodes(
            readings: readings, outages: Outages(attendance(readings)))
        let told = { (rows: Int, isDoubled: Bool) -> [Episode] in
            // Rows outside of the set, or on top of others.
            var own = readings.devices[0]
            if isDoubled {
                own.rows[50] += Int32(rows)
            } else {
                own.slots.insert(contentsOf: (0..<rows).map { Int32($0 - rows - 5) }, at: 0)
                own.rows.insert(contentsOf: (0..<rows).map { _ in 1 }, at: 0)
                own.values = [own.slots.map { _ in 1 }]
            }
            return Attendance(own, slots: readings.slots).map { clocks.episodes([$0]) } ?? []
        }
        #expect(clocks.episodes([gapped]).isEmpty)
        for isDoubled in [false, true] {
            let found = told(20, isDoubled)
            #expect(found.map(\.kind) == [.clockJump] && hours(found) == [[100, 120]])
            #expect(found.first?.severity == 45)
            // Within a fifth of the twenty.
            #expect(told(16, isDoubled).count == 1 && told(24, isDoubled).count == 1)
            #expect(told(15, isDoubled).isEmpty && told(25, isDoubled).isEmpty)
            #expect(told(4, isDoubled).isEmpty)
        }
    }

    // MARK: - Rows that come and go

    private func flaky(_ present: [[Int]]) throws -> [Episode] {
        let readings = try readings(present)
        let own = attendance(readings)
        return FlakyEpisodes(readings: readings, outages: Outages(own)).episodes(own)
    }

    /// Every third row is missing from a slot on.
    private func every(_ third: Int, from: Int, to: Int) -> [Range<Int>] {
        stride(from: from, to: to, by: third).map { $0..<$0 + 1 }
    }

    @Test("interruptions in a stretch are one episode, with the share of rows that are missing")
    func comeAndGo() throws {
        let found = try flaky(beside(slots(without: every(3, from: 300, to: 360))))
        let one = try #require(found.first)
        #expect(found.count == 1 && one.kind == .intermittent && one.devices.map(\.name) == ["d0"])
        #expect(hours(found) == [[300, 358]])
        // Twenty of the rows that 58 hours hold at 1,000 hours to 980 steps; four for the loss of all
        // of them, and 30.
        let share = 20 / (58 / (1_000.0 / 980))
        #expect(abs((one.actual ?? 0) - share) < 1e-12 && one.expected == 0)
        #expect(abs(one.severity - (30 + 10 * 4 * share)) < 1e-9)
    }

    @Test("five are none, nor are such as are spread evenly or miss a tenth at most")
    func habit() throws {
        #expect(try flaky(beside(slots(without: every(3, from: 300, to: 315)))).isEmpty)
        #expect(try flaky(beside(slots(without: every(40, from: 20, to: 990)))).isEmpty)
        #expect(
            try flaky(Array(repeating: slots(without: every(40, from: 20, to: 990)), count: 4))
                .isEmpty)
        let sparse = try flaky(beside(slots(without: every(12, from: 300, to: 540))))
        #expect(sparse.isEmpty, "a twelfth")
    }

    @Test("one is open where the next interruption would not be due yet")
    func goesOn() throws {
        // Twenty in 58 hours: four times the usual pause is eleven.
        let found = try flaky(beside(slots(without: every(3, from: 931, to: 991))))
        #expect(hours(found) == [[931, nil]])
        let over = try flaky(beside(slots(without: every(3, from: 930, to: 990))))
        #expect(hours(over) == [[930, 988]])
    }
}
