import Values

/// The Russian phrase table.
struct RussianPhrases: PhraseTable {
    /// How numbers and times are written.
    let format: Formatting

    /// The language of the table.
    let language = Language.ru

    /// Makes a table for one data set's numbers and times.
    init(format: Formatting) {
        self.format = format
    }

    /// A part of a sentence at its beginning. Names from the files, which are seldom Cyrillic, keep
    /// their letters.
    func capitalised(_ text: String) -> String {
        guard let first = text.unicodeScalars.first, (0x400...0x4FF).contains(first.value) else {
            return text
        }
        return text.prefix(1).uppercased() + text.dropFirst()
    }

    /// `a`, `a и b`, `a, b и c`; beyond the limit "и ещё 3".
    func list(_ items: [String], limit: Int = 6) -> String {
        sentenceList(items.map { Sentence(stringLiteral: $0) }, limit: limit).plain
    }

    /// The same of parts that may be links.
    func sentenceList(_ items: [Sentence], limit: Int = 6) -> Sentence {
        let rest = "ещё \(format.count(items.count - limit))"
        return joined(items, limit: limit, rest: rest, and: " и ")
    }

    /// Devices by their bare names, each with its link.
    func deviceList(_ devices: [DeviceRef], limit: Int = 6) -> Sentence {
        sentenceList(devices.map { "\($0, as: $0.name)" }, limit: limit)
    }

    /// The same inside a sentence: `устройство 1`, `устройства 1, 2 и 3`, or names as they are.
    func namedList(_ devices: [DeviceRef], limit: Int = 6) -> Sentence {
        guard let first = devices.first, isBareNumber(first.name) else {
            return deviceList(devices, limit: limit)
        }
        let noun = devices.count == 1 ? "устройство" : "устройства"
        return "\(noun) \(deviceList(devices, limit: limit))"
    }

    /// A device in the middle of a sentence.
    func named(_ device: DeviceRef) -> Sentence {
        "\(device, as: self.device(device.name, atStart: false))"
    }

    /// A device at the beginning of a sentence.
    func starting(_ device: DeviceRef) -> Sentence {
        "\(device, as: self.device(device.name, atStart: true))"
    }

    /// A code's name beside its kind where the name alone says nothing: `код 12`.
    func code(_ code: CodeRef) -> String {
        if code.name.isEmpty { return events(code.kind, 1) + " без кода" }
        return isBareNumber(code.name) ? "код " + code.name : code.name
    }

    /// `примерно вдвое больше обычного (14)`, `столько же, сколько обычно`.
    func compared(_ value: Double, with ordinary: Double) -> String {
        let figure = format.figure(ordinary)
        return switch Comparison(value, with: ordinary) {
        case .none, .other: "обычно \(figure)"
        case .same: "столько же, сколько обычно"
        case .twice: "примерно вдвое больше обычного (\(figure))"
        case .threeTimes: "примерно втрое больше обычного (\(figure))"
        case .half: "примерно вдвое меньше обычного (\(figure))"
        case .about: "примерно как обычно (\(figure))"
        }
    }
}
