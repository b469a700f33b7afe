import Values

/// The English phrase table.
struct EnglishPhrases: PhraseTable {
    /// How numbers and times are written.
    let format: Formatting

    /// The language of the table.
    let language = Language.en

    /// Makes a table for one data set's numbers and times.
    init(format: Formatting) {
        self.format = format
    }

    /// `a`, `a and b`, `a, b and c`; beyond the limit "and 3 more".
    func list(_ items: [String], limit: Int = 6) -> String {
        sentenceList(items.map { Sentence(stringLiteral: $0) }, limit: limit).plain
    }

    /// The same of parts that may be links.
    func sentenceList(_ items: [Sentence], limit: Int = 6) -> Sentence {
        let rest = "\(format.count(items.count - limit)) more"
        return joined(items, limit: limit, rest: rest, and: " and ")
    }

    /// Devices by their bare names, each with its link.
    func deviceList(_ devices: [DeviceRef], limit: Int = 6) -> Sentence {
        sentenceList(devices.map { "\($0, as: $0.name)" }, limit: limit)
    }

    /// The same inside a sentence: `device 1`, `devices 1, 2 and 3`, or names as they are.
    func namedList(_ devices: [DeviceRef], limit: Int = 6) -> Sentence {
        guard let first = devices.first, isBareNumber(first.name) else {
            return deviceList(devices, limit: limit)
        }
        return "\(devices.count == 1 ? "device" : "devices") \(deviceList(devices, limit: limit))"
    }

    /// `on 2 Feb`, but `at cycle 33`.
    func on(_ time: String) -> String { isTimeAxis ? "on \(time)" : "at \(time)" }

    /// A device in the middle of a sentence.
    func named(_ device: DeviceRef) -> Sentence {
        "\(device, as: self.device(device.name, atStart: false))"
    }

    /// A device at the beginning of a sentence.
    func starting(_ device: DeviceRef) -> Sentence {
        "\(device, as: self.device(device.name, atStart: true))"
    }

    /// `a code`'s name beside its kind where the name alone says nothing: `code 12`.
    func code(_ code: CodeRef) -> String {
        if code.name.isEmpty { return events(code.kind, 1) + " without a code" }
        return isBareNumber(code.name) ? "code " + code.name : code.name
    }

    /// `about twice the usual 14`, `as many as usual`.
    func compared(_ value: Double, with ordinary: Double) -> String {
        let figure = format.figure(ordinary)
        return switch Comparison(value, with: ordinary) {
        case .none, .other: "against the usual \(figure)"
        case .same: "as many as usual"
        case .twice: "about twice the usual \(figure)"
        case .threeTimes: "about three times the usual \(figure)"
        case .half: "about half the usual \(figure)"
        case .about: "about the usual \(figure)"
        }
    }
}
