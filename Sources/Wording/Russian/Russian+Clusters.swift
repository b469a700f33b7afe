import Reports
import Values

extension ClusterUnit {
    /// The unit's noun.
    var russian: RussianNoun {
        switch self {
        case .devices: .device
        case .windows: .window
        case .rows: .row
        }
    }
}

extension RussianPhrases {
    func clusterQuestion(_ unit: ClusterUnit) -> String {
        switch unit {
        case .devices: "Какие устройства ведут себя похоже и можно ли доверять этим группам?"
        case .windows: "Какие отрезки времени похожи и можно ли доверять этим группам?"
        case .rows: "Какие строки похожи и можно ли доверять этим группам?"
        }
    }

    func units(_ count: Int, _ unit: ClusterUnit) -> String {
        counted(count, unit.russian) + windowLength(unit)
    }

    /// The same in the genitive.
    func unitsOf(_ count: Int, _ unit: ClusterUnit) -> String {
        countedOf(count, unit.russian) + windowLength(unit)
    }

    private func windowLength(_ unit: ClusterUnit) -> String {
        guard case .windows(let width) = unit else { return "" }
        switch width {
        case .hour: return " по часу"
        case .day: return " по дню"
        case .week: return " по неделе"
        case .month: return " по месяцу"
        case .width(let width): return " по " + accusative(format.measured(width))
        }
    }

    func unitName(_ unit: ClusterUnit) -> String {
        switch unit {
        case .devices: "устройство"
        case .windows: "окно"
        // Behind `на`, where it is feminine.
        case .rows: "строку"
        }
    }

    private func unitNames(_ unit: ClusterUnit) -> String {
        switch unit {
        case .devices: "устройства"
        case .windows: "окна"
        case .rows: "строки"
        }
    }

    func clusterAnswer(_ report: ClusterReport) -> Sentence {
        let all = unitsOf(report.unitCount, report.unit)
        switch report.verdict {
        case .groups: return groupsAnswer(report)
        case .partial: return partialAnswer(report)
        case .unstable:
            return
                "\(strong: "Надёжных групп нет.") Разбиение \(all) нечёткое или невоспроизводимое\(returned(report)). Используйте его только для обзора."
        case .none:
            return
                "\(strong: "Чётких групп нет"): \(unitNames(report.unit)) образуют одно облако\(quality(report)).\(lonersAnswer(report))"
        case .tooFewUnits:
            return
                "\(strong: "\(capitalised(units(report.unitCount, report.unit))) — слишком мало, чтобы образовать группы.") Расширьте фильтр или добавьте файлы."
        case .noFeatures:
            return
                "\(strong: "Сравнивать нечего"): \(unitNames(report.unit)) не различаются ни показаниями, ни событиями. Выберите другие признаки или добавьте файл телеметрии."
        }
    }

    private func groupsAnswer(_ report: ClusterReport) -> Sentence {
        let count = counted(report.groups.count, .group)
        var sentence: Sentence =
            "\(strong: count) из \(unitsOf(report.unitCount, report.unit))"
        let features = report.leadingFeatures.map(feature)
        if !features.isEmpty { sentence = "\(sentence), главные различия — \(list(features))" }
        sentence = "\(sentence)."
        if let stability = report.stability {
            let share =
                "\(format.count(stability.returned)) из \(format.count(stability.resamplings))"
            sentence = sentence + "Разбиение воспроизвелось в \(strong: share) повторных выборок"
            if let mirror = report.leadingMirror {
                sentence =
                    "\(sentence), но в основном повторяет \(mirror.attribute) (NMI \(format.fixed(mirror.nmi, 2)))"
            }
            sentence = "\(sentence)."
        }
        if report.noise > 0 {
            sentence = sentence + "Вне групп: \(units(report.noise, report.unit))."
        }
        return sentence
    }

    private func returned(_ report: ClusterReport) -> String {
        guard let stability = report.stability else { return "" }
        return
            " (воспроизвелось в \(format.count(stability.returned)) из \(format.count(stability.resamplings)) повторных выборок)"
    }

    private func quality(_ report: ClusterReport) -> String {
        var parts: [String] = []
        if let silhouette = report.silhouette {
            let limit = report.candidates.first { $0.k == report.k }?.reference
            let held = limit.map { ", данные без групп дают до \(format.fixed($0, 2))" }
            parts.append("силуэт \(format.fixed(silhouette, 2))\(held ?? "")")
        }
        if let hopkins = report.hopkins {
            parts.append(
                "статистика Хопкинса \(format.fixed(hopkins, 2)), 0,5 — структуры нет")
        }
        return parts.isEmpty ? "" : " (" + parts.joined(separator: "; ") + ")"
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
        case .standard: "стандартное"
        case .robust: "робастное"
        }
    }

    func featureSet(_ set: ClusterChoice.FeatureSet, count: Int?) -> String {
        let name =
            switch set {
            case .all: "все"
            case .readings: "показания"
            case .events: "события"
            }
        return count.map { "\(name) (\($0))" } ?? name
    }

    func units(_ units: ClusterChoice.Units) -> String {
        switch units {
        case .automatic: "автоматически"
        case .devices: "устройства"
        case .windows: "окна времени"
        }
    }

    func component(_ index: Int) -> String { "компонента \(index + 1)" }

    func standardized(_ difference: ClusterReport.Difference) -> String {
        guard difference.low < difference.high else { return format.signed(difference.z, 2) }
        return
            "\(format.signed(difference.z, 2)) (\(fromTo(format.signed(difference.low, 2), format.signed(difference.high, 2))))"
    }

    func automaticGroups(_ count: Int) -> String {
        count > 0 ? "автоматически (\(count))" : "автоматически"
    }

    func automatic(_ value: Double?) -> String {
        value.map { "авто (\(format.figure($0)))" } ?? "авто"
    }

    func groupName(_ index: Int?) -> String { groupLetter(index) ?? "нет" }

    func groupHeading(_ index: Int, size: Int, _ unit: ClusterUnit) -> String {
        "\(groupName(index)) · \(counted(size, unit.russian))"
    }
}
