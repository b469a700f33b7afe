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

    private static let yes = ["true", "yes", "t", "y", "on", "ja", "wahr", "да"].map {
        Array($0.utf8)
    }
    private static let no = ["false", "no", "f", "n", "off", "nein", "falsch", "нет"].map {
        Array($0.utf8)
    }
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
