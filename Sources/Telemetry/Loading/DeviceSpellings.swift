import Values

/// Devices that two files of a set spell differently: `PUMP-07` in one, `pump 7` or `7` in the
/// other.
///
/// They may be the same or not; only a person knows.
struct DeviceSpellings {
    /// The devices of this file, each with its name in the other file.
    let names: [String: String]

    /// Pairs names of both files, one to one; `nil` where less than 60 % of the file's names have a
    /// partner, or where the files share a name as it is.
    init?(of file: FileSample, in other: FileSample) {
        let (here, there) = (file.devices, other.devices)
        guard here.isDisjoint(with: there) else { return nil }
        let known = Dictionary(grouping: there.compactMap(Name.init), by: \.number)
        var names: [String: String] = [:]
        for name in here.compactMap(Name.init) {
            let fitting = (known[name.number] ?? []).filter { name.mayBe($0) }
            if fitting.count == 1 { names[name.text] = fitting[0].text }
        }
        guard names.count >= 2, names.count * 10 >= here.count * 6,
            Set(names.values).count == names.count
        else { return nil }
        self.names = names
    }

    /// Asks whether they are the same; until answered they count as different.
    func question(about file: String) -> SchemaQuestion {
        let first = names.min { ($0.key.count, $0.key) < ($1.key.count, $1.key) }
        return SchemaQuestion(
            .sameDevices(file: file),
            [
                .init(.different, SchemaCorrection(deviceNames: [:])),
                .init(
                    .same(
                        here: first?.key ?? "", there: first?.value ?? "", count: names.count),
                    SchemaCorrection(deviceNames: names)),
            ])
    }

    /// The name of a device as letters and a number.
    private struct Name {
        let text: String
        let letters: String
        let number: Int

        /// `nil` for names that do not end with a number.
        init?(_ text: String) {
            let digits = String(text.reversed().prefix { $0.isASCII && $0.isNumber }.reversed())
            guard !digits.isEmpty, let number = Int(digits) else { return nil }
            self.text = text
            self.number = number
            letters = text.dropLast(digits.count).lowercased()
                // Other numbers are part of the letters: `L1-P07` is not `L2-P07`.
                .filter { $0.isLetter || $0.isNumber }
        }

        /// Whether the letters are equal, one's are the beginning of the other's, or one has none.
        func mayBe(_ other: Name) -> Bool {
            letters.isEmpty || other.letters.isEmpty || letters.hasPrefix(other.letters)
                || other.letters.hasPrefix(letters)
        }
    }
}
