import Reports
import Values

extension RussianPhrases {
    func howMany(_ report: ClusterReport) -> CardWords {
        let range = report.candidates.map(\.k)
        let span = "k = \(range.min() ?? 2)…\(range.max() ?? 2)"
        var say = howManySay(report)
        if let hopkins = report.hopkins {
            say =
                say
                + "Статистика Хопкинса \(format.fixed(hopkins, 2)): 0,5 — структуры нет, 1 — чёткие группы."
        }
        return CardWords(
            title: label(.howManyTitle),
            sub:
                "средний силуэт и инерция при \(span) · пунктир: силуэт, достижимый на данных без групп",
            say: say, note: stabilityNote(report))
    }

    private func howManySay(_ report: ClusterReport) -> Sentence {
        let scale = "по шкале от 0 (разделения нет) до 1 (чёткое)"
        switch report.numberOfGroups {
        case .asked(let shown):
            let held = reference(shown) { "; данные без групп дают до \($0)" }
            return
                "\(strong: "Задано: \(groups(shown))") — \(silhouette(shown)) \(scale)\(held)."
        case .best(let shown):
            let held = reference(shown) { "; данные без групп дают до \($0)" }
            return
                "\(strong: "Ни одно число групп не выделяется"): лучшее (\(groups(shown))) даёт \(silhouette(shown))\(held)."
        case .standsOut(let shown):
            let held =
                shown.reference.map { ", на данных без групп — не выше \(format.fixed($0, 3))" }
                ?? ""
            return
                "\(strong: "Заметнее всего разбиение на \(groups(shown))"): силуэт \(format.fixed(shown.silhouette, 3)) \(scale)\(held)."
        case nil: return ""
        }
    }

    private func groups(_ shown: ClusterReport.Candidate) -> String { counted(shown.k, .group) }

    private func silhouette(_ shown: ClusterReport.Candidate) -> String {
        "силуэт \(format.fixed(shown.silhouette, 2))"
    }

    private func stabilityNote(_ report: ClusterReport) -> String {
        guard let stability = report.stability else { return "" }
        let samples = format.counted(
            stability.resamplings, "повторная выборка", "повторные выборки", "повторных выборок")
        return
            "Устойчивость: заново кластеризовано \(samples). Согласие с этими группами (скорректированный индекс Рэнда) в среднем \(format.fixed(stability.meanARI, 2)), минимум \(format.fixed(stability.lowestARI, 2)). Воспроизведением считается значение не ниже 0,8."
    }

    func kDistances(_ report: ClusterReport) -> CardWords {
        let least = report.minSamples ?? 0
        var say: Sentence = ""
        if let eps = report.eps {
            say =
                "\(strong: "eps = \(format.figure(eps))"): \(report.unit.russian.many) ближе этого расстояния считаются соседями. По умолчанию eps берётся в точке излома кривой."
        }
        return CardWords(
            title: label(.kDistanceTitle),
            sub:
                "расстояние до \(least)-го соседа, по возрастанию · \(units(report.unitCount, report.unit))",
            say: say)
    }

    func fit(_ report: ClusterReport) -> CardWords {
        let below = report.misplacedMembers
        var say: Sentence =
            below == 0
            ? "\(strong: "Отрицательных силуэтов нет"): все ближе к своей группе, чем к чужой."
            : "\(strong: "С отрицательным силуэтом: \(counted(below, report.unit.russian))") (к чужой группе ближе, чем к своей)."
        if let loosest = report.loosestGroup {
            say = say + "Наименее компактная группа — \(groupName(loosest))."
        }
        return CardWords(
            title: label(.fitTitle),
            sub:
                "силуэты внутри групп по убыванию и среднее по группе · \(sampleSize(report.unitCount))",
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
                "\(strong: "Почти полностью"): группы повторяют \(first.attribute) (NMI \(nmi))."
        case .part:
            say =
                "\(strong: "Отчасти"): группы тесно связаны с \(first.attribute) (NMI \(nmi))."
        case .little:
            say = "\(strong: "Нет"): группы почти не связаны с \(first.attribute) (NMI \(nmi))."
        }
        let others = sorted.map { "\($0.attribute) \(format.fixed($0.nmi, 2))" }
        return CardWords(
            title: label(.mirrorTitle),
            sub:
                "\(unitNames(report.unit)) по группам и \(first.attribute) · \(sampleSize(report.unitCount))",
            say: say,
            note:
                "NMI — нормированная взаимная информация с группами, 0…1. \(list(others, limit: 8)). – : ни одного."
        )
    }

