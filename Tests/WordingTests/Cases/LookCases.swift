import Reports
import Samples
import Values

@testable import Wording

/// Files that wait to be taken in, and the rows of files.
extension PhraseCases {
    var looks: Chapter {
        Chapter("LookPhrases") {
            Said("lookAnswer(_:)", lookReports) { phrases.lookAnswer($0) }
            Said("lookPlan(_:)", lookReports) { phrases.lookPlan($0) }
            Said("look(_:)", Sample.look("").files) { phrases.look($0) }
            Said("lookRows(_:)", lookSamples) { phrases.lookRows($0) }
            Said("lookSpan(_:isWhole:)", Self.pairs(everyAxis, [true, false])) { axis, isWhole in
                [axis.range, nil].map { axis.phrases.lookSpan($0, isWhole: isWhole) }
            }
            Said("lookDevices(_:_:)", lookSamples) { sample in
                [.column(1), .fileName].map { phrases.lookDevices(sample, $0) }
            }
            Said("cellType(_:)", Self.cellTypes) { phrases.cellType($0) }
            Said("columnsLeftOut(_:)", [1, 2, 5, 21]) { phrases.columnsLeftOut($0) }
        }
    }

    /// One file, several, none that is broken, and each mode.
    private var lookReports: [LookReport] {
        let look = Sample.look("")
        let modes = AddMode.allCases.map { mode in Self.with(look) { $0.mode = mode } }
        let one = [look.files.prefix(1), look.files.suffix(1)].map { files in
            Self.with(look) { $0.files = Array(files) }
        }
        let counts = [2, 5, 21].map { count in
            Self.with(look) { $0.files = (0..<count).map { _ in look.files[0] } }
        }
        let broken = Self.with(look) { $0.files = [look.files[1], look.files[1]] }
        return modes + one + counts + [broken]
    }

    private var lookSamples: [LookReport.Sample] {
        guard let sample = Sample.look("").files[0].sample else { return [] }
        return Self.pairs([nil, 0, 1, 2, 5, 21], [1, 2, 5, 21]).map { refused, count in
            Self.with(sample) {
                ($0.rowsRefused, $0.rowsKept, $0.devices) = (refused, count, count)
            }
        }
    }

    private static let cellTypes: [ColumnType] =
        [
            .number(NumberNotation()), .number(NumberNotation(decimalComma: true)),
            .number(NumberNotation(isInteger: true)), .flag, .text,
        ]
        + ["YYYY-MM-DD", "", "epochSeconds"].map {
            .time(TimeFormat(form: .yearFirst, pattern: $0))
        }

    var rowPages: Chapter {
        Chapter("RowsPhrases") {
            Said("rowsAnswer(_:)", rowReports) { $0.phrases.rowsAnswer($1) }
            Said("rows(_:)", rowReports) { $0.phrases.rows($1) }
        }
    }

    /// All rows of a file, those of a device, of a stretch, of both, and none.
    private var rowReports: [(Axis, RowsReport)] {
        let rich = Sample(.rich).rows
        let counts = Self.counts.map { count in
            Self.with(rich) {
                ($0.page.total, $0.device) = (count, nil)
                $0.page.header = (0..<count).map { "c\($0)" }
                $0.page.rows = Array($0.page.rows.prefix(count))
            }
        }
        let named = Self.with(rich) { $0.device = "pump 1" }
        let stretches = [days, hours, cycles].flatMap { axis in
            [(axis.start, nil), (nil, axis.end), (axis.start, axis.end)].map { from, to in
                (axis, Self.with(rich) { ($0.from, $0.to) = (from, to) })
            }
        }
        return ([rich, named] + counts).map { (days, $0) } + stretches
    }
}
