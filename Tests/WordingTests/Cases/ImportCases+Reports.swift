import Reports
import Samples
import Values

@testable import Wording

/// What reading files gave.
extension PhraseCases {
    /// All kept; rows or cells refused; with questions; with so many notes.
    var importReports: [ImportReport] {
        let clean = Self.report { _ in }
        let refused = [1, 2, 5, 21].flatMap { count in
            [
                Self.report { $0.rowsKept -= count },
                Self.report { $0.cellsRefused = count },
                Self.report {
                    $0.rowsKept -= count
                    $0.cellsRefused = count
                },
            ]
        }
        let asked = [1, 2, 5].map { count in
            Self.report { $0.schema.questions = Array(Sample.questions("").prefix(count)) }
        }
        let small = [0, 1, 21].map { count in
            Self.report { ($0.rowsRead, $0.rowsKept) = (count, count) }
        }
        return [Sample(.rich).imports, Sample(.hostile).imports, clean] + refused + asked + small
            + noted
    }

    /// Rows that repeat or go back, counters that were reset, and notes of the schema.
    private var noted: [ImportReport] {
        let faults = [1, 2, 5, 21].flatMap { count in
            [
                Self.report { $0.duplicateRows = count }, Self.report { $0.counterResets = count },
                Self.report { $0.outOfOrderRows = count },
            ]
        }
        let many = [1, 2, 5, 11, 12].map { count in
            Self.report { file in
                file.schema.notes = (0..<count).map {
                    .timeNotUnderstood(column: "\($0)", example: "noon")
                }
            }
        }
        return faults + many
    }

    /// One file of five rows without any note, changed.
    private static func report(_ change: (inout FileReport) -> Void) -> ImportReport {
        let load = with(Sample(.rich).imports.load) { load in
            load.notes = []
            var file = load.files[0]
            (file.rowsRead, file.rowsKept, file.cellsRefused) = (25, 25, 0)
            file.schema.notes = []
            change(&file)
            load.files = [file]
        }
        return ImportReport(load: load, corrections: [:])
    }
}
