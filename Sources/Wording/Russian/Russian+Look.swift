import Reports
import Values

extension RussianPhrases {
    func lookAnswer(_ look: LookReport) -> Sentence {
        let count = look.files.count
        let verb = agree(count, "Ждёт", "Ждут")
        let head: Sentence =
            "\(strong: "\(verb) решения: \(counted(count, .file)), \(format.bytes(look.byteCount)).")"
        let broken = look.files.filter { $0.error != nil }.map(\.name)
        guard broken.isEmpty else {
            let rest = count == 1 ? "." : ". Импортируются либо все файлы, либо ни один."
            return head + "Использовать нельзя: \(list(broken))\(rest)"
        }
        let words = count == 1 ? "Так он будет прочитан" : "Так они будут прочитаны"
        return head + "\(words). Ни один набор пока не изменён."
    }

    func lookPlan(_ look: LookReport) -> CardWords {
        let place =
            look.mode == .new
            ? "\(mode(.new, set: nil)) «\(look.dataset)»" : mode(look.mode, set: look.dataset)
        return CardWords(
            title: label(.lookTitle), sub: "\(format.bytes(look.byteCount)) · \(place)",
            say:
                "Эта страница доступна только по её адресу. \(strong: "Файлы будут удалены \(format.instant(look.end))"), если не импортировать их раньше. Перезапуск программы на них не влияет."
        )
    }

    func look(_ file: LookReport.File) -> CardWords {
        let parts = [format.bytes(file.bytes)] + (file.schema.map { [shape($0)] } ?? [])
        return CardWords(title: file.name, sub: parts.joined(separator: " · "))
    }

    func lookRows(_ sample: LookReport.Sample) -> String {
        let rows = counted(sample.rowsKept, .row)
        guard let refused = sample.rowsRefused else {
            return "прочитано начало файла: \(rows); остальное — при приёме"
        }
        let end = refused == 0 ? "ничего не отклонено" : "отклонено: \(format.count(refused))"
        return "\(rows), \(end)"
    }

    func lookSpan(_ range: ClosedRange<Double>?, isWhole: Bool) -> String {
        guard let range else { return covers(nil) }
        return isWhole ? period(range) : "в этих строках " + period(range)
    }

    func lookDevices(_ sample: LookReport.Sample, _ origin: DeviceOrigin) -> String {
        if case .fileName = origin { return "файл — одно устройство" }
        let devices = self.devices(sample.devices)
        guard !sample.isWhole else { return devices }
        return devices + " в начале файла (\(counted(sample.rowsKept, .row)))"
    }

    func cellType(_ type: ColumnType) -> String {
        switch type {
        case .number(let notation):
            if notation.decimalComma { return "числа с десятичной запятой" }
            return notation.isInteger ? "целые числа" : "числа"
        case .time(let time):
            return time.pattern.isEmpty ? "время" : "время: \(timePattern(time.pattern))"
        case .flag: return "да или нет"
        case .text: return "текст"
        }
    }

    func columnsLeftOut(_ count: Int) -> String {
        "Здесь не показано: ещё \(counted(count, .column))."
    }
}
