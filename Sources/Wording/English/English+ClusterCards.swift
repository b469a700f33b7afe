import Reports
import Values

extension EnglishPhrases {
    func howMany(_ report: ClusterReport) -> CardWords {
        let range = report.candidates.map(\.k)
        let span = "k = \(range.min() ?? 2) to \(range.max() ?? 2)"
        var say = howManySay(report)
        if let hopkins = report.hopkins {
            say =
                say
                + "Hopkins statistic \(format.fixed(hopkins, 2)): 0.5 means no structure, 1 clear groups."
        }
        return CardWords(
            title: label(.howManyTitle),
            sub:
                "mean silhouette and inertia for \(span) · dashed: the silhouette that data without groups can reach",
            say: say, note: stabilityNote(report))
    }

    private func howManySay(_ report: ClusterReport) -> Sentence {
        let scale = "on a scale from 0 (no separation) to 1 (sharp)"
        switch report.numberOfGroups {
        case .asked(let shown):
            let held = reference(shown) { "; data without groups can reach \($0)" }
            return
                "\(strong: "\(capitalised(groups(shown))), as chosen"): \(silhouette(shown)) \(scale)\(held)."
        case .best(let shown):
            let held = reference(shown) { "; data without groups can reach \($0)" }
            return
                "\(strong: "No number of groups stands out"): the best, \(groups(shown)), has \(silhouette(shown))\(held)."
        case .standsOut(let shown):
            let held =
                shown.reference.map {
                    ", above the \(format.fixed($0, 3)) that data without groups can reach"
                } ?? ""
            return
                "\(strong: "\(capitalised(groups(shown))) stand out most"): silhouette \(format.fixed(shown.silhouette, 3)) \(scale)\(held)."
        case nil: return ""
        }
    }

    private func groups(_ shown: ClusterReport.Candidate) -> String {
        "\(numberWord(shown.k)) groups"
    }

    private func silhouette(_ shown: ClusterReport.Candidate) -> String {
        "silhouette \(format.fixed(shown.silhouette, 2))"
    }

    private func stabilityNote(_ report: ClusterReport) -> String {
        guard let stability = report.stability else { return "" }
        return
            "Stability: \(format.counted(stability.resamplings, "resample", "resamples")) clustered again. Agreement with these groups (adjusted Rand index): mean \(format.fixed(stability.meanARI, 2)), minimum \(format.fixed(stability.lowestARI, 2)). At least 0.8 counts as reproduced."
    }

    func kDistances(_ report: ClusterReport) -> CardWords {
        let least = report.minSamples ?? 0
        var say: Sentence = ""
        if let eps = report.eps {
            say =
                "\(strong: "eps = \(format.figure(eps))"): \(unitName(report.unit))s closer than that are neighbours. By default eps is taken at the knee of the curve."
        }
        return CardWords(
            title: label(.kDistanceTitle),
            sub:
                "distance to the \(ordinal(least)) neighbour, sorted · \(units(report.unitCount, report.unit))",
            say: say)
    }

    func ordinal(_ count: Int) -> String {
        switch (count % 10, count % 100) {
        case (1, let tens) where tens != 11: "\(count)st"
        case (2, let tens) where tens != 12: "\(count)nd"
        case (3, let tens) where tens != 13: "\(count)rd"
        default: "\(count)th"
        }
    }

    func fit(_ report: ClusterReport) -> CardWords {
        let below = report.misplacedMembers
        let count =
            below == 0
            ? "No \(unitName(report.unit)) is"
            : "\(units(below, report.unit)) \(below == 1 ? "is" : "are")"
        let own = below > 1 ? "their own" : "its own"
        var say: Sentence =
            "\(strong: count) closer to another group than to \(own) (silhouette below 0)."
        if let loosest = report.loosestGroup {
            say = say + "Group \(groupName(loosest)) is the least compact."
        }
        return CardWords(
            title: label(.fitTitle),
            sub:
                "silhouette of each \(unitName(report.unit)), sorted within groups, with group means · \(sampleSize(report.unitCount))",
            say: say)
    }

    func mirror(_ report: ClusterReport) -> CardWords {
        let sorted = report.sortedMirrors
        guard let first = sorted.first else {
            return CardWords(title: label(.mirrorTitle), say: missing(.devices))
        }
        let nmi = format.fixed(first.nmi, 2)
        let say: Sentence
        switch first.strength {
        case .almostAll:
            say =
                "\(strong: "Almost entirely"): the groups follow \(first.attribute) (NMI \(nmi))."
        case .part:
            say =
                "\(strong: "In part"): \(first.attribute) is closely related to the groups (NMI \(nmi))."
        case .little:
            say =
                "\(strong: "No"): \(first.attribute) is hardly related to the groups (NMI \(nmi))."
        }
        let others = sorted.map { "\($0.attribute) \(format.fixed($0.nmi, 2))" }
        return CardWords(
            title: label(.mirrorTitle),
            sub:
                "\(unitName(report.unit))s by group and \(first.attribute) · \(sampleSize(report.unitCount))",
            say: say,
            note:
                "NMI: normalised mutual information with the groups, 0 to 1. \(list(others, limit: 8)). – : no \(unitName(report.unit))."
        )
    }

