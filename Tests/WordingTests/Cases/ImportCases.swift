import Reports
import Samples
import Values

@testable import Wording

/// Words of Import.
extension PhraseCases {
    var imports: Chapter {
        Chapter("ImportPhrases") {
            importHead
            importColumns
            importDialects
            importQuality
        }
    }

    @SayingsBuilder private var importHead: [Said] {
        Said("notes(_:)", importReports) { phrases.notes($0) }
        Said("importAnswer(_:)", importReports) { phrases.importAnswer($0) }
        Said("load(_:_:)", everyAxis) { axis in
            [0, 1, 5, 21, 90].map { seconds in
                axis.phrases.load(
                    Self.with(Sample(.rich).imports) { $0.load.seconds = seconds }, axis.context)
            }
        }
        Said("loadStatus(_:)", importReports) { phrases.loadStatus($0) }
        Said("covers(_:)", everyAxis) { axis in
            [axis.range, axis.start...axis.start, nil].map(axis.phrases.covers)
        }
        Said("thisSet(_:_:)", [days.context, nil]) { context in
            importReports.map { phrases.thisSet($0, context) }
        }
        Said("worth(_:)", importReports) { phrases.worth($0) }
        Said("deleteAnswer(_:)", [phrases.deleteAnswer("x")]) { $0 }
        Said("disconnectAnswer(_:)", [phrases.disconnectAnswer("x")]) { $0 }
    }

    @SayingsBuilder private var importColumns: [Said] {
        Said("roles(_:)", [file]) { phrases.roles($0) }
        Said("roleOf(_:)", phrases.roleOf("volt"))
        Said("unitOf(_:)", phrases.unitOf("volt"))
        Said("columnName(_:)", ["volt", ""]) { phrases.columnName($0) }
        Said("preview(_:)", Self.counts) { count in
            let file = Self.with(file) { file in
                file.rowsRead = count
                file.schema.columns = (0..<count).map { _ in file.schema.columns[0] }
            }
            return phrases.preview(file)
        }
    }

    var file: FileReport { Sample(.rich).imports.load.files[0] }

    @SayingsBuilder private var importDialects: [Said] {
        Said("written(_:)", [1, 5, 4_300_000]) { bytes in
            phrases.written(Self.with(file) { $0.bytes = bytes })
        }
        Said("headerFact(_:)", Self.headed) { phrases.headerFact($0) }
        Said("quoteFact(_:)", Self.quoted) { phrases.quoteFact($0) }
        Said("reasonFact(_:of:)", [DialectFact.encoding, .delimiter]) { kind in
            phrases.reasonFact(CSVDialect(reasons: Self.dialectReasons), of: kind)
        }
        Said("dayOrder(_:)", [true, false]) { phrases.dayOrder($0) }
    }

    private static let headed: [CSVDialect] =
        [
            CSVDialect(), CSVDialect(head: HeadLines(names: nil)),
            CSVDialect(reasons: dialectReasons),
        ]

    private static let quoted = [
        CSVDialect(quote: nil), CSVDialect(), CSVDialect(quote: 0x27, escape: 0x5C),
    ]

    @SayingsBuilder private var importQuality: [Said] {
        Said("quality(_:)", qualityCases) { phrases.quality($0) }
        Said("grade(_:)", Self.qualities) { signal in
            let grade = phrases.grade(signal)
            return "\(phrases.status(grade.status)): \(grade.words)"
        }
        Said("issues(_:)", [(0, 0), (2, 15), (60, 1_021)]) { shown, total in
            let issue = RowIssue(
                line: 1, column: nil, value: "", reason: .openQuote, refusesRow: true)
            let file = Self.with(file) {
                ($0.issues, $0.issueCount) = (Array(repeating: issue, count: shown), total)
            }
            return phrases.issues(file)
        }
        Said("sum()", phrases.sum())
        Said("cells()", phrases.cells())
        Said("correct()", phrases.correct())
        Said("yes()", phrases.yes())
        Said("no()", phrases.no())
        Said("leftOut()", phrases.leftOut())
        Said("leftOut(_:)", [true, false]) { phrases.leftOut($0) }
    }

    private static let qualities: [SignalQuality] = [
        (0, 0, false), (9, 0, true), (9, 5, false), (90, 5, false), (90, 0, false),
    ].enumerated().map {
        SignalQuality(
            name: "r\($0)", unit: nil, count: $1.0, missing: $1.1, refused: 0, minimum: 0,
            maximum: 1, mean: 0.5, isConstant: $1.2)
    }

    /// No readings, all good, one bad and several.
    private var qualityCases: [FileReport] {
        let sets = [[], [Self.qualities[4]], [Self.qualities[0]], Self.qualities]
        return sets.map { signals in Self.with(file) { $0.signals = signals } }
    }
}
