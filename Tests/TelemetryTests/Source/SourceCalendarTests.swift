import Testing
import Values
@testable import Telemetry

@Suite("Calendar of a zone")
struct SourceCalendarTests {
    /// 2015-03-29 01:00 UTC and 2015-10-25 01:00 UTC: the clocks of Berlin change.
    private let spring = 1_427_590_800.0, autumn = 1_445_734_800.0

    @Test(
        "Dates and days since 1970 agree",
        arguments: [
            (0, 1970, 1, 1, 3), (-1, 1969, 12, 31, 2), (11_016, 2000, 2, 29, 1),
            (16_436, 2015, 1, 1, 3), (-719_162, 1, 1, 1, 0), (2_932_896, 9999, 12, 31, 4),
        ])
    func civil(days: Int, year: Int, month: Int, day: Int, weekday: Int) {
        let date = CivilDate(daysSince1970: days)
        #expect(date == CivilDate(year: year, month: month, day: day))
        #expect(date.daysSince1970 == days)
        #expect(date.weekday == weekday)
    }

    @Test(
        "Moments that no calendar has are the nearest that it has",
        arguments: [(1e300, 1e12), (-1e300, -1e12), (.infinity, 1e12), (.nan, 0), (7.97e23, 1e12)])
    func beyond(moment: Double, nearest: Double) {
        let found = Zone.utc.daysAndSeconds(at: moment)
        #expect(found == Zone.utc.daysAndSeconds(at: nearest))
        #expect(Zone.utc.date(at: moment).year.magnitude < 40_000)
    }

    @Test("Every day of four centuries there and back")
    func roundTrip() {
        #expect((-80_000..<66_097).allSatisfy { CivilDate(daysSince1970: $0).daysSince1970 == $0 })
    }

    @Test("Offsets change at the second the clocks do")
    func offsets() throws {
        let berlin = try Zone("Europe/Berlin")
        #expect(berlin.offset(at: spring - 1) == 3_600)
        #expect(berlin.offset(at: spring) == 7_200)
        #expect(berlin.offset(at: autumn - 0.5) == 7_200)
        #expect(berlin.offset(at: autumn) == 3_600)
        // Moscow left and changed standard time without daylight saving.
        let moscow = try Zone("Europe/Moscow")
        #expect(moscow.offset(at: 1_400_000_000) == 14_400)
        #expect(moscow.offset(at: 1_420_000_000) == 10_800)
        #expect(Zone.utc.offset(at: .infinity) == 0)
        #expect(berlin.offset(at: .nan) == berlin.offset(at: -1e18) || berlin.offsets.count > 1)
    }

