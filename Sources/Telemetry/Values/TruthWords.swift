/// Words for yes and no.
enum TruthWords {
    /// The value of a cell without spaces around it; `nil` where it is neither. `0.0` and `1.0` are
    /// 0 and 1.
    static func value(of cell: Span<UInt8>) -> Bool? {
        guard !cell.isEmpty, cell.count <= 10 else { return nil }
        if cell[0] == 0x30 || cell[0] == 0x31 {
            let zeros = (2..<Swift.max(2, cell.count)).allSatisfy { cell[$0] == 0x30 }
            guard cell.count == 1 || (cell.count > 2 && cell[1] == 0x2E && zeros) else {
                return nil
            }
            return cell[0] == 0x31
        }
        for word in yes where cell.equals(lowercase: word) { return true }
        for word in no where cell.equals(lowercase: word) { return false }
        return nil
    }

    /// The words for one of the two, in lower case.
    static func texts(of value: Bool) -> [String] {
        value
            ? ["true", "yes", "t", "y", "on", "ja", "wahr", "да"]
            : ["false", "no", "f", "n", "off", "nein", "falsch", "нет"]
    }

    private static let yes = texts(of: true).map { Array($0.utf8) }
    private static let no = texts(of: false).map { Array($0.utf8) }
}

/// Words for "nothing happened", in columns of codes and labels.
enum AbsentWords {
    static let usual: Set<String> = [
        "", "-", "--", "none", "(none)", "null", "nan", "n/a", "no error", "no_error", "noerror",
    ]
    /// Words beside numbers and marks in label columns that mean "not marked".
    static let normal: Set<String> = [
        "normal", "ok", "good", "healthy", "benign", "no", "false", "0",
    ]
}

/// The words that cells of flags, codes and labels are compared with, in lower case, for questions
/// that a database answers.
public enum TruthTexts {
    /// What a set flag is written as.
    public static let yes = ["1", "1.0"] + TruthWords.texts(of: true)
    /// What a flag that is not set is written as.
    public static let no = ["0", "0.0"] + TruthWords.texts(of: false)
    /// What a code or a label is written as where nothing happened.
    public static let absent = AbsentWords.usual.sorted()
}