    func groupShort(_ index: Int, size: Int, _ unit: ClusterUnit) -> String {
        let noun = unitName(unit) + (size == 1 ? "" : "s")
        return "\(groupName(index)): \(format.count(size)) \(noun)"
    }

    func unitColumn(_ unit: ClusterUnit) -> String { capitalised(unitName(unit)) }

    func profilePoint(
        _ feature: String, _ group: String, _ difference: ClusterReport.Difference
    ) -> String {
        let z =
            "\(format.signed(difference.z, 2)) (\(format.signed(difference.low, 2)) to \(format.signed(difference.high, 2)), 95 %)"
        return
            "\(group), \(feature): \(z); mean \(format.reading(difference.mean)), all \(format.reading(difference.overall))"
    }

    func numberOfGroups() -> String { "number of groups" }

    func strongest(_ shown: Int, of total: Int, listed: Int) -> String {
        "The chart shows the \(format.count(shown)) of \(format.count(total)) features that differ most; the table lists \(total > listed ? format.count(listed) : "all")."
    }

    func sortedUnits(_ unit: ClusterUnit) -> String { "\(unitName(unit))s, sorted" }

    func noMembers() -> String { "No members to show for this choice." }

    func outliers(_ report: ClusterReport) -> CardWords {
        let far = report.farMembers.count
        let limit = format.figure(ClusterReport.Member.farDistance)
        let say: Sentence =
            far == 0
            ? "\(strong: "No outliers"): every standardised distance is below \(limit)."
            : "\(strong: format.counted(far, "outlier", "outliers")) at \(limit) or more: examine \(far == 1 ? "it" : "them") separately from the group."
        return CardWords(
            title: label(.outlierTitle),
            sub:
                "standardised distance to the group centre (robust σ) · in brackets: share of the squared distance",
            say: say)
    }

    func contributions(
        _ contributions: [ClusterReport.Member.Contribution], _ report: ClusterReport
    ) -> Sentence {
        let known = contributions.filter { report.features.indices.contains($0.feature) }
        guard let first = known.first else { return "–" }
        let name = feature(report.features[first.feature])
        let sentence: Sentence =
            "\(name) \(strong: format.reading(first.value)), group median \(format.reading(first.group)) (\(format.percent(first.share)))"
        guard known.count > 1 else { return sentence }
        let others = known.dropFirst().map {
            "\(feature(report.features[$0.feature])) (\(format.percent($0.share)))"
        }
        return "\(sentence), \(others.joined(separator: ", "))"
    }

    func moves(_ moves: ClusterReport.Moves, _ report: ClusterReport) -> CardWords {
        let all = units(moves.compared, report.unit)
        let say: Sentence =
            moves.moved.isEmpty
            ? "\(strong: "None") of \(all) changed group."
            : "\(strong: "\(format.count(moves.moved.count)) of \(all)") changed group."
        let new = moves.new > 0 ? " · new: \(units(moves.new, report.unit))" : ""
        return CardWords(
            title: label(.movesTitle),
            sub: "groups are matched by their shared members" + new, say: say)
    }

    func members(_ report: ClusterReport, shown: Int, order: ListOrder?) -> CardWords {
        let scope =
            report.members.count < report.unitCount
            ? "the first \(format.count(report.members.count)) of \(units(report.unitCount, report.unit))"
            : units(report.unitCount, report.unit)
        return CardWords(
            title: label(.membersTitle),
            sub: "\(scope) · " + (order.map(sorted) ?? "worst status first"))
    }

    func memberName(_ member: ClusterReport.Member) -> String {
        guard let owner = member.device, member.name != member.window else { return member.name }
        let name = device(owner.name, atStart: false)
        return member.window.map { name + " · " + $0 } ?? name
    }

    func memberTitle(_ member: ClusterReport.Member, _ report: ClusterReport) -> String {
        let name = memberName(member)
        let group = member.group.map { "group \(groupName($0))" } ?? "in no group"
        let silhouette = member.silhouette.map { ", silhouette \(format.fixed($0, 2))" } ?? ""
        return "\(name): \(group)\(silhouette)"
    }
}
