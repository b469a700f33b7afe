import Reports
import Values

extension EnglishPhrases {
    func lookAnswer(_ look: LookReport) -> Sentence {
        let count = format.counted(look.files.count, "file", "files")
        let isOne = look.files.count == 1
        let verb = isOne ? "waits" : "wait"
        let head: Sentence =
            "\(strong: "\(count) (\(format.bytes(look.byteCount))) \(verb) for your decision.")"
        let broken = look.files.filter { $0.error != nil }.map(\.name)
        guard broken.isEmpty else {
            let rest = isOne ? "." : ", so nothing can be imported: it is all or nothing."
            return head + "\(list(broken)) cannot be used\(rest)"
        }
        let files = isOne ? "it" : "they"
        return head + "This is how \(files) would be read. No data set has changed yet."
    }

    func lookPlan(_ look: LookReport) -> CardWords {
        let place =
            look.mode == .new
            ? "\(mode(.new, set: nil)) “\(look.dataset)”" : mode(look.mode, set: look.dataset)
        return CardWords(
            title: label(.lookTitle), sub: "\(format.bytes(look.byteCount)) · \(place)",
            say:
                "This page is reached only by its address. \(strong: "The files are removed on \(format.instant(look.end))") unless you import them before. A restart of the program does not affect them."
        )
    }

    func look(_ file: LookReport.File) -> CardWords {
        let parts = [format.bytes(file.bytes)] + (file.schema.map { [shape($0)] } ?? [])
        return CardWords(title: file.name, sub: parts.joined(separator: " · "))
    }

    func lookRows(_ sample: LookReport.Sample) -> String {
        let rows = format.counted(sample.rowsKept, "row", "rows")
        guard let refused = sample.rowsRefused else {
            return "the first \(rows) were read; the rest is read on import"
        }
        return rows + (refused == 0 ? ", none refused" : ", \(format.count(refused)) refused")
    }

    func lookSpan(_ range: ClosedRange<Double>?, isWhole: Bool) -> String {
        guard let range else { return covers(nil) }
        return isWhole ? period(range) : "in these rows " + period(range)
    }

    func lookDevices(_ sample: LookReport.Sample, _ origin: DeviceOrigin) -> String {
        if case .fileName = origin { return "the file is one device" }
        let devices = self.devices(sample.devices)
        guard !sample.isWhole else { return devices }
        return devices + " in the first \(format.counted(sample.rowsKept, "row", "rows"))"
    }

    func cellType(_ type: ColumnType) -> String {
        switch type {
        case .number(let notation):
            if notation.decimalComma { return "numbers with a decimal comma" }
            return notation.isInteger ? "whole numbers" : "numbers"
        case .time(let time):
            return time.pattern.isEmpty ? "times" : "times: \(timePattern(time.pattern))"
        case .flag: return "yes or no"
        case .text: return "text"
        }
    }

    func columnsLeftOut(_ count: Int) -> String {
        "\(format.counted(count, "further column is", "further columns are")) not shown."
    }
}
