package import Reports
import Values

/// What sentences on models say, before it has words.
extension ModelPanel.Result {
    /// Where the last score lies; one at the threshold counts as below.
    package enum Side { case above, below }

    /// The threshold and the side of the last score; nil without either.
    package var verdict: (threshold: Double, side: Side)? {
        guard let threshold, last.isFinite else { return nil }
        return (threshold, last > threshold ? .above : .below)
    }
}

extension AutoencoderSelection {
    /// A share of the variation, as it is shown.
    package enum Unexplained {
        /// Less than a tenth of a percent.
        case hardlyAny
        case share(Double)

        package init(_ share: Double) { self = share < 0.001 ? .hardlyAny : .share(share) }
    }

    /// What the kept model, which has the smaller error, and the other one leave unexplained; nil
    /// where they were not compared.
    package var unexplained: (kept: Unexplained, other: Unexplained)? {
        guard let linearError, let networkError else { return nil }
        return (
            Unexplained(min(linearError, networkError)), Unexplained(max(linearError, networkError))
        )
    }

    /// The share of rows that were left out, 0…1.
    package var leftOutShare: Double { Double(leftOut) / Double(max(rows, 1)) }
}

extension PhraseTable {
    /// A score as it is written: probabilities in percent.
    package func score(_ value: Double, _ meaning: ModelPanel.Meaning) -> String {
        meaning == .probability ? format.percent(value) : format.figure(value)
    }
}
