import Foundation
import Testing
import Values
@testable import Wording

@Suite("Numbers and times")
struct FormattingTests {
    let plain = Formatting(
        axis: .time(zone: "UTC", isStated: true), zone: .utc, resolution: 3_600,
        end: 1_451_628_000)
    let daily = Formatting(
        axis: .time(zone: "UTC", isStated: false), zone: .utc, resolution: 86_400,
        end: 1_451_628_000)
    let cycles = Formatting(axis: .cycle, zone: .utc, resolution: 1, end: 362)

    @Test(
        "a card has at most three significant digits",
        arguments: [
            (0.10712, "0.107"), (51.9, "51.9"), (3_919, "3,919"), (12_345, "12.3k"),
            (1_234_567, "1.23M"), (0, "0"), (-0.0, "0"), (-12.34, "−12.3"), (.nan, "–"),
            (.infinity, "–"), (1e-16, "1×10⁻¹⁶"),
        ] as [(Double, String)])
    func card(_ value: Double, _ expected: String) { #expect(plain.card(value) == expected) }

    @Test(
        "the two ends of a band have the same decimals",
        arguments: [
            (91.23, 109.41, "91", "109"), (0.112, 0.431, "0.11", "0.43"),
            (1_200, 1_900, "1,200", "1,900"), (5, 5, "5", "5"),
        ] as [(Double, Double, String, String)])
    func band(_ low: Double, _ high: Double, _ first: String, _ second: String) {
        let band = plain.band(low, high)
        #expect(band.low == first && band.high == second)
    }

    @Test(
        "a reading outside a range is written so that this shows",
        arguments: [
            (7.604, 7.53, 7.6, ["7.604", "7.530", "7.600"]),
            (7.7, 7.53, 7.6, ["7.7", "7.53", "7.60"]), (7.55, 7.53, 7.6, ["7.55", "7.53", "7.60"]),
            (119.2, 91.2, 109.4, ["119.2", "91", "109"]),
            (109.44, 91.2, 109.4, ["109.44", "91.20", "109.40"]),
            (5.000_000_01, 5, 5, ["5.000000", "5.000000", "5.000000"]),
            (.nan, 1, 2, ["–", "1.0", "2.0"]),
        ] as [(Double, Double, Double, [String])])
    func placed(_ value: Double, _ low: Double, _ high: Double, _ expected: [String]) {
        let placed = plain.placed(value, low: low, high: high)
        #expect([placed.value, placed.low, placed.high] == expected)
    }

    @Test(
        "times are written as the data are fine",
        arguments: [
            (1_451_628_000.0, "1 Jan 2016 06:00", "1 Jan 2016"),
            (1_451_433_600, "30 Dec 2015", "30 Dec 2015"), (.nan, "–", "–"),
        ])
    func moments(_ time: Double, _ hourly: String, _ coarse: String) {
        #expect(plain.moment(time) == hourly)
        #expect(daily.moment(time) == coarse)
    }

    @Test("near the end of the data a date needs no year")
    func short() {
        #expect(daily.shortMoment(1_451_433_600) == "30 Dec")
        #expect(daily.shortMoment(1_420_070_400) == "1 Jan 2015")
    }

    @Test("a zone's wall clock is shown, also over a change")
    func zones() throws {
        let berlin = try #require(Zone(named: "Europe/Berlin"))
        let format = Formatting(
            axis: .time(zone: "Europe/Berlin", isStated: true), zone: berlin, resolution: 3_600,
            end: 1_445_738_400)
        #expect(format.moment(1_445_731_200) == "25 Oct 2015 02:00")
        #expect(format.moment(1_445_734_800) == "25 Oct 2015 02:00")
        #expect(format.moment(1_445_738_400) == "25 Oct 2015 03:00")
        #expect(berlin.time(of: CivilTime(year: 2015, month: 7, day: 1)) == 1_435_701_600)
        #expect(Zone(named: "Nowhere/Town") == nil)
    }

    @Test(
        "durations have a handy unit",
        arguments: [
            (1, "1 second"), (60, "1 minute"), (90, "1.5 minutes"), (3_600, "1 hour"),
            (7_000, "1.9 hours"), (86_400, "1 day"), (302_400, "3.5 days"),
            (46 * 86_400, "46 days"), (3 * 365.25 * 86_400, "3 years"), (.nan, "–"),
        ] as [(Double, String)])
    func durations(_ seconds: Double, _ expected: String) {
        #expect(plain.length(seconds) == expected)
    }

    @Test("cycles are counted, not dated")
    func cycleAxis() {
        #expect(cycles.moment(187) == "cycle 187")
        #expect(cycles.place(1_024) == "1,024")
        #expect(cycles.length(12) == "12 cycles")
        #expect(cycles.length(1) == "1 cycle")
        #expect(cycles.zoneName == nil)
    }

    @Test(
        "bytes",
        arguments: [
            (12, "12 bytes"), (1_000, "1 kB"), (7_800_000, "7.8 MB"), (43_000_000_000, "43 GB"),
        ])
    func bytes(_ count: Int, _ expected: String) { #expect(plain.bytes(count) == expected) }

    @Test(
        "changes",
        arguments: [
            (298, 276, "+8 %"), (50, 100, "−50 %"), (1_200, 100, "×12"), (5, 0, "–"),
            (100, 100, "0 %"),
        ]
            as [(Double, Double, String)])
    func changes(_ now: Double, _ before: Double, _ expected: String) {
        #expect(plain.change(now, from: before) == expected)
    }

    @Test(
        "the civil calendar agrees with Foundation's",
        arguments: [
            -62_135_596_800.0, -1, 0, 951_782_400, 1_451_628_061, 4_102_444_799, 253_402_300_799,
        ])
    func calendar(_ seconds: Double) throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
        let date = Date(timeIntervalSince1970: seconds)
        let parts = calendar.dateComponents([.year, .month, .day, .hour, .weekday], from: date)
        let civil = CivilTime(secondsSince1970: seconds)
        if seconds > -12_000_000_000 {  // Foundation's calendar is Julian before 1582.
            #expect(
                civil.date.year == parts.year && civil.date.month == parts.month
                    && civil.date.day == parts.day)
            #expect(civil.hour == parts.hour)
            #expect((civil.weekday + 1) % 7 + 1 == parts.weekday)
        }
        #expect(civil.secondsSince1970 == seconds.rounded(.down))
    }

    @Test(
        "times beyond the calendar are clamped",
        arguments: [Double.nan, .infinity, -.infinity, 1e300])
    func clamped(_ seconds: Double) {
        #expect((0...9_999).contains(CivilTime(secondsSince1970: seconds).date.year))
    }
}
