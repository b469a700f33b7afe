import Reports
import Values

extension RussianPhrases {
    func groupWords(_ group: ClusterReport.Group, _ report: ClusterReport) -> Sentence {
        let distinctive = report.distinctiveFeatures(of: group)
        if !group.sends.isEmpty {
            return "передают \(strong: list(group.sends.map(\.name)))."
        }
        guard !distinctive.isEmpty else { return "По всем признакам близка к общему среднему." }
        let parts = distinctive.prefix(3).map { difference($0.feature, $0.difference) }
        var sentence = Sentence()
        for (index, part) in parts.enumerated() {
            sentence = index == 0 ? part : "\(sentence); \(part)"
        }
        return "\(sentence)."
    }

    /// `comp3 ×2,9, 3,7` for what is counted, `среднее pressure 104 против 100` for readings.
    private func difference(
        _ kind: FeatureKind, _ difference: ClusterReport.Difference
    ) -> Sentence {
        let name = feature(kind)
        switch GroupContrast(kind, difference) {
        case .absent: return "\(strong: name): нет"
        case .alone(let mean): return "\(strong: name) \(format.figure(mean))"
        case .times(let ratio, let mean):
            return "\(strong: "\(name) ×\(factor(ratio))"), \(format.figure(mean))"
        case .sent(let metric, share: 1...): return "\(strong: metric.name) передают все"
        case .sent(let metric, share: ...0): return "\(strong: metric.name) не передаётся"
        case .sent(let metric, let share):
            return "\(strong: metric.name) передают \(format.percent(share))"
        case .against(let mean, let overall, let z):
            let (own, all) = apart(mean, overall)
            return "\(strong: "\(name) \(own)") против \(all) (\(format.signed(z, 1)) σ)"
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
            parts.append("силуэт \(format.fixed(silhouette, 2))")
        }
        if let recovery = group.recovery { parts.append(self.recovery(recovery)) }
        return parts.isEmpty ? "" : parts.joined(separator: "; ") + "."
    }

