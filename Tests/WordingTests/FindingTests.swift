import Reports
import Samples
import Testing
import Wording

@Suite("Findings")
struct FindingTests {
    /// In the order of `Sample.allKinds`, word for word.
    static let sentences = [
        "27 of 100 devices have an open problem on 1 Jan, about twice the usual 14.",
        "Device 1: pressure jumped up on 30 Dec, 119.2 bar instead of 100.3.",
        "Errors rose to 276, from 200 in the preceding period (+38 %, p < 0.001). Of the 276, "
            + "40 % are on device 3.",
        "Errors: 298 against 276 in the preceding period, a change within chance (p = 0.38).",
        "Failures fell from 1.2 to 0.8 a day in the fleet on 1 Jan 2015 and stayed "
            + "at that level (p < 0.001).",
        "The record of errors ends on 4 Jan 2015. Later errors are unknown.",
        "The record of failures covers only 1 Jan 2015 to 4 Jan 2015. Earlier and later "
            + "failures are unknown.",
        "The record of repairs begins on 1 Jan 2015. Earlier repairs are unknown.",
        "Device 1 failed 19 times, more than any other, while 2 devices never failed.",
        "Device 1 failed 19 times, more than any other, while devices 2 and 3 never failed.",
        "Device 1 has 60 errors, more than any other (median 39).",
        "model3 devices have a mean pressure of 98 bar, the others 104 (12 devices, 4.1 σ "
            + "apart).",
        "3 devices account for 62 % of all 1,210 errors: 1, 2 and 3.",
        "Grouped by the first part of the device name, R30 has 97 of all 1,966 events, "
            + "followed by R62 with 90 and R20 with 71. An equal share for each of the 64 groups would "
            + "be 30.7.",
        "pressure has a daily cycle, highest around 14:00 (peak to trough 3.2 bar). It explains "
            + "42 % of the variance around the trend.",
        "pressure has a weekly cycle, highest on Wednesday, lowest on Sunday (peak to trough 3.2 "
            + "bar). It explains 61 % of the variance of daily means.",
        "29 % of all errors occur at 06:00, 9.2 times the mean of the other hours.",
        "error1 precedes 96 % of comp2 failures within 24 h (2.7 % by chance). Of its "
            + "own events, 20 % are followed by a failure.",
        "No code reliably announces failures: none precedes at least half of any type of "
            + "failure and at least five times as often as chance (761 failures).",
        "12 isolated pressure spikes on devices 1 and 2, back to normal at the next reading: "
            + "more likely the sensor than the device.",
        "3.2 % of the pressure values are missing (1,024).",
        "12 cells in 3,919 rows could not be read and count as missing. Import lists them.",
        "volt and pressure move in opposite directions (r = −0.98, hourly fleet means): they "
            + "carry nearly the same information.",
        "120 errors in the busiest stretch, 1 Jan 2015 to 4 Jan 2015. The median of the others "
            + "is 12.",
        "Nothing unusual in 100 devices: no problem in readings, events or rows, and no "
            + "change beyond chance.",
        "1 device accounts for 42 % of all 143 labelled rows: 1.",
        "Labelled rows differ from the others (39 of 1,000 rows): pressure 112 bar against 100.",
        "The share of labelled rows differs by model: model1 3.9 % and model2 2.1 %.",
        "A wave of failures from 1 Jan 2015 to 4 Jan 2015: 120 failures, at its peak 3.4 times "
            + "the rate afterwards. The busiest day, from 1 Jan 2015, has 60.",
        "A wave of errors from the beginning to 4 Jan 2015: 120 errors, none afterwards. The "
            + "busiest week, from 1 Jan 2015, has 60.",
        "volt shifts 0 to 48 h before comp2 failures: the daily mean is 191 at its furthest, "
            + "against 171 four to five days before (192 failures).",
        "2 readings never change: volt and pressure. They are left out of the tests.",
        "Device 1 differs from all others: volt 171 against 160 to 162 and pressure 112 "
            + "bar against 100.",
        "pressure has a yearly cycle, highest in Dec, lowest in Aug (112 bar against 98, "
            + "p < 0.001).",
        "2013 has ten months of data and 2017 has two months of data: compare the same months "
            + "of different years, not whole years.",
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
