/// The places of a source file where a floating-point number may end the program.
struct TrappingNumbers {
    private let source: SourceText
    /// Names of properties of any file that are floating-point numbers.
    private let properties: Set<String>

    init(_ source: SourceText, _ properties: Set<String>) {
        self.source = source
        self.properties = properties
    }

    /// `Int(x)` and its like without a label.
    var conversions: [String] {
        Pattern(#"(?<![\w.])U?Int(?:8|16|32|64)?\("#).found(in: source.text).compactMap {
            let argument = argument(from: $0.place + $0.groups[0].utf16.count)
            let isLabelled = !Pattern(#"^\s*\w+\s*:"#).matches(in: argument).isEmpty
            return !isLabelled && isFloating(argument)
                ? place($0.place, $0.groups[0] + argument + ")") : nil
        }
    }

    /// `a...b` and `a..<b` unless both are written as numbers.
    var ranges: [String] {
        let operand = #"(?:[\w.]*\([^()\n]*\)|[\w.$]+(?:\[[^\]\n]*\])?)"#
        return Pattern("(" + operand + #")\.\.[.<]("# + operand + ")").found(in: source.text)
            .compactMap {
                let ends = [$0.groups[1], $0.groups[2]]
                let isWritten = ends.allSatisfy {
                    !Pattern(#"^\(?-?[\d_]+(\.[\d_]+)?(e-?\d+)?\)?$"#).matches(in: $0).isEmpty
                }
                return !isWritten && ends.contains(where: isFloating)
                    ? place($0.place, $0.groups[0]) : nil
            }
    }

    private func place(_ place: Int, _ text: String) -> String {
        "\(source.path):\(source.line(at: place)): \(text)"
    }

    /// What stands between a bracket and the one that closes it.
    private func argument(from start: Int) -> String {
        var depth = 1
        let rest = Array(source.text.utf16.dropFirst(start).prefix(400))
        let end = rest.firstIndex { unit in
            if unit == 0x28 || unit == 0x5B || unit == 0x7B { depth += 1 }
            if unit == 0x29 || unit == 0x5D || unit == 0x7D { depth -= 1 }
            return depth == 0
        }
        return String(decoding: rest[..<(end ?? rest.count)], as: UTF16.self)
    }

    private func isFloating(_ expression: String) -> Bool {
        if SourceText.computesFloating(expression) { return true }
        // What stands in an index says nothing of the element.
        let plain = Pattern(#"\[[^\]]*\]"#).replaced(in: expression)
        return Pattern(#"(\.?)\b([A-Za-z_]\w*)\b(?!\s*[\(.:])"#).matches(in: plain).contains {
            $0[1].isEmpty
                ? source.floating.contains($0[2])
                : properties.contains($0[2]) && !source.whole.contains($0[2])
        }
    }
}
