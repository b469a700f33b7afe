import Testing
import Values

@testable import Containers

@Suite("Workbooks")
struct WorkbookTests {
    @Test("Each sheet with a table is a file; dates are written as dates")
    func book() throws {
        let files = try Unpacked.files("book.xlsx")
        #expect(files.map(\.name) == ["book-Readings.csv", "book-Set_2.csv"])
        #expect(
            files[0].text == """
                time,device,Temp [°C],on,rain,day,run
                2024-03-04 12:30:00,"pump, ""old\""",20.1,TRUE,1.5,2024-03-04,25:30:00
                2024-03-04 00:00:00,東京,,FALSE,,18:00:00,

                2024-03-05 23:59:59.500,"a
                b & c",#DIV/0!,,,,

                """)
        #expect(files[1].text == "a,b\n1,1900-01-01\n")
    }

    @Test("Days of the 1904 system count from there")
    func from1904() throws {
        #expect(try Unpacked.files("book-1904.xlsx").map(\.text) == ["a,b\n1,1904-01-02\n"])
    }

    @Test(
        "A serial number is the date that the workbook shows",
        // Microsoft's own examples: 39448 is 1 January 2008; 60 is the day that 1900 did not have.
        arguments: [
            (39_448, .date, "2008-01-01"), (1, .date, "1900-01-01"), (59, .date, "1900-02-28"),
            (61, .date, "1900-03-01"), (39_448.5, .date, "2008-01-01 12:00:00"),
            (0.75, .time, "18:00:00"), (1.5, .elapsed, "36:00:00"),
            (45_355.999_999_999, .dateTime, "2024-03-05 00:00:00"),
            (2_958_465, .date, "9999-12-31"),
        ] as [(Double, DateFormatKind, String)])
    func serials(serial: Double, kind: DateFormatKind, text: String) {
        #expect(SerialDate(is1904: false).text(serial, kind) == text)
    }

    @Test(
        "A number below zero or beyond the year 9999 is no date", arguments: [-1, 2_958_466, .nan])
    func noDates(serial: Double) {
        #expect(SerialDate(is1904: false).text(serial, .date) == nil)
    }

    @Test(
        "A number format shows a date or none",
        arguments: [
            ("yyyy-mm-dd", .date), ("dd/mm/yyyy hh:mm", .dateTime), ("hh:mm:ss AM/PM", .time),
            ("mm:ss.0", .time), ("[h]:mm:ss", .elapsed), ("[$-409]d-mmm-yy;@", .date),
            ("mmm-yy", .date), ("General", nil), ("0.00", nil), ("0.0\" mm\"", nil),
            ("[Red]#,##0", nil), ("0.00E+00", nil), ("0\\d", nil), ("@", nil), ("0%", nil),
            ("yyyy\"年\"m\"月\"d\"日\"", .date), ("[$€-2] #,##0.00", nil),
        ] as [(String, DateFormatKind?)])
    func formats(code: String, kind: DateFormatKind?) {
        #expect(DateFormatKind(code: code) == kind)
    }

    @Test(
        "Text of XML is read with its references",
        arguments: [
            ("<a>x &lt; &#x41;&#66; &amp;amp;</a>", "x < AB &amp;"),
            ("<a><![CDATA[<b>&amp;]]></a>", "<b>&amp;"),
            ("<a b='>'>y</a>", "y"),
        ])
    func xml(source: String, text: String) throws {
        var xml = XMLPull(Array(source.utf8))
        guard case .start("a", false) = try xml.next(), case .text = try xml.next() else {
            Issue.record("no element with text")
            return
        }
        #expect(String(decoding: xml.text, as: UTF8.self) == text)
    }
}
