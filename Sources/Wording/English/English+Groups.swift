import Reports
import Values

extension EnglishPhrases {
    func groupWords(_ group: ClusterReport.Group, _ report: ClusterReport) -> Sentence {
        let distinctive = report.distinctiveFeatures(of: group)
        if !group.sends.isEmpty {
            return "send \(strong: list(group.sends.map(\.name)))."
        }
        guard !distinctive.isEmpty else { return "Close to the overall mean in every feature." }
        let parts = distinctive.prefix(3).map { difference($0.feature, $0.difference) }
        var sentence = Sentence()
        for (index, part) in parts.enumerated() {
            sentence = index == 0 ? part : "\(sentence); \(part)"
        }
        return "\(sentence)."
    }

    /// `comp3 ×2.9, 3.7` for what is counted, `mean pressure 104 against 100` for readings.
    private func difference(
        _ kind: FeatureKind, _ difference: ClusterReport.Difference
    ) -> Sentence {
        let name = feature(kind)
        switch GroupContrast(kind, difference) {
        case .absent: return "no \(strong: name)"
        case .alone(let mean): return "\(strong: name) \(format.figure(mean))"
        case .times(let ratio, let mean):
            return "\(strong: "\(name) ×\(factor(ratio))"), \(format.figure(mean))"
        case .sent(let metric, share: 1...): return "all send \(strong: metric.name)"
        case .sent(let metric, share: ...0): return "no \(strong: metric.name) sent"
        case .sent(let metric, let share):
            return "\(strong: metric.name) sent by \(format.percent(share))"
        case .against(let mean, let overall, let z):
            let (own, all) = apart(mean, overall)
            return "\(strong: "\(name) \(own)") against \(all) (\(format.signed(z, 1)) σ)"
        }
    }

    func groupFacts(_ group: ClusterReport.Group) -> String {
        var parts: [String] = []
        let counts = group.attributes.prefix(4).map {
            isBareNumber($0.value) || Double($0.value) != nil
                ? "\($0.attribute) \($0.value): \(format.count($0.count))"
                : "\($0.value) \(format.count($0.count))"
        }
        if !counts.isEmpty { parts.append(counts.joined(separator: ", ")) }
        if let silhouette = group.silhouette {
            parts.append("silhouette \(format.fixed(silhouette, 2))")
        }
        if let recovery = group.recovery { parts.append(self.recovery(recovery)) }
        return parts.isEmpty ? "" : parts.joined(separator: "; ") + "."
    }

    func map(
        _ report: ClusterReport, _ context: ReportContext, features: [FeatureKind]
    ) -> CardWords {
        let basis =
            features.count < 2
            ? "principal components of \(format.counted(report.features.count, "feature", "features")), \(scaling(report.choice.scaling)) scaling"
            : "two of the \(format.counted(report.features.count, "feature", "features")) used for grouping"
        let sub = [
            basis,
            units(report.unitCount, report.unit), shortPeriod(context.period), method(report),
        ].filter { !$0.isEmpty }
        let title =
            switch report.unit {
            case .devices: "Map of the devices"
            case .windows: "Map of the windows"
            case .rows: "Map of the rows"
            }
        let say = features.count < 2 ? mapSay(report) : mapSay(features, report)
        return CardWords(
            title: title, sub: sub.joined(separator: " · "), say: say, note: groupedBy(report))
    }

    private func method(_ report: ClusterReport) -> String {
        switch report.choice.algorithm {
        case .kmeans:
            if report.verdict == .partial {
                return report.isOfKinds
                    ? "groups by the readings sent"
                    : "groups found in single features, seed \(report.seed)"
            }
            return report.groups.isEmpty
                ? "" : "KMeans, k = \(report.k), k-means++, seed \(report.seed)"
        case .hdbscan:
            return "HDBSCAN" + (report.minSamples.map { ", min cluster size \($0)" } ?? "")
        case .dbscan:
            let eps = report.eps.map { ", eps \(format.figure($0))" } ?? ""
            let least = report.minSamples.map { ", min samples \($0)" } ?? ""
            return "DBSCAN\(eps)\(least)"
        }
    }

