package import Reports
package import Values

/// A phrase table with its formats; what needs no words is written here for all languages.
package protocol PhraseTable: Phrases {
    var format: Formatting { get }
}

extension PhraseTable {
    /// The text with a capital letter; sentences never begin with `2.4 %` and the like.
    package func capitalised(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst()
    }

    package func isBareNumber(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { $0 >= 48 && $0 <= 57 }
    }

    package var isTimeAxis: Bool {
        if case .time = format.axis { return true }
        return false
    }

    /// `a`, `a and b`, `a, b and c`; beyond the limit `rest` is the last part. Empty for no items.
    package func joined(_ items: [Sentence], limit: Int, rest: String, and: String) -> Sentence {
        var parts = Array(items.prefix(limit))
        if items.count > limit { parts.append(Sentence(stringLiteral: rest)) }
        guard let last = parts.popLast() else { return "" }
        guard !parts.isEmpty else { return last }
        var spans = parts[0].spans
        for part in parts.dropFirst() { spans += [.text(", ")] + part.spans }
        return Sentence(spans + [.text(and)] + last.spans)
    }

    /// `A`, `B`, …; after `Z` come `A1`, `B1`. Nil for none.
    package func groupLetter(_ index: Int?) -> String? {
        guard let index, index >= 0 else { return nil }
        let letter = String(UnicodeScalar(UInt8(65 + index % 26)))
        return index < 26 ? letter : letter + "\(index / 26)"
    }

    package func probability(_ p: Double?) -> String {
        guard let p, p.isFinite else { return NumberFormat.missing }
        return p < 0.001 ? "< " + format.fixed(0.001, 3) : format.fixed(p, p < 0.01 ? 3 : 2)
    }

    package func metricLabel(_ metric: MetricRef) -> String {
        metric.unit.map { "\(metric.name), \($0)" } ?? metric.name
    }

    /// A ratio with few digits if small, `0.03` instead of `0.0316`, and never below `0.01`.
    package func factor(_ ratio: Double) -> String {
        ratio < 0.1 ? format.fixed(max(ratio, 0.01), 2) : format.figure(ratio)
    }

    /// Two readings with as many digits as tell them apart.
    package func apart(_ left: Double, _ right: Double) -> (String, String) {
        let rounded = (format.reading(left), format.reading(right))
        guard rounded.0 == rounded.1, left != right else { return rounded }
        return format.band(left, right)
    }

    /// The silhouette that data without groups reaches, in words; empty where that was not tried.
    package func reference(
        _ candidate: ClusterReport.Candidate, _ words: (String) -> String
    ) -> String {
        candidate.reference.map { words(format.fixed($0, 2)) } ?? ""
    }

    /// Whether a value of an attribute is a bare number, which says nothing without the attribute's
    /// name.
    package func isNumber(_ value: String) -> Bool {
        value.utf8.allSatisfy { ($0 >= 48 && $0 <= 57) || $0 == 46 || $0 == 45 }
    }

    /// Whether a length of the axis is that of a month: 28 to 31 days, a tenth of a day more or less.
    package func isMonth(_ length: Double) -> Bool {
        isTimeAxis && (27.9 * 86_400...31.1 * 86_400).contains(length)
    }

    /// Whether a distance is so great that it is cut off where it is written.
    package func isCut(_ distance: Double) -> Bool { distance.magnitude >= Excursion.farthest }

    /// A distance in standard deviations with its sign; `> +…` or `< −…` where it is cut off.
    package func sigmas(signed distance: Double) -> String {
        guard isCut(distance) else { return format.signed(distance, 1) }
        return distance < 0
            ? "< " + format.signed(-Excursion.farthest, 0)
            : "> " + format.signed(Excursion.farthest, 0)
    }

    /// The zone for behind a moment, with a comma before it; empty on axes without dates.
    package var commaZone: String { format.zoneName.map { ", " + $0 } ?? "" }
}

/// How a count compares with that of an ordinary time; `none` where the ordinary count is 0.
package enum Comparison {
    case none, same, twice, threeTimes, half, about, other

    package init(_ value: Double, with ordinary: Double) {
        guard ordinary > 0 else {
            self = .none
            return
        }
        guard value != ordinary else {
            self = .same
            return
        }
        switch value / ordinary {
        case 1.8..<2.3: self = .twice
        case 2.8..<3.3: self = .threeTimes
        case 0.45..<0.56: self = .half
        case 0.9..<1.12: self = .about
        default: self = .other
        }
    }
}

extension PhraseTable {
    /// What an episode is about, for use in a sentence.
    package func name(_ subject: Episode.Subject) -> String {
        switch subject {
        case .metric(let metric): metric.name
        case .code(let code): self.code(code)
        }
    }
}
