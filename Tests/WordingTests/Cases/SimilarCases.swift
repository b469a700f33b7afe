import Reports
import Samples
import Values

@testable import Wording

/// Stretches that are like a given one.
extension PhraseCases {
    var similarities: Chapter {
        Chapter("SimilarPhrases") {
            Said("similar(_:)", similarReports) { $0.phrases.similar($1) }
            Said("similarAxis(_:)", Self.lengthUnits) { phrases.similarAxis($0) }
            Said("similarCourse(_:)", [Self.volt, Self.pressure]) { phrases.similarCourse($0) }
            Said("similarMeasure(_:)", SimilarStretches.Measure.allCases) {
                phrases.similarMeasure($0)
            }
            Said("similarErrors(_:)", Self.errorLists) { phrases.similarErrors($0) }
            Said("similarSequel(_:)", Self.sequelCases) { phrases.similarSequel($0) }
        }
    }

    /// Each outcome on each axis, and counts of what is found.
    private var similarReports: [(Axis, SimilarStretches)] {
        let counted = Self.counts.dropFirst().flatMap { count in
            [Aftermath.Sequel.nothing, nil].map { sequel in
                Self.with(Sample(.rich).similar[0]) { report in
                    let match = Self.with(report.matches[0]) { $0.sequel = sequel }
                    report.matches = Array(repeating: match, count: count)
                    report.outcome = .alike(count)
                    report.compared = count
                }
            }
        }
        let short = Self.counts.map { count in
            Self.with(Sample(.rich).similar[0]) {
                $0.outcome = .tooShort(steps: count, needed: 8)
            }
        }
        let other = Self.with(Sample(.rich).similar[0]) {
            $0.matches[1].sequel = .failure(Self.codes[1], after: 7_200)
        }
        return Sample(.rich).similar.map { (days, $0) }
            + Sample(.cycles).similar.map { (cycles, $0) }
            + (counted + short + [other]).map { (days, $0) }
    }

    private static let lengthUnits: [Length.Unit] = [
        .second, .minute, .hour, .day, .week, .year, .cycle, .row,
    ]

    private static let errorLists: [[SimilarStretches.ErrorCount]] = [0, 1, 2, 4].map { count in
        (0..<count).map { .init(code: codes[[0, 3, 4, 0][$0]], count: [1, 12, 2, 1][$0]) }
    }

    private static let sequelCases: [Aftermath.Sequel?] = [
        .failure(codes[1], after: 50_000), .repair(codes[2], after: 90_000), .nothing, nil,
    ]
}
