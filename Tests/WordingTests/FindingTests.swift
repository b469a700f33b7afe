import Reports
import Samples
import Testing
import Wording

@Suite("Findings")
struct FindingTests {
    /// In the order of `Sample.allKinds`, word for word.
    static let sentences = [
        "27 of 100 devices have an open trouble on 1 Jan, twice the 14 of an ordinary time.",
        "Device 1: pressure jumped up on 30 Dec, 119.2 bar instead of 100.3.",
        "Errors rose from 200 to 276 (+38 %, p < 0.001); device 3 holds 40 % of them.",
        "Errors 298 against 276 before: within chance (p = 0.38).",
        "Failures fell from 0.03 to 0.02 per device and day on 1 Jan 2015 and stayed "
            + "there (p < 0.001).",
        "The record of errors ends on 4 Jan 2015: nothing is known of them after that.",
        "The record of failures goes from 1 Jan 2015 to 4 Jan 2015: nothing is known of them "
            + "before and after.",
        "The record of repairs begins on 1 Jan 2015: nothing is known of them before.",
        "Device 1 failed 19 times, more than any other; 2 devices did not fail at all.",
        "Device 1 failed 19 times, more than any other; devices 2 and 3 did not fail at all.",
        "Device 1 has 60 errors, more than any other; the median is 39.",
        "model3 devices run at pressure 98 bar, the others at 104 (12 devices, 4.1 σ).",
        "3 devices hold 62 % of all 1,210 errors: 1, 2 and 3.",
        "By the first part of the devices’ names R30 has 97 of all 1,966 events, R62 90 and R20 71; an even share of the 64 is 30.7.",
        "pressure follows the day, highest around 14:00 (swing 3.2 bar); this explains "
            + "42 % of its variation.",
        "pressure follows the week, highest on Wednesday, lowest on Sunday (swing 3.2 "
            + "bar); this explains 61 % of its variation.",
        "29 % of all errors stand at 06:00, 9.2 times an ordinary hour.",
        "error1 precedes 96 % of comp2 failures within 24 h (2.7 % by chance); of its "
            + "own events 20 % are followed by a failure.",
        "No code announces the failures: none stands before the 761 more often than by "
            + "chance.",
        "12 single pressure values jump far off and are back at the next reading, on "
            + "devices 1 and 2: the sensor rather than the device.",
        "3.2 % of the pressure values are missing (1,024).",
        "12 cells in 3,919 rows could not be read and count as missing; Import lists them.",
        "volt and pressure move against each other (r = −0.98): an excursion of one is "
            + "seldom alone.",
        "120 errors from 1 Jan 2015 to 4 Jan 2015, the busiest stretch; an ordinary one "
            + "has 12.",
        "Nothing unusual in 100 devices: no trouble in readings, events and rows, and no "
            + "change beyond chance.",
        "1 device holds 42 % of all 143 labelled rows: 1.",
        "Labelled rows differ (39 of 1,000): pressure 112 bar against 100.",
        "The share of labelled rows differs by model: model1 3.9 % and model2 2.1 %.",
        "A wave of failures from 1 Jan 2015 to 4 Jan 2015: 120 of them, up to 3.4 times the "
            + "rate after it; the fullest day, from 1 Jan 2015, has 60.",
        "A wave of errors from the beginning to 4 Jan 2015: 120 of them, none after it; the "
            + "fullest week, from 1 Jan 2015, has 60.",
        "volt shifts before comp2 failures: 191 in the 0 to 48 h before them, 171 in the days "
            + "before that (192 failures).",
        "2 readings never change: volt and pressure. They are left out of the tests.",
        "Device 1 stands apart from all others: volt 171 against 160 to 162 and pressure 112 "
            + "bar against 100.",
        "pressure follows the year, highest in Dec, lowest in Aug (112 bar against 98, "
            + "p < 0.001).",
        "2013 holds ten months and 2017 holds two months: compare months with the same month "
            + "of other years, not the years.",
    ]

    @Test("have a sentence each, word for word")
    func words() {
        let sample = Sample(.rich)
        let phrases = PlainPhrases(context: sample.context)
        let said = sample.allKinds.map {
            phrases.finding(Finding($0, tone: .neutral, weight: 1))
        }
        #expect(said == Self.sentences)
    }

    @Test("never call something significant")
    func significant() {
        #expect(!Self.sentences.contains { $0.lowercased().contains("significant") })
    }
}
