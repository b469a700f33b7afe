import Reports
import Values

/// Groups that stand apart in single features.
extension EnglishPhrases {
    func partialAnswer(_ report: ClusterReport) -> Sentence {
        if report.isOfKinds { return kindsAnswer(report) }
        let parts = report.partialGroups.enumerated().map { place, part in
            let count =
                place == 0
                ? "\(units(part.count, report.unit)) stand together" : format.count(part.count)
            return part.carrier.map { "\(count) by \(carrier($0))" } ?? count
        }
        var sentence: Sentence = "\(strong: "\(capitalised(list(parts))).")"
        if report.sharedUnits > 0 {
            sentence =
                sentence
                + "\(units(report.sharedUnits, report.unit)) \(report.sharedUnits == 1 ? "is" : "are") in two of these groups."
        }
        sentence = "\(sentence)\(lonersAnswer(report))"
        let others = report.alikeUnits
        if others > 0 {
            sentence =
                sentence + "The other \(format.count(others)) \(others == 1 ? "is" : "are") alike."
        }
        guard let least = report.leastRecovery else { return sentence }
        let share =
            "\(format.count(least.returned)) of \(format.count(least.resamplings)) resamplings"
        return sentence
            + (report.groups.count == 1
                ? "The group came back in \(share)."
                : least.returned == least.resamplings
                    ? "Each group came back in all \(format.count(least.resamplings)) resamplings."
                    : "Each group came back in at least \(share).")
    }

    /// `Three kinds of devices by the readings they send: 20 send vibration, flow and pressure, ...`
    private func kindsAnswer(_ report: ClusterReport) -> Sentence {
        let kinds = report.groups.map { group in
            "\(format.count(group.size)) send \(list(group.sends.map(\.name), limit: 3))"
        }
        let count = capitalised(numberWord(report.groups.count))
        let of = unitNames(report.unit)
        let sentence: Sentence =
            "\(strong: "\(count) kinds of \(of) by the readings that they send"): \(kinds.joined(separator: "; "))."
        guard report.noise > 0 else { return sentence }
        return sentence
            + "\(capitalised(units(report.noise, report.unit))) \(report.noise == 1 ? "belongs" : "belong") to none of them."
    }

    /// Units that stand alone, as a sentence behind another; nothing without any.
    func lonersAnswer(_ report: ClusterReport) -> Sentence {
        let named = report.namedLoners.map { "\(memberName($0.member)) (\(carrier($0.feature)))" }
        guard !named.isEmpty else { return "" }
        let more = report.loners.count - named.count
        let all = named + (more > 0 ? ["\(format.count(more)) more"] : [])
        return " Standing alone: \(list(all))."
    }

    /// What carries a group: the reading, whichever of its features it is.
    func carrier(_ kind: FeatureKind) -> String {
        switch kind {
        case .mean(let metric), .spread(let metric), .slope(let metric), .excursions(let metric):
            metric.name
        case .codeRate(let code): code.name
        case .eventRate, .missing, .sends, .attribute: feature(kind)
        }
    }

    func recovery(_ recovery: ClusterReport.Recovery) -> String {
        "came back in \(format.count(recovery.returned)) of \(format.count(recovery.resamplings)) resamplings"
    }
}