    @Test("An unknown zone is an error that names it")
    func unknown() {
        #expect(throws: LoadError.unknownTimeZone("Mars/Olympus")) {
            try Zone("Mars/Olympus")
        }
    }

    @Test("Wall times that are skipped or repeated are told")
    func moments() throws {
        let berlin = try Zone("Europe/Berlin")
        let skipped = spring + 3_600 + 1_800
        #expect(berlin.moment(ofWall: skipped) == .skipped(change: spring))
        let repeated = autumn + 3_600 + 1_800
        #expect(
            berlin.moment(ofWall: repeated)
                == .repeated(first: autumn - 1_800, second: autumn + 1_800))
        #expect(berlin.moment(ofWall: spring + 7_200) == .single(spring))
        #expect(berlin.moment(ofWall: 7_200) == .single(3_600))
    }

    @Test("Days, weeks and months begin at midnight on the wall, also when clocks change")
    func starts() throws {
        let berlin = try Zone("Europe/Berlin")
        let sunday = berlin.start(of: .day, at: spring + 40_000)
        #expect(sunday == spring - 7_200)
        #expect(berlin.next(.day, after: sunday) - sunday == 23 * 3_600)
        let week = berlin.start(of: .week, at: spring)
        #expect(berlin.weekday(at: week) == 0 && berlin.hour(at: week) == 0)
        #expect(berlin.next(.week, after: week) - week == 167 * 3_600)
        let october = berlin.start(of: .month, at: autumn)
        #expect(berlin.date(at: october) == CivilDate(year: 2015, month: 10, day: 1))
        #expect(berlin.next(.month, after: october) - october == 745 * 3_600)
        #expect(berlin.hour(at: autumn - 1) == 2 && berlin.hour(at: autumn) == 2)
    }

    @Test("A midnight that the clock skips begins at the change")
    func skippedMidnight() throws {
        // Cairo put its clocks from 00:00 to 01:00 on 2023-04-28.
        let cairo = try Zone("Africa/Cairo")
        let start = cairo.start(of: .day, at: 1_682_640_000)
        #expect(cairo.hour(at: start) == 1)
        #expect(cairo.date(at: start) == CivilDate(year: 2023, month: 4, day: 28))
        #expect(cairo.date(at: start - 1) == CivilDate(year: 2023, month: 4, day: 27))
    }

    @Test(
        "The hours of a week add up to the period, whatever clocks do",
        arguments: ["UTC", "Europe/Berlin", "Asia/Kolkata"])
    func weekHours(name: String) throws {
        let zone = try Zone(name)
        let (from, to) = (spring - 12_345, autumn + 1e6)
        let hours = zone.hoursOfWeek(from: from, to: to)
        #expect(agree(hours.joined().reduce(0, +), (to - from) / 3_600))
        #expect(zone.hoursOfWeek(from: 5, to: 5).joined().allSatisfy { $0 == 0 })
        // Monday 1970-01-05, 00:00 to 02:30 on the wall in London.
        let monday = try Zone("UTC").hoursOfWeek(from: 345_600, to: 354_600)
        #expect(monday[0][0...3] == [1, 1, 0.5, 0])
    }
}

@Suite("Slices of time")
struct SourceSlicesTests {
    private func axis(
        _ from: Double, _ to: Double, width: Double = 3_600, zone: String = "UTC"
    ) -> TimeAxis {
        let start = (from / width).rounded(.down) * width
        return TimeAxis(
            kind: .time(zone: zone, isStated: true), start: start, bucketWidth: width,
            bucketCount: Int((to - start) / width) + 1, dataRange: from...to)
    }

    @Test("Months of the zone; those that data do not fill are not complete")
    func months() throws {
        // 2015-01-01 06:00 to 2016-01-01 05:00.
        let axis = axis(1_420_092_000, 1_451_624_400)
        let slices = axis.slices(.month, Filter(), zone: .utc)
        #expect(slices.count == 13)
        #expect(slices[0].from == 1_420_070_400 && slices[0].isComplete)
        #expect(slices[1].from == 1_422_748_800)
        #expect(slices.dropLast().allSatisfy { $0.isComplete })
        #expect(slices.last?.isComplete == false)
        let days = axis.slices(.day, Filter(), zone: .utc)
        #expect(days.count == 366 && days.first?.isComplete == false)
        #expect(zip(days, days.dropFirst()).allSatisfy { $0.to == $1.from })
    }

    @Test("Days of a zone with clock changes have 23, 24 or 25 hours")
    func clockChanges() throws {
        let berlin = try Zone("Europe/Berlin")
        let axis = axis(1_420_092_000, 1_451_624_400, zone: "Europe/Berlin")
        let lengths = axis.slices(.day, Filter(), zone: berlin).map { ($0.to - $0.from) / 3_600 }
        #expect(Set(lengths) == [23, 24, 25])
        #expect(lengths.count { $0 != 24 } == 2)
        let weeks = axis.slices(.week, Filter(), zone: berlin)
        #expect(weeks.allSatisfy { berlin.weekday(at: $0.from) == 0 })
    }

