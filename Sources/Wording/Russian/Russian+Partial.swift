import Reports
import Values

/// Groups that stand apart in single features.
extension RussianPhrases {
    func partialAnswer(_ report: ClusterReport) -> Sentence {
        if report.isOfKinds { return kindsAnswer(report) }
        let parts = report.partialGroups.enumerated().map { place, part in
            let count = place == 0 ? units(part.count, report.unit) : format.count(part.count)
            guard let kind = part.carrier else { return count }
            return "\(count)\(place == 0 ? "" : " —") по признаку «\(carrier(kind))»"
        }
        var sentence: Sentence = "\(strong: "Держатся вместе: \(list(parts)).")"
        if report.sharedUnits > 0 {
            sentence =
                sentence + "Сразу в двух группах: \(units(report.sharedUnits, report.unit))."
        }
        sentence = "\(sentence)\(lonersAnswer(report))"
        if report.alikeUnits > 0 {
            sentence =
                sentence
                + "Остальные (\(format.count(report.alikeUnits))) похожи друг на друга."
        }
        guard let least = report.leastRecovery else { return sentence }
        let share =
            "\(format.count(least.returned)) из \(format.count(least.resamplings)) повторных выборок"
        return sentence
            + (report.groups.count == 1
                ? "Группа воспроизвелась в \(share)."
                : least.returned == least.resamplings
                    ? "Каждая группа воспроизвелась во всех повторных выборках (\(format.count(least.resamplings)))."
                    : "Каждая группа воспроизвелась не реже чем в \(share).")
    }

    /// `Видов устройств по передаваемым показаниям: 3. 20 — vibration, flow и pressure; ...`
    private func kindsAnswer(_ report: ClusterReport) -> Sentence {
        let kinds = report.groups.map { group in
            "\(format.count(group.size)) — \(list(group.sends.map(\.name), limit: 3))"
        }
        let sentence: Sentence =
            "\(strong: "Видов устройств по передаваемым показаниям: \(format.count(report.groups.count))"). \(kinds.joined(separator: "; "))."
        guard report.noise > 0 else { return sentence }
        return sentence + "Вне этих видов: \(units(report.noise, report.unit))."
    }

    /// Units that stand alone, as a sentence behind another; nothing without any.
    func lonersAnswer(_ report: ClusterReport) -> Sentence {
        let named = report.namedLoners.map { "\(memberName($0.member)) (\(carrier($0.feature)))" }
        guard !named.isEmpty else { return "" }
        let more = report.loners.count - named.count
        return " Стоят особняком: \(list(named + (more > 0 ? ["ещё \(format.count(more))"] : [])))."
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
        "воспроизвелась в \(format.count(recovery.returned)) из \(format.count(recovery.resamplings)) повторных выборок"
    }
}