    private func unitNames(_ unit: ClusterUnit) -> String { unit.russian.many }

    func groupShort(_ index: Int, size: Int, _ unit: ClusterUnit) -> String {
        "\(groupName(index)): \(counted(size, unit.russian))"
    }

    func unitColumn(_ unit: ClusterUnit) -> String { capitalised(unit.russian.one) }

    func profilePoint(
        _ feature: String, _ group: String, _ difference: ClusterReport.Difference
    ) -> String {
        let range = fromTo(format.signed(difference.low, 2), format.signed(difference.high, 2))
        let z = "\(format.signed(difference.z, 2)) (\(range), 95 %)"
        return
            "\(group), \(feature): \(z); среднее \(format.reading(difference.mean)), по всем \(format.reading(difference.overall))"
    }

    func numberOfGroups() -> String { "число групп" }

    func strongest(_ shown: Int, of total: Int, listed: Int) -> String {
        "На графике \(format.count(shown)) из \(countedOf(total, .feature)) с наибольшими различиями; в таблице — \(total > listed ? format.count(listed) : "все")."
    }

    func sortedUnits(_ unit: ClusterUnit) -> String {
        switch unit {
        case .devices: "устройства по возрастанию"
        case .windows: "окна по возрастанию"
        case .rows: "строки по возрастанию"
        }
    }

    func noMembers() -> String { "При этом выборе показывать нечего." }

    func outliers(_ report: ClusterReport) -> CardWords {
        let far = report.farMembers.count
        let limit = format.figure(ClusterReport.Member.farDistance)
        let say: Sentence =
            far == 0
            ? "\(strong: "Выбросов нет"): все стандартизованные расстояния меньше \(limit)."
            : "\(strong: "\(format.counted(far, "выброс", "выброса", "выбросов"))") на расстоянии \(limit) и больше: рассматривайте \(far == 1 ? "его" : "их") отдельно от группы."
        return CardWords(
            title: label(.outlierTitle),
            sub:
                "стандартизованное расстояние до центра группы (робастные σ) · в скобках — доля квадрата расстояния",
            say: say)
    }

    func contributions(
        _ contributions: [ClusterReport.Member.Contribution], _ report: ClusterReport
    ) -> Sentence {
        let known = contributions.filter { report.features.indices.contains($0.feature) }
        guard let first = known.first else { return "–" }
        let name = feature(report.features[first.feature])
        let sentence: Sentence =
            "\(name) \(strong: format.reading(first.value)), медиана группы \(format.reading(first.group)) (\(format.percent(first.share)))"
        guard known.count > 1 else { return sentence }
        let others = known.dropFirst().map {
            "\(feature(report.features[$0.feature])) (\(format.percent($0.share)))"
        }
        return "\(sentence), \(others.joined(separator: ", "))"
    }

    func moves(_ moves: ClusterReport.Moves, _ report: ClusterReport) -> CardWords {
        let all = unitsOf(moves.compared, report.unit)
        let say: Sentence =
            moves.moved.isEmpty
            ? "\(strong: "Переходов между группами нет") (сравнено: \(units(moves.compared, report.unit)))."
            : "Группу сменили \(strong: "\(format.count(moves.moved.count)) из \(all)")."
        let new = moves.new > 0 ? " · новых: \(units(moves.new, report.unit))" : ""
        return CardWords(
            title: label(.movesTitle),
            sub: "группы сопоставлены по общим членам" + new, say: say)
    }

    func members(_ report: ClusterReport, shown: Int, order: ListOrder?) -> CardWords {
        let scope =
            report.members.count < report.unitCount
            ? "первые \(format.count(report.members.count)) из \(unitsOf(report.unitCount, report.unit))"
            : units(report.unitCount, report.unit)
        return CardWords(
            title: label(.membersTitle),
            sub: "\(scope) · " + (order.map(sorted) ?? "сначала худший статус"))
    }

    func memberName(_ member: ClusterReport.Member) -> String {
        guard let owner = member.device, member.name != member.window else { return member.name }
        let name = device(owner.name, atStart: false)
        return member.window.map { name + " · " + $0 } ?? name
    }

    func memberTitle(_ member: ClusterReport.Member, _ report: ClusterReport) -> String {
        let name = memberName(member)
        let group = member.group.map { "группа \(groupName($0))" } ?? "вне групп"
        let silhouette = member.silhouette.map { ", силуэт \(format.fixed($0, 2))" } ?? ""
        return "\(name): \(group)\(silhouette)"
    }
}
