import Reports
import Values

extension RussianPhrases {
    func compareAnswer(_ report: ComparisonReport) -> Sentence {
        let lacking = missing(report)
        guard !report.readings.isEmpty || !report.events.isEmpty else {
            let nothing: Sentence =
                "Сравнивать нечего: нет ни показателей, ни событий, известных обеим сторонам."
            return lacking.isEmpty ? nothing : lacking
        }
        if report.group?.devices == 0 {
            return lacking + "Других устройств этой группы нет, сравнить не с чем."
        }
        guard report.isTested else {
            return lacking + "На одной из сторон слишком мало показаний, чтобы судить о различиях."
        }
        let reading = report.readings.first { $0.surest != nil }.map { said($0, report) }
        let events = report.events.first { $0.surest != nil }.map { said($0, report) }
        let found = [reading, events].compactMap(\.self)
        guard !found.isEmpty else {
            return lacking
                + "\(strong: "Различий сверх случайных нет"): \(bothSides(report)). Сравнено: \(compared(report))."
                + untested(report)
        }
        return found.reduce(lacking, +) + rest(report) + untested(report)
    }

    private func missing(_ report: ComparisonReport) -> Sentence {
        guard !report.missing.isEmpty else { return "" }
        let names = list(report.missing.map { device($0, atStart: false) })
        switch report.alignment.event {
        case nil: return "Нет в данных: \(names)."
        case let kind?: return "Нет в данных или нет события «\(kind.russian.one)»: \(names)."
        }
    }

    private func said(_ reading: ComparisonReport.Reading, _ report: ComparisonReport) -> Sentence {
        guard let place = reading.surestPlace, let difference = reading.surest else { return "" }
        let name = reading.metric.name
        let size = format.reading(abs(difference.value), reading.metric)
        switch report.against {
        case .period:
            let moved = difference.value > 0 ? "больше" : "меньше"
            return
                "\(strong: "\(name): на \(size) \(moved)"), \(format.reading(reading.means[1])) вместо \(format.reading(reading.means[0]))."
        case .devices:
            let how = difference.value > 0 ? "выше" : "ниже"
            return
                "\(strong: "\(name): у \(sideName(report, place + 1)) на \(size) \(how)"), чем у \(sideName(report, 0))."
        case .group:
            let how = difference.value > 0 ? "выше" : "ниже"
            return
                "\(strong: "\(name): у \(sideName(report, 0)) на \(size) \(how)") медианы (\(sideName(report, 1))); между собой они различаются меньше."
        }
    }

    private func said(_ events: ComparisonReport.Events, _ report: ComparisonReport) -> Sentence {
        guard let place = events.surestPlace else {
            return ""
        }
        let (first, other) = (
            format.figure(events.counts[0]), format.figure(events.counts[place + 1])
        )
        let name = code(events.code)
        switch report.against {
        case .period: return "\(strong: name): событий \(other), до этого \(first)."
        case .devices:
            return
                "\(strong: name): событий у \(sideName(report, place + 1)) \(other), у \(sideName(report, 0)) \(first)."
        case .group: return "\(strong: name): событий \(first), у остальных в среднем \(other)."
        }
    }

    /// How many things differ, and how many do not.
    private func rest(_ report: ComparisonReport) -> Sentence {
        let all = [
            share("показателей", report.readings.map { $0.surest != nil }),
            share("кодов", report.events.filter(\.isTested).map { $0.surest != nil }),
        ].compactMap(\.self).joined(separator: ", ")
        return "\(periods(report))Сверх случайного: \(all)."
    }

    private func share(_ name: String, _ differ: [Bool]) -> String? {
        guard !differ.isEmpty else { return nil }
        return "\(name) \(format.count(differ.count { $0 })) из \(format.count(differ.count))"
    }

    private func untested(_ report: ComparisonReport) -> Sentence {
        let codes = report.events.count { !$0.isTested }
        guard codes > 0 else { return "" }
        return "Не сравнивалось: \(counted(codes, .code)), журнал не охватывает обе стороны."
    }

    private func periods(_ report: ComparisonReport) -> String {
        guard report.against == .period else { return "" }
        return "\(capitalised(sideName(report, 1))) в сравнении с \(sideName(report, 0)). "
    }

    private func compared(_ report: ComparisonReport) -> String {
        let codes = report.events.count(where: \.isTested)
        let parts = [
            report.readings.isEmpty ? nil : counted(report.readings.count, .reading),
            codes == 0 ? nil : counted(codes, .code),
        ].compactMap(\.self)
        return list(parts)
    }

    private func bothSides(_ report: ComparisonReport) -> String {
        let names = report.sides.indices.map { sideName(report, $0) }
        let all = report.against == .group ? names + [sideName(report, 1)] : names
        return list(all)
    }

