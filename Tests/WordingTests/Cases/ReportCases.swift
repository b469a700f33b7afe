import Reports
import Samples
import Values

@testable import Wording

/// The report for reading away from the screen.
extension PhraseCases {
    var reports: Chapter {
        Chapter("ReportPhrases") {
            Said("reportTitle(set:device:)", [nil, DeviceRef(index: 12, name: "13")]) {
                phrases.reportTitle(set: "azure_pdm", device: $0)
            }
            Said("reportSection(_:)", ReportSection.allCases) { phrases.reportSection($0) }
            Said("reportPeriod(_:before:)", everyAxis) { axis in
                let middle = ((axis.start + axis.end) / 2).rounded()
                return [
                    axis.phrases.reportPeriod(axis.range, before: nil),
                    axis.phrases.reportPeriod(
                        middle...axis.end, before: axis.start...(middle - 1)),
                ]
            }
            Said("reportColumns()", [phrases.reportColumns()]) { [$0.figure, $0.now, $0.before] }
            Said("reportStatus(_:)", Self.statusChanges) { phrases.reportStatus($0) }
            Said("reportDevices(_:)", Self.statusChanges) { phrases.reportDevices($0) }
            Said("reportEvents(_:)", Self.eventChanges) { phrases.reportEvents($0) }
            Said("reportHealth(now:before:)", [(40.4, 80.0), (80, 80), (100, 99.6)]) {
                phrases.reportHealth(now: $0.0, before: $0.1)
            }
            Said("reportNothingBefore()", phrases.reportNothingBefore().plain)
            Said(
                "reportQuality(_:)",
                [(1, 0, 0), (2, 1, 1), (5, 0, 21), (21, 2, 0), (36_500, 5, 12)]
            ) { rows, refused, cells in
                var context = days.context
                (context.rows, context.rowsRefused) = (rows, refused)
                (context.cellsRefused, context.fileCount) = (cells, rows % 4 + 1)
                return phrases.reportQuality(context)
            }
            Said("reportNoOpenEpisodes()", phrases.reportNoOpenEpisodes().plain)
            Said("reportNoNotes()", phrases.reportNoNotes().plain)
            Said("reportMethod(_:version:)", [1, 2, 5]) { count in
                var context = days.context
                context.fileCount = count
                return phrases.reportMethod(context, version: "1.2.3")
            }
            Said("reportPageWords()", phrases.reportPageWords())
        }
    }

    private static func devices(_ count: Int, from first: Int = 0) -> [DeviceRef] {
        (first..<first + count).map { DeviceRef(index: $0, name: "\($0 + 1)") }
    }

    /// Nobody, and each number of devices that takes a form of its own, new, gone and staying.
    private static let statusChanges: [StatusChange] =
        [StatusChange()]
        + [1, 2, 5, 21].flatMap { count in
            [
                StatusChange(new: devices(count)), StatusChange(recovered: devices(count)),
                StatusChange(lasting: devices(count)),
                StatusChange(
                    new: devices(count), recovered: devices(3, from: 30),
                    lasting: devices(2, from: 40)),
            ]
        }

    private static let eventChanges: [EventChange] = pairs(
        EventKind.allCases, [(0, 0), (1, 0), (0, 2), (5, 5), (120, 98), (21, 42)]
    ).map { EventChange(kind: $0, now: $1.0, before: $1.1) }
}
