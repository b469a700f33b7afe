import Values

@testable import Wording

/// Data sets that the program stopped over.
extension PhraseCases {
    var setsAside: Chapter {
        Chapter("SetAsidePhrases") {
            Said("setAside(_:set:)", Self.asides) { aside in
                ["x", nil].map { phrases.setAside(aside, set: $0) }
            }
            Said("setAsideCard(_:set:)", ["x", nil]) {
                phrases.setAsideCard(Self.asides[0], set: $0)
            }
            Said("setAsideMark(_:)", Self.counts) { phrases.setAsideMark($0) }
        }
    }

    private static let asides =
        WorkStep.allCases.map { SetAside(step: $0, time: 1_795_893_725, count: 2) }
        + [1, 3, 5, 21].map { SetAside(step: .load, time: 1_795_893_725, count: $0) }
        + [SetAside(step: .load, time: 1_795_893_725, count: 2, isOutOfMemory: true)]
}