    func compareLines(_ report: ComparisonReport, shown: Int) -> CardWords {
        let found = report.readings.prefix { $0.surest != nil }.map(\.metric.name)
        let say: Sentence =
            found.isEmpty
            ? "Ни один показатель не различается сверх случайного."
            : "Сверх случайного различается: \(strong: list(Array(found.prefix(4)))); наибольшее различие первым."
        let note =
            shown < report.readings.count
            ? "Показано \(format.count(shown)) из \(countedOf(report.readings.count, .reading))."
            : ""
        return CardWords(
            title: "Показатели друг на друге",
            sub:
                "средние за \(accusative(format.measured(report.step))) · у каждого показателя своя шкала, не от 0",
            say: say, note: note)
    }

    func compareReadings(_ report: ComparisonReport) -> CardWords {
        let how =
            report.against == .group
            ? "расстояние от медианы остальных, по интервалу предсказания для ещё одного устройства"
            : "средние за отрезки: \(format.length(report.block)), попарно (t-критерий)"
        return CardWords(
            title: "Сравнение показателей", sub: how + " · q с поправкой на все сравнения",
            say: "",
            note: report.against == .group
                ? "" : "Похожие соседние отрезки считаются за меньшее их число.")
    }

    func compareEvents(_ report: ComparisonReport) -> CardWords {
        CardWords(
            title: "Сравнение событий",
            sub:
                "число событий каждого кода · точный критерий для двух частот с поправкой на серии",
            say: report.events.contains { $0.surest != nil }
                ? "" : "Ни один код не чаще на одной стороне сверх случайного.",
            note: report.events.contains {
                $0.counts.contains { $0 > 0 } && $0.ratios.contains { $0 == nil }
            }
                ? "– : журнал не охватывает обе стороны." : "")
    }

    func compareChanges(_ report: ComparisonReport) -> CardWords {
        let devices = Set(report.changes.map(\.device)).count
        return CardWords(
            title: "Устройства с наибольшими изменениями",
            sub: "среднее за каждый период · самые надёжные первыми",
            say: report.changes.isEmpty
                ? "Ни у одного устройства показатели не изменились сверх случайного."
                : "Показатели изменились сверх случайного у \(strong: countedOf(devices, .device))."
        )
    }

    func sideName(_ report: ComparisonReport, _ side: Int) -> String {
        if report.against == .group, side == 1 {
            guard let group = report.group else { return "группа" }
            let count = "остальные устройства: \(format.count(group.devices))"
            guard let attribute = group.attribute else { return count }
            return count + ", \(attribute) \(group.value)"
        }
        guard report.sides.indices.contains(side) else { return NumberFormat.missing }
        let own = report.sides[side]
        if report.against != .period, let device = own.device { return device.name }
        guard let range = ClosedRange(from: own.from, to: own.to) else {
            return NumberFormat.missing
        }
        switch format.ends(range.lowerBound, range.upperBound, format.shortMoment) {
        case .one(let text): return text
        case .two(let low, let high): return "\(low) – \(high)"
        }
    }

    func offsetTitle(_ report: ComparisonReport, _ unit: Length.Unit) -> String {
        let units = format.words.forms(of: unit).last ?? ""
        guard report.against == .devices else { return units + " от начала каждого периода" }
        switch report.alignment {
        case .failure: return units + " от последнего отказа"
        case .repair: return units + " от последнего ремонта"
        case .start: return units + " от первого показания"
        case .time: return units
        }
    }

    func ratio(_ ratio: ComparisonReport.Ratio?, _ report: ComparisonReport) -> String {
        guard let ratio, !ratio.value.isNaN else { return NumberFormat.missing }
        if ratio.value.isFinite { return "× " + format.figure(ratio.value) }
        return switch report.against {
        case .period: "впервые"
        case .devices: "только здесь"
        case .group: "только у него"
        }
    }

    func limits(_ ratio: ComparisonReport.Ratio?) -> String {
        guard let ratio, !ratio.low.isNaN else { return NumberFormat.missing }
        guard ratio.high.isFinite else { return "× \(format.figure(ratio.low)) и больше" }
        return "× " + fromTo(format.figure(ratio.low), format.figure(ratio.high))
    }

    func againstOption(_ against: ComparisonQuestion.Against) -> String {
        switch against {
        case .period: "с периодом до этого"
        case .devices: "между собой"
        case .group: "со своей группой"
        }
    }

    func alignmentOption(_ alignment: ComparisonQuestion.Alignment) -> String {
        switch alignment {
        case .time: "то же время"
        case .start: "первое показание"
        case .failure: "последний отказ"
        case .repair: "последний ремонт"
        }
    }

    func groupOption(_ attribute: String?) -> String {
        attribute.map { "то же: \($0)" } ?? "все устройства"
    }
}
