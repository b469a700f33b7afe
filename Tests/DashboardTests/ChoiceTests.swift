import Dashboard
import Wording
import Reports
import Samples
import Testing
import Values

@Suite("What an address asks of a data set")
struct ChoiceTests {
    let rich = Sample(.rich).context
    let cycles = Sample(.cycles).context

    private func choice(
        _ text: String, _ context: ReportContext, _ page: Page = .overview
    ) -> Choice {
        PageQuery(PageQueryTests.pairs(text)).choice(for: page, in: context)
    }

    @Test("a preset ends with the data")
    func preset() {
        let choice = choice("period=4w", rich)
        #expect(choice.from == Sample.end - 28 * 86_400)
        #expect(choice.to == nil)
    }

    @Test("both dates belong to the period")
    func dates() {
        let choice = choice("from=2015-02-01&to=2015-02-01", rich)
        #expect(choice.from == Sample.start + 31 * 86_400)
        #expect(choice.to == (Sample.start + 32 * 86_400).nextDown)
    }

    @Test("cycles are numbers, and dates mean nothing there")
    func numbers() {
        #expect(choice("from=10&to=20", cycles).from == 10)
        #expect(choice("from=10&to=20", cycles).to == 20)
        #expect(choice("from=2015-01-01", cycles).from == nil)
        #expect(choice("period=4w", cycles).from == nil)
        #expect(choice("period=50", cycles).from == 312)
        #expect(choice("from=10", rich).from == nil)
    }

    @Test("an empty period is passed over")
    func empty() {
        #expect(choice("from=2015-03-01&to=2015-02-01", rich).from == nil)
    }

    @Test(
        "devices are names, lists of names, or as the pages write them",
        arguments: [
            ("device=2", ["2"]), ("device=2,3", ["2", "3"]), ("device=2&device=3", ["2", "3"]),
            ("device=device 2", ["2"]), ("device=2, 2", ["2"]), ("device=nine", ["nine"]),
        ])
    func devices(_ text: String, _ expected: [String]) {
        #expect(choice(text, rich).devices == expected)
    }

    @Test("one device in the filter is the one that Diagnostics looks at, beside the whole fleet")
    func diagnostics() {
        let query = PageQuery([("device", "7")])
        #expect(query.choice(for: .diagnostics, in: rich).devices == [])
        #expect(query.choice(for: .overview, in: rich).devices == ["7"])
        #expect(query.diagnosedDevice(in: rich) == "7")
        #expect(PageQuery().diagnosedDevice(in: rich) == nil)
        #expect(PageQuery([("focus", "9")]).diagnosedDevice(in: rich) == "9")
        #expect(PageQuery([("focus", "9"), ("device", "2,9")]).diagnosedDevice(in: rich) == "9")
        #expect(PageQuery([("focus", "9"), ("device", "2,3")]).diagnosedDevice(in: rich) == "2")
    }

    @Test("rows are those behind the mark, else those of the period")
    func rows() {
        let query = PageQuery([
            ("focus", "9"), ("since", "2015-02-01T06:00"), ("until", "2015-02-03"),
            ("offset", "50"),
        ])
        let request = query.rowsQuestion(in: rich)
        #expect(request.device == "9")
        #expect(request.from == Sample.start + 31 * 86_400 + 6 * 3_600)
        #expect(request.to == Sample.start + 34 * 86_400)
        #expect(request.offset == 50)
    }

    @Test("the last cycle of a period has its rows too")
    func lastCycle() {
        let cycles = Sample(.cycles).snapshot.context
        let query = PageQuery([("from", "5"), ("to", "9")])
        #expect(query.choice(for: .rows, in: cycles).to == 9)
        #expect(query.rowsQuestion(in: cycles).to == 10)
        let single = PageQuery([("from", "5"), ("to", "5")])
        #expect(single.rowsQuestion(in: cycles).from == 5)
        #expect(single.rowsQuestion(in: cycles).to == 6)
        #expect(PageQuery().rowsQuestion(in: cycles).to == nil)
    }
}

@Suite("The forms of Import")
struct SchemaFormTests {
    let schema = Sample(.rich).imports.load.files[0].schema

    @Test("what differs from the schema is a correction, all else stays")
    func roles() {
        let form = SchemaForm([
            ("set", "azure_pdm"), ("file", "a.csv"), ("column.0", ""), ("role.0", "ignore"),
            ("column.1", "day_num"), ("role.1", "metric"), ("column.4", "volt"),
            ("role.4", "metric"),
            ("unit.4", "V"), ("column.5", "pressure"), ("unit.5", "bar"), ("role.9", "time"),
            ("role.5", "nonsense"),
        ])
        let earlier = SchemaCorrection(roles: ["date": .ignore], timeZone: "UTC")
        let correction = form.correction(of: schema, earlier: earlier)
        #expect(form.set == "azure_pdm" && form.file == "a.csv")
        #expect(correction.roles == ["date": .ignore, "day_num": .metric])
        #expect(correction.units == ["volt": "V"])
        #expect(correction.timeZone == "UTC")
        #expect(correction.dialect == nil)
    }

    @Test("how the file is written can be set and set back")
    func dialect() {
        let form = SchemaForm([
            ("delimiter", "semicolon"), ("header", "false"), ("decimalComma", "true"),
            ("dayFirst", ""), ("encoding", "windows1251"), ("timeZone", "Europe/Berlin"),
        ])
        let correction = form.correction(of: schema, earlier: nil)
        #expect(correction.dialect?.delimiter == 0x3B)
        #expect(correction.dialect?.hasHeader == false)
        #expect(correction.dialect?.decimalComma == true)
        #expect(correction.dialect?.dayFirst == nil)
        #expect(correction.dialect?.encoding == .windows1251)
        #expect(correction.timeZone == "Europe/Berlin")
        let back = SchemaForm([
            ("delimiter", ""), ("header", ""), ("decimalComma", ""), ("encoding", ""),
            ("timeZone", ""),
        ])
        #expect(back.correction(of: schema, earlier: correction) == SchemaCorrection())
    }

    @Test("the fields on the page are those that the form reads")
    func fields() throws {
        let document = try Rendered(kind: .rich, page: .importFiles).document()
        let forms = document.all { $0.attributes["action"] == "/import/schema" }
        var names = Set<String>()
        for node in forms.flatMap(document.below) {
            if let name = document.nodes[node].attributes["name"] { names.insert(name) }
        }
        for name in [
            "set", "file", "column.4", "role.4", "unit.4", "delimiter", "timeZone", "dayFirst",
        ] {
            #expect(names.contains(name))
        }
    }
}
