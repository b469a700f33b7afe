import Testing
import Values
@testable import Telemetry

@Suite("Times as written")
struct TimestampTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var form: TimeFormat.Form
        var text: String
        /// Seconds since 1970.
        var seconds: Double
        var isAbsolute = false
        var testDescription: String { text }

        init(_ form: TimeFormat.Form, _ text: String, _ seconds: Double, absolute: Bool = false) {
            self.form = form
            self.text = text
            self.seconds = seconds
            isAbsolute = absolute
        }
    }

    static let cases: [Case] = [
        Case(.yearFirst, "2015-01-03 07:00:00", 1_420_268_400),
        Case(.yearFirst, "2015-01-03T07:00:00", 1_420_268_400),
        Case(.yearFirst, "2015-01-03", 1_420_243_200),
        Case(.yearFirst, "2015/1/3 7:00", 1_420_268_400),
        Case(.yearFirst, "2015.01.03", 1_420_243_200),
        Case(.yearFirst, "2015-01-03T07:00Z", 1_420_268_400, absolute: true),
        Case(.yearFirst, "2015-01-03 07:00:00.250", 1_420_268_400.25),
        Case(.yearFirst, "2015-01-03 07:00:00,250", 1_420_268_400.25),
        Case(.yearFirst, "2005-06-03-15.42.50.675872", 1_117_813_370.675872),
        Case(.yearFirst, "2019-01-04T14:41:12-0500", 1_546_630_872, absolute: true),
        Case(.yearFirst, "2019-01-04T14:41:12+05:30", 1_546_593_072, absolute: true),
        Case(.yearFirst, "2019-01-04 14:41:12 +01", 1_546_609_272, absolute: true),
        Case(.yearFirst, "2019-01-04 14:41:12 UTC", 1_546_612_872, absolute: true),
        Case(.yearFirst, "2016-02-29 24:00:00", 1_456_790_400),
        Case(.yearFirst, "2016-12-31 23:59:60", 1_483_228_800),
        Case(.dayFirst, "03.01.2015 07:00", 1_420_268_400),
        Case(.dayFirst, "3/1/2015", 1_420_243_200),
        Case(.dayFirst, "13-12-2004 15:16:00", 1_102_950_960),
        Case(.dayFirst, "03.01.15 07:00", 1_420_268_400),
        Case(.monthFirst, "1/3/2015 7:00 AM", 1_420_268_400),
        Case(.monthFirst, "01-03-2015 12:00:00 AM", 1_420_243_200),
        Case(.monthFirst, "1/3/2015 12:30 p.m.", 1_420_288_200),
        Case(.monthFirst, "12-13-2004 03:16:00 PM", 1_102_950_960),
        Case(.compact, "20150103070000", 1_420_268_400),
        Case(.compact, "20150103T070000Z", 1_420_268_400, absolute: true),
        Case(.compact, "20150103", 1_420_243_200),
        Case(.compact, "201501030700", 1_420_268_400),
        Case(.epochSeconds, "1594598424.5023336", 1_594_598_424.5023336, absolute: true),
        Case(.epochMilliseconds, "1594598424502", 1_594_598_424.502, absolute: true),
        Case(.epochMicroseconds, "1594598424502333", 1_594_598_424.502333, absolute: true),
        Case(.epochNanoseconds, "1594598424502333600", 1_594_598_424.5023336, absolute: true),
        Case(.timeOfDay, "07:00:00", 25_200), Case(.timeOfDay, "18.00.00", 64_800),
        Case(.timeOfDay, "7:05 PM", 68_700),
        Case(.monthName, "Nov 9 12:01:01 2005", 1_131_537_661),
        Case(.monthName, "Dec 8, 2022", 1_670_457_600),
        Case(.monthName, "9-Nov-2005 12:01", 1_131_537_660),
        Case(.monthName, "Wed, 09 Nov 2005 12:01:01 +0000", 1_131_537_661, absolute: true),
        Case(.monthName, "09/Nov/2005:12:01:01 -0500", 1_131_555_661, absolute: true),
        Case(.monthName, "9. März 2015", 1_425_859_200),
        Case(.monthName, "9 ноября 2005", 1_131_494_400),
    ]

    @Test("A time is read in its form", arguments: cases)
    func time(example: Case) throws {
        let time = try #require(
            TimestampParser(example.form).parse(example.text))
        #expect(abs(time.seconds - example.seconds) < 1e-6)
        #expect(time.isAbsolute == example.isAbsolute)
    }

    @Test(
        "What does not exist is no time",
        arguments: [
            (TimeFormat.Form.yearFirst, "2015-02-30"), (.yearFirst, "2015-13-01"),
            (.yearFirst, "2015-01-03 25:00"), (.yearFirst, "2015-01-03 07:61"),
            (.yearFirst, "2015-01/03"), (.yearFirst, "2015-01-03 07:00 o'clock"),
            (.yearFirst, "0000-01-01"), (.yearFirst, "2015"), (.yearFirst, ""),
            (.dayFirst, "32.01.2015"), (.monthFirst, "13/01/2015"),
            (.monthFirst, "1/3/2015 13:00 PM"),
            (.compact, "20150230"), (.compact, "2015010307"), (.epochSeconds, "12"),
            (.epochSeconds, "inf"), (.timeOfDay, "24:30"), (.timeOfDay, "18"),
            (.monthName, "Foo 9 2005"), (.monthName, "Nov 2005"),
        ])
    func noTime(form: TimeFormat.Form, text: String) {
        #expect(TimestampParser(form).parse(text) == nil)
    }

    private func infer(_ cells: [String], named: Bool = true) -> TimeFormatInference? {
        TimeFormatInference(
            cells.map { Array($0.utf8) }, filled: cells.count, named: named, dayFirst: nil)
    }

    @Test("One day above twelve settles the order of day and month for the column")
    func dayMonth() throws {
        let day = try #require(infer(["01-01-2000", "02-02-2002", "13-12-2004"]))
        #expect(day.format.form == .dayFirst && !day.isAmbiguous)
        let month = try #require(infer(["01/02/2000", "02/28/2002"]))
        #expect(month.format.form == .monthFirst && !month.isAmbiguous)
        let open = try #require(infer(["01.02.2000", "02.03.2000"]))
        #expect(open.format.form == .dayFirst && open.isAmbiguous)
    }

    @Test("Times in good order decide between day and month")
    func orderDecides() throws {
        let days = (1...9).map { "0\($0)/05/2015" }
        #expect(try #require(infer(days)).format.form == .dayFirst)
        let months = (1...9).map { "05/0\($0)/2015" }
        #expect(try #require(infer(months)).format.form == .monthFirst)
    }

    @Test("Large numbers are times only under a name that speaks of time")
    func epochNeedsName() {
        let bytes = ["1400000000", "1400000100", "1400000900"]
        #expect(infer(bytes, named: false) == nil)
        #expect(infer(bytes)?.format.form == .epochSeconds)
    }

    @Test("The pattern is what a person would write")
    func pattern() throws {
        #expect(
            try #require(infer(["2015-01-03 07:00:00"])).format.pattern == "YYYY-MM-DD hh:mm:ss")
        #expect(try #require(infer(["3.1.2015 07:00"])).format.pattern == "D.M.YYYY hh:mm")
        #expect(try #require(infer(["20150103070000"])).format.pattern == "YYYYMMDDhhmmss")
    }
}
