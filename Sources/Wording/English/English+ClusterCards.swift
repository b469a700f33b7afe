import Reports
import Values

extension EnglishPhrases {
    func howMany(_ report: ClusterReport) -> CardWords {
        let range = report.candidates.map(\.k)
        let span = "k = \(range.min() ?? 2) to \(range.max() ?? 2)"
        var say = howManySay(report)
        if let hopkins = report.hopkins {
            say = say + "Hopkins \(format.fixed(hopkins, 2)): 0.5 is one cloud, 1 clear groups."
        }
        return CardWords(
            title: label(.howManyTitle),
            sub:
                "mean silhouette and inertia for \(span) · dashed: what data without groups can reach",
            say: say, note: stabilityNote(report))
    }

    private func howManySay(_ report: ClusterReport) -> Sentence {
        let scale = "where 1 is sharp and 0 is none"
        switch report.numberOfGroups {
        case .asked(let shown):
            let held = reference(shown) { "; data without groups can reach \($0)" }
            return
                "\(strong: "\(capitalised(groups(shown))) were asked for"): \(silhouette(shown))\(held), \(scale)."
        case .best(let shown):
            let held = reference(shown) { ", and data without groups can reach \($0)" }
            return
                "\(strong: "No number of groups stands out"): \(groups(shown)), the best, have \(silhouette(shown))\(held)."
        case .standsOut(let shown):
            let held = reference(shown) { ", above the \($0) that data without groups can reach" }
            return
                "\(strong: "\(capitalised(groups(shown))) stand out most"): \(silhouette(shown))\(held), \(scale)."
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
            "Resamplings: \(format.count(stability.resamplings)) samples of the units clustered anew; agreement with the cut (adjusted Rand index) \(format.fixed(stability.meanARI, 2)) on average, \(format.fixed(stability.lowestARI, 2)) at the lowest; at least 0.8 counts as come back."
    }

    func kDistances(_ report: ClusterReport) -> CardWords {
        let least = report.minSamples ?? 0
        var say: Sentence = ""
        if let eps = report.eps {
            say =
                "Up to eps \(strong: format.figure(eps)) the curve is flat: there \(unitName(report.unit))s have their neighbours; beyond it they stand alone."
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
            below == 0 ? "None sits" : "\(format.count(below)) \(below == 1 ? "sits" : "sit")"
        var say: Sentence = "\(strong: count) nearer to another group (below 0)."
        if let loosest = report.loosestGroup {
            say = say + "\(groupName(loosest)) is the loosest group."
        }
        return CardWords(
            title: label(.fitTitle),
            sub:
                "silhouette of each \(unitName(report.unit)), sorted in its group, with the mean of the group · \(sampleSize(report.unitCount))",
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
                "\(strong: "Almost entirely"): \(first.attribute) alone repeats the cut (NMI \(nmi))."
        case .part:
            say =
                "\(strong: "In part"): \(first.attribute) tells much about the group (NMI \(nmi))."
        case .little:
            say = "\(strong: "No"): \(first.attribute) tells little about the group (NMI \(nmi))."
        }
        let others = sorted.map { "\($0.attribute) \(format.fixed($0.nmi, 2))" }
        return CardWords(
            title: label(.mirrorTitle),
            sub:
                "\(unitName(report.unit))s by group and \(first.attribute) · \(sampleSize(report.unitCount))",
            say: say,
            note:
                "Shared information with the groups (normalised mutual information, 0 to 1): \(list(others, limit: 8)). – : no \(unitName(report.unit))."
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
        "The \(format.count(shown)) of \(format.count(total)) features that differ most are drawn; the table has \(total > listed ? format.count(listed) : "all")."
    }

    func sortedUnits(_ unit: ClusterUnit) -> String { "\(unitName(unit))s, sorted" }

    func noMembers() -> String { "This group has no members here." }

    func outliers(_ report: ClusterReport) -> CardWords {
        let far = report.farMembers.count
        let limit = format.figure(ClusterReport.Member.farDistance)
        let say: Sentence =
            far == 0
            ? "\(strong: "None is far out") (\(limit) would be): no \(unitName(report.unit)) behaves like no other."
            : "\(strong: "\(format.count(far)) \(far == 1 ? "is" : "are") far out"), beyond \(limit): look at \(far == 1 ? "it" : "them") apart from the group."
        return CardWords(
            title: label(.outlierTitle),
            sub:
                "distance to the centre of the group in robust σ of all distances · share of the squared distance",
            say: say)
    }

    func contributions(
        _ contributions: [ClusterReport.Member.Contribution], _ report: ClusterReport
    ) -> Sentence {
        let known = contributions.filter { report.features.indices.contains($0.feature) }
        guard let first = known.first else { return "–" }
        let name = feature(report.features[first.feature])
        let sentence: Sentence =
            "\(name) \(strong: format.reading(first.value)), group \(format.reading(first.group)) (\(format.percent(first.share)))"
        guard known.count > 1 else { return sentence }
        let others = known.dropFirst().map {
            "\(feature(report.features[$0.feature])) (\(format.percent($0.share)))"
        }
        return "\(sentence), \(others.joined(separator: ", "))"
    }

    func heat(_ report: ClusterReport, shown: Int, listed: Int) -> CardWords {
        CardWords(
            title: label(.heatTitle),
            sub:
                "mean of each group · darker: further from the mean of all, blue above it, sand below it, from 0.3 and from 1 standard deviation on",
            note: shown < report.features.count
                ? strongest(shown, of: report.features.count, listed: listed) : "")
    }

    func moves(_ moves: ClusterReport.Moves, _ report: ClusterReport) -> CardWords {
        let all = units(moves.compared, report.unit)
        let say: Sentence =
            moves.moved.isEmpty
            ? "\(strong: "None") of \(all) changed its group."
            : "\(strong: "\(format.count(moves.moved.count)) of \(all)") changed the group."
        let new = moves.new > 0 ? " · \(units(moves.new, report.unit)) were not there before" : ""
        return CardWords(
            title: label(.movesTitle),
            sub: "groups are matched by the members that they have in common" + new, say: say)
    }

    func members(_ report: ClusterReport, shown: Int) -> CardWords {
        let scope =
            report.members.count < report.unitCount
            ? "the first \(format.count(report.members.count)) of \(units(report.unitCount, report.unit))"
            : units(report.unitCount, report.unit)
        return CardWords(title: label(.membersTitle), sub: "\(scope) · lowest health first")
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