    func map(
        _ report: ClusterReport, _ context: ReportContext, features: [FeatureKind]
    ) -> CardWords {
        let count = countedOf(report.features.count, .feature)
        let basis =
            features.count < 2
            ? "главные компоненты \(count), масштабирование \(scaling(report.choice.scaling))"
            : "два из \(count), по которым найдены группы"
        let sub = [
            basis,
            units(report.unitCount, report.unit), shortPeriod(context.period), method(report),
        ].filter { !$0.isEmpty }
        let title =
            switch report.unit {
            case .devices: "Карта устройств"
            case .windows: "Карта окон"
            case .rows: "Карта строк"
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
                    ? "группы по передаваемым показаниям"
                    : "группы найдены по отдельным признакам, seed \(report.seed)"
            }
            return report.groups.isEmpty
                ? "" : "KMeans, k = \(report.k), k-means++, seed \(report.seed)"
        case .hdbscan:
            return "HDBSCAN" + (report.minSamples.map { ", мин. размер группы \($0)" } ?? "")
        case .dbscan:
            let eps = report.eps.map { ", eps \(format.figure($0))" } ?? ""
            let least = report.minSamples.map { ", мин. соседей \($0)" } ?? ""
            return "DBSCAN\(eps)\(least)"
        }
    }

    private func mapSay(_ report: ClusterReport) -> Sentence {
        guard let first = report.axes.first else { return "" }
        var sentence: Sentence = "Правее — \(strong: direction(first, report))"
        var explained = first.explained
        if report.axes.count > 1 {
            sentence = "\(sentence). Выше — \(strong: direction(report.axes[1], report))"
            explained += report.axes[1].explained
        }
        let head =
            report.axes.count > 1 ? "Две компоненты объясняют" : "Эта компонента объясняет"
        return "\(sentence). \(head) \(format.percent(explained)) дисперсии."
    }

    private func mapSay(_ features: [FeatureKind], _ report: ClusterReport) -> Sentence {
        guard let better = report.better(of: features), !report.groups.isEmpty else { return "" }
        let name = capitalised(feature(better.feature))
        let all = countedOf(report.features.count, .feature)
        return better.rank == 0
            ? "\(strong: name) — признак, который лучше всего разделяет группы."
            : "\(strong: name) — \("\(better.rank + 1)")-й из \(all) по способности разделять группы."
    }

    /// `больше comp3, меньше pressure`.
    private func direction(_ axis: ClusterReport.Axis, _ report: ClusterReport) -> String {
        let parts = axis.loadings.prefix(2).compactMap { loading -> String? in
            guard report.features.indices.contains(loading.feature) else { return nil }
            return (loading.value < 0 ? "меньше: " : "больше: ")
                + feature(report.features[loading.feature])
        }
        return parts.joined(separator: ", ")
    }

    func axisTitle(_ index: Int, _ report: ClusterReport) -> String {
        guard report.axes.indices.contains(index) else { return "компонента \(index + 1)" }
        let axis = report.axes[index]
        return
            "компонента \(index + 1), \(format.percent(axis.explained)): \(direction(axis, report))"
    }

    func groupsInWords(_ report: ClusterReport) -> CardWords {
        CardWords(
            title: label(.wordsTitle),
            sub: "× — кратность общему среднему · значения — средние на \(unitName(report.unit))",
            say: report.verdict != .unstable && report.verdict != .none
                ? ""
                : "\(strong: "Только для обзора"): группы нечёткие или не воспроизводятся.")
    }

    func mirrorNotice(_ report: ClusterReport) -> Sentence? {
        guard let mirror = report.leadingMirror else { return nil }
        return
            "\(strong: "Группы в основном повторяют \(mirror.attribute)") (нормированная взаимная информация, NMI, \(format.fixed(mirror.nmi, 2)) из 1). Чтобы найти необычные устройства, сравнивайте их внутри группы."
    }

    func profile(_ report: ClusterReport, _ context: ReportContext) -> CardWords {
        let sub = [
            "стандартизованное отличие от общего среднего с доверительным интервалом 95 %",
            counted(report.features.count, .feature),
            shortPeriod(context.period),
        ]
        var notes = [
            "Таблица: средние по группам, в скобках — их отличия в стандартных отклонениях · синий — выше общего среднего, песочный — ниже · два оттенка: от 0,3 и от 1."
        ]
        if !report.dropped.isEmpty {
            notes.append("Исключённые признаки: \(list(report.dropped.map(dropped), limit: 8)).")
        }
        if report.filled > 0 {
            let values = format.counted(
                report.filled, "пропущенное значение", "пропущенных значения",
                "пропущенных значений")
            notes.append("Заполнено медианой: \(values).")
        }
        return CardWords(
            title: label(.profileTitle), sub: sub.joined(separator: " · "), say: profileSay(report),
            note: notes.joined(separator: " "))
    }

    private func profileSay(_ report: ClusterReport) -> Sentence {
        guard let strongest = report.strongestDifference else {
            return "Ни один признак не отличает ни одну из групп."
        }
        let side = strongest.z < 0 ? "ниже" : "выше"
        return
            "Сильнее всех отличается группа \(groupName(strongest.group)), признак \(strong: feature(strongest.feature)): на \(format.fixed(strongest.z.magnitude, 1)) стандартного отклонения \(side) общего среднего."
    }

    private func dropped(_ entry: ClusterReport.Dropped) -> String {
        let name = feature(entry.feature)
        switch entry.reason {
        case .constant: return "\(name) (не меняется)"
        case .repeats(let other): return "\(name) (дублирует: \(feature(other)))"
        case .missing(let share): return "\(name) (пропущено \(format.percent(share)))"
        case .followsSampling: return "\(name) (зависит от частоты опроса устройства)"
        }
    }

    func profileAxis(_ unit: ClusterUnit) -> String {
        "стандартные отклонения от общего среднего (0)"
    }
}