    private func mapSay(_ report: ClusterReport) -> Sentence {
        guard let first = report.axes.first else { return "" }
        let across = direction(first, report)
        var sentence: Sentence = "Further right: \(strong: across)"
        var explained = first.explained
        if report.axes.count > 1 {
            sentence = "\(sentence). Further up: \(strong: direction(report.axes[1], report))"
            explained += report.axes[1].explained
        }
        let count = report.axes.count > 1 ? "The two components explain" : "It explains"
        return "\(sentence). \(count) \(format.percent(explained)) of the variance."
    }

    private func mapSay(_ features: [FeatureKind], _ report: ClusterReport) -> Sentence {
        guard let better = report.better(of: features), !report.groups.isEmpty else { return "" }
        return better.rank == 0
            ? "The feature that separates the groups most is \(strong: feature(better.feature))."
            : "Of \(format.counted(report.features.count, "feature", "features")), \(strong: feature(better.feature)) ranks \(ordinal(better.rank + 1)) in separating the groups."
    }

    /// `more comp3, less pressure`.
    private func direction(_ axis: ClusterReport.Axis, _ report: ClusterReport) -> String {
        let parts = axis.loadings.prefix(2).compactMap { loading -> String? in
            guard report.features.indices.contains(loading.feature) else { return nil }
            return (loading.value < 0 ? "less " : "more ")
                + feature(report.features[loading.feature])
        }
        return parts.joined(separator: ", ")
    }

    func axisTitle(_ index: Int, _ report: ClusterReport) -> String {
        guard report.axes.indices.contains(index) else { return "component \(index + 1)" }
        let axis = report.axes[index]
        return
            "component \(index + 1), \(format.percent(axis.explained)): \(direction(axis, report))"
    }

    func groupsInWords(_ report: ClusterReport) -> CardWords {
        CardWords(
            title: label(.wordsTitle),
            sub: "× = multiple of the overall mean · values are means per \(unitName(report.unit))",
            say: report.verdict != .unstable && report.verdict != .none
                ? ""
                : "\(strong: "For orientation only"): the groups are not distinct or not reproducible."
        )
    }

    func mirrorNotice(_ report: ClusterReport) -> Sentence? {
        guard let mirror = report.leadingMirror else { return nil }
        return
            "\(strong: "The groups largely mirror \(mirror.attribute)") (normalised mutual information, NMI, \(format.fixed(mirror.nmi, 2)) of 1). To find unusual devices, compare them within a group."
    }

    func profile(_ report: ClusterReport, _ context: ReportContext) -> CardWords {
        let sub = [
            "standardised difference from the overall mean, with 95 % interval",
            format.counted(report.features.count, "feature", "features"),
            shortPeriod(context.period),
        ]
        var notes = [
            "Table: group means, in brackets their differences in standard deviations · blue: above the overall mean, sand: below · two shades: from 0.3 and from 1."
        ]
        if !report.dropped.isEmpty {
            notes.append("Features left out: \(list(report.dropped.map(dropped), limit: 8)).")
        }
        if report.filled > 0 {
            notes.append(
                "\(format.counted(report.filled, "missing value was", "missing values were")) filled with the median."
            )
        }
        return CardWords(
            title: label(.profileTitle), sub: sub.joined(separator: " · "), say: profileSay(report),
            note: notes.joined(separator: " "))
    }

    private func profileSay(_ report: ClusterReport) -> Sentence {
        guard let strongest = report.strongestDifference else {
            return "No feature distinguishes a group."
        }
        let side = strongest.z < 0 ? "below" : "above"
        return
            "Group \(groupName(strongest.group)) differs most, in \(strong: feature(strongest.feature)): \(format.fixed(strongest.z.magnitude, 1)) standard deviations \(side) the overall mean."
    }

    private func dropped(_ entry: ClusterReport.Dropped) -> String {
        let name = feature(entry.feature)
        switch entry.reason {
        case .constant: return "\(name) (constant)"
        case .repeats(let other): return "\(name) (redundant with \(feature(other)))"
        case .missing(let share): return "\(name) (\(format.percent(share)) missing)"
        case .followsSampling: return "\(name) (depends on how often a device is sampled)"
        }
    }

    func profileAxis(_ unit: ClusterUnit) -> String {
        "standard deviations from the overall mean (0)"
    }
}
