import Reports
import Samples

@testable import Wording

/// Models that were learned of a set one after the other.
extension PhraseCases {
    var versions: Chapter {
        Chapter("VersionPhrases") {
            Said("versionsTitle(_:)", Sample.modelVersions) { phrases.versionsTitle($0) }
            Said("horizonReason(_:lead:isChosen:)", Self.leads) { lead in
                [false, true].map {
                    phrases.horizonReason(172_800, lead: lead, isChosen: $0)
                }
            }
            Said("horizonByData()", phrases.horizonByData())
            Said("since(_:)", Self.counts) { count in
                let one = BackTest.HorizonCount(
                    time: 0, probabilities: [0.9, 0.4], happened: [true, false])
                return phrases.since(CalibrationSince(Array(repeating: one, count: count)))
            }
            Said("versionColumns(isFailure:)", [true, false]) { isFailure in
                let heads = phrases.versionColumns(isFailure: isFailure)
                return [
                    heads.version, heads.learned, heads.rows, heads.horizon, heads.score,
                    heads.rule, heads.cause,
                ]
            }
            Said("versionCause(_:)", ModelVersions.Cause.allCases) { phrases.versionCause($0) }
            Said("versionState(isPinned:)", [true, false]) { phrases.versionState(isPinned: $0) }
            Said("versionAction(_:isCurrent:)", PredictorForm.allCases) { action in
                [false, true].map { phrases.versionAction(action, isCurrent: $0) }
            }
        }
    }

    /// Nothing, and what so many failures of a code or of all have shown.
    private static let leads: [LeadTime?] =
        [nil]
        + pairs([1, 2, 5, 21], ["comp2", nil]).map { count, code in
            LeadTime(
                length: 172_800, source: .init(.error, "5"), code: code, failures: count,
                strength: 0.8)
        }
}
