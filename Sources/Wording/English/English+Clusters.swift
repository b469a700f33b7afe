import Reports
import Values

extension EnglishPhrases {
    func clusterQuestion(_ unit: ClusterUnit) -> String {
        switch unit {
        case .devices: "Which devices behave alike, and can the groups be trusted?"
        case .windows: "Which stretches of time are alike, and can the groups be trusted?"
        case .rows: "Which rows are alike, and can the groups be trusted?"
        }
    }

    func units(_ count: Int, _ unit: ClusterUnit) -> String {
        switch unit {
        case .devices: devices(count)
        case .windows(let width):
            format.counted(count, "window", "windows") + " of " + windowLength(width)
        case .rows: format.counted(count, "row", "rows")
        }
    }

    private func windowLength(_ width: TimeStep) -> String {
        switch width {
        case .hour: "an hour"
        case .day: "a day"
        case .week: "a week"
        case .month: "a month"
        case .width(let width): format.length(width)
        }
    }

    func unitName(_ unit: ClusterUnit) -> String {
        switch unit {
        case .devices: "device"
        case .windows: "window"
        case .rows: "row"
        }
    }

    func unitNames(_ unit: ClusterUnit) -> String { unitName(unit) + "s" }

    func clusterAnswer(_ report: ClusterReport) -> Sentence {
        let all = units(report.unitCount, report.unit)
        switch report.verdict {
        case .groups: return groupsAnswer(report)
        case .partial: return partialAnswer(report)
        case .unstable:
            return
                "\(strong: "No reliable groups.") The split of the \(all) is not distinct or not reproducible\(returned(report)). Use it as a view of the data only."
        case .none:
            return
                "\(strong: "No distinct groups"): the \(all) form a single cloud\(quality(report)).\(lonersAnswer(report))"
        case .tooFewUnits:
            return
                "\(strong: "\(capitalised(all)) \(report.unitCount == 1 ? "is" : "are") too few to form groups.") Widen the filter or add files."
        case .noFeatures:
            return
                "\(strong: "The \(unitNames(report.unit)) cannot be compared"): no reading and no event varies among them. Choose other features or add a telemetry file."
        }
    }

    private func groupsAnswer(_ report: ClusterReport) -> Sentence {
        let count = capitalised(numberWord(report.groups.count))
        let noun = report.groups.count == 1 ? "group" : "groups"
        var sentence: Sentence =
            "\(strong: "\(count) \(noun)") of \(units(report.unitCount, report.unit))"
        let features = report.leadingFeatures.map(feature)
        if !features.isEmpty { sentence = "\(sentence), separated mainly by \(list(features))" }
        sentence = "\(sentence)."
        if let stability = report.stability {
            sentence =
                sentence
                + "They were reproduced in \(strong: "\(format.count(stability.returned)) of \(format.count(stability.resamplings))") resamplings"
            if let mirror = report.leadingMirror {
                sentence =
                    "\(sentence), but largely mirror \(mirror.attribute) (NMI \(format.fixed(mirror.nmi, 2)))"
            }
            sentence = "\(sentence)."
        }
        if report.noise > 0 {
            sentence =
                sentence
                + "\(capitalised(units(report.noise, report.unit))) \(report.noise == 1 ? "belongs" : "belong") to no group."
        }
        return sentence
    }

    private func returned(_ report: ClusterReport) -> String {
        guard let stability = report.stability else { return "" }
        return
            " (reproduced in \(format.count(stability.returned)) of \(format.count(stability.resamplings)) resamplings)"
    }

    private func quality(_ report: ClusterReport) -> String {
        var parts: [String] = []
        if let silhouette = report.silhouette {
            let limit = report.candidates.first { $0.k == report.k }?.reference
            let held = limit.map { ", data without groups can reach \(format.fixed($0, 2))" }
            parts.append("silhouette \(format.fixed(silhouette, 2))\(held ?? "")")
        }
        if let hopkins = report.hopkins {
            parts.append("Hopkins statistic \(format.fixed(hopkins, 2)), 0.5 means no structure")
        }
        return parts.isEmpty ? "" : " (" + parts.joined(separator: "; ") + ")"
    }

    func numberWord(_ count: Int) -> String {
        let words = [
            "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        ]
        return words.indices.contains(count) ? words[count] : format.count(count)
    }

    func algorithm(_ algorithm: ClusterChoice.Algorithm) -> String {
        switch algorithm {
        case .kmeans: "KMeans"
        case .hdbscan: "HDBSCAN"
        case .dbscan: "DBSCAN"
        }
    }

    func scaling(_ scaling: ClusterChoice.Scaling) -> String {
        switch scaling {
        case .standard: "standard"
        case .robust: "robust"
        }
    }

    func featureSet(_ set: ClusterChoice.FeatureSet, count: Int?) -> String {
        let name =
            switch set {
            case .all: "all"
            case .readings: "readings"
            case .events: "events"
            }
        return count.map { "\(name) (\($0))" } ?? name
    }

    func units(_ units: ClusterChoice.Units) -> String {
        switch units {
        case .automatic: "automatic"
        case .devices: "devices"
        case .windows: "windows of time"
        }
    }

    func component(_ index: Int) -> String { "component \(index + 1)" }

    func standardized(_ difference: ClusterReport.Difference) -> String {
        guard difference.low < difference.high else { return format.signed(difference.z, 2) }
        return
            "\(format.signed(difference.z, 2)) (\(format.signed(difference.low, 2)) to \(format.signed(difference.high, 2)))"
    }

    func automaticGroups(_ count: Int) -> String {
        count > 0 ? "automatic (\(count))" : "automatic"
    }

    func automatic(_ value: Double?) -> String {
        value.map { "automatic (\(format.figure($0)))" } ?? "automatic"
    }

    func groupName(_ index: Int?) -> String {
        groupLetter(index) ?? "none"
    }

    func groupHeading(_ index: Int, size: Int, _ unit: ClusterUnit) -> String {
        let noun = size == 1 ? unitName(unit) : unitNames(unit)
        return "\(groupName(index)) · \(format.count(size)) \(noun)"
    }
}
