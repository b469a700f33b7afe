extension SchemaQuestion {
    /// Identifies an answer in a form: 16 hexadecimal digits, stable between runs of the program.
    ///
    /// The subject and the meaning of the answer are hashed (FNV-1a, 64 bits), but not figures,
    /// which change while a file grows.
    public func key(of answer: Answer) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        let table = answer.correction.dialect?.table.map { ["\($0)"] } ?? []
        for part in subject.parts + answer.choice.parts + table {
            // 0xFF never occurs in UTF-8: it keeps lists of parts apart.
            for byte in Array(part.utf8) + [0xFF] {
                hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
            }
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

extension FileSchema {
    /// The answer with a key, among those to all open questions; `nil` where none has it.
    public func answer(withKey key: String) -> SchemaQuestion.Answer? {
        for question in questions {
            if let answer = question.answers.first(where: { question.key(of: $0) == key }) {
                return answer
            }
        }
        return nil
    }
}

extension SchemaQuestion.Subject {
    fileprivate var parts: [String] {
        switch self {
        case .device: ["device"]
        case .dateOrder(let column): ["dateOrder", column]
        case .decimalSign(let column): ["decimalSign", column]
        case .encoding: ["encoding"]
        case .table: ["table"]
        case .signals(let column): ["signals", column]
        case .eventKind: ["eventKind"]
        case .sameDevices(let file): ["sameDevices", file]
        }
    }
}

extension SchemaQuestion.Choice {
    fileprivate var parts: [String] {
        switch self {
        case .columns(let names, _): ["columns"] + names
        case .file: ["file"]
        case .dateOrder(let dayFirst, _): [dayFirst ? "day" : "month"]
        case .decimalSign(let comma, _): [comma ? "comma" : "point"]
        case .encoding(let encoding, _): [encoding.rawValue]
        case .table(let name, _): [name]
        case .signals: ["signals"]
        case .devices: ["devices"]
        case .eventKind(let kind): [kind.rawValue]
        case .same: ["same"]
        case .different: ["different"]
        }
    }
}