    @Test("A filter cuts slices off and takes their completeness")
    func filtered() {
        let axis = axis(0, 30 * 86_400)
        let slices = axis.slices(
            .day, Filter(from: 86_400 * 1.5, to: 86_400 * 4), zone: .utc)
        #expect(slices.map(\.from) == [86_400, 172_800, 259_200])
        #expect(slices.map(\.isComplete) == [false, true, true])
        #expect(axis.slices(.day, Filter(from: 1e12), zone: .utc).isEmpty)
        #expect(axis.slices(.day, Filter(from: 5, to: 5), zone: .utc).isEmpty)
    }

    @Test(
        "No step, however small or wrong, gives more slices than the limit",
        arguments: [
            TimeStep.width(1e-9), .width(0), .width(-1), .width(.nan), .width(.infinity), .hour,
        ])
    func limit(step: TimeStep) {
        let axis = axis(0, 1e10, width: 60)
        let slices = axis.slices(step, Filter(), zone: .utc)
        #expect(!slices.isEmpty && slices.count <= TimeAxis.sliceLimit + 1)
    }

    @Test("Without dates a calendar step means one bucket")
    func cycles() {
        let axis = TimeAxis(
            kind: .cycle, start: 1, bucketWidth: 1, bucketCount: 5, dataRange: 1...5)
        #expect(axis.slices(.month, Filter(), zone: .utc).map(\.from) == [1, 2, 3, 4, 5])
    }

    /// Days of data, slices wanted, the step.
    private static let spans: [(Double, Int, TimeStep)] = [
        (365, 50, .week), (365, 12, .month), (90, 90, .day), (1, 24, .hour),
        (1, 100, .width(600)), (7_300, 20, .month),
    ]

    @Test("A suitable step gives about the number asked for", arguments: spans)
    func suitable(days: Double, target: Int, step: TimeStep) {
        let axis = axis(0, days * 86_400 - 60, width: 60)
        #expect(TimeStep.suitable(for: axis, targetSlices: target) == step)
    }

    @Test("A suitable step of a counter is round and no narrower than a bucket")
    func suitableCycles() {
        let axis = TimeAxis(
            kind: .cycle, start: 1, bucketWidth: 1, bucketCount: 362, dataRange: 1...362)
        #expect(TimeStep.suitable(for: axis, targetSlices: 60) == .width(5))
        #expect(TimeStep.suitable(for: axis, targetSlices: 5_000) == .width(1))
        let part = Filter(from: 100, to: 120)
        #expect(TimeStep.suitable(for: axis, filter: part, targetSlices: 20) == .width(1))
    }
}

@Suite("Events by weekday and hour")
struct SourceHeatmapTests {
    @Test("Events fall on the wall clock of the zone")
    func heatmap() throws {
        // Wednesday 2015-07-01 23:30 UTC is Thursday 01:30 in Berlin.
        let time = 1_435_793_400.0
        let schema = Fixture.schema(codes: ["c"], shape: .events, kind: .failure)
        func map(_ zone: String) throws -> WeekHeatmap? {
            var builder = RollupBuilder(
                name: "t", kind: .time(zone: zone, isStated: true), bucketWidth: 3_600)
            builder.begin(RollupFile(name: "f.csv", schema: schema))
            builder.fold(
                Fixture.batch([
                    FixtureRow(time: time, device: "a", codes: ["x"]),
                    FixtureRow(time: time + 7 * 86_400, device: "a", codes: ["x"]),
                ]))
            return try EmbeddedSource(rollup: builder.rollup())
                .weekHeatmap(Filter(), kinds: [.failure])
        }
        #expect(try map("UTC")?.counts[2][23] == 2)
        #expect(try map("Europe/Berlin")?.counts[3][1] == 2)
        let hours = try #require(try map("UTC")).hours
        #expect(agree(hours.joined().reduce(0, +), 7 * 24 + 1))
        #expect(hours[0][0] == 1)
    }

    @Test("Without dates there is none")
    func noDates() throws {
        var builder = RollupBuilder(name: "t", kind: .cycle)
        #expect(
            try EmbeddedSource(rollup: builder.rollup()).weekHeatmap(Filter(), kinds: []) == nil)
    }
}
