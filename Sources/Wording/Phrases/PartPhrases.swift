package import Reports
import Values

/// Words about how long parts live and which fail next.
package protocol PartPhrases {
    func partLives(_ lives: PartLives) -> CardWords
    func partsAtRisk(_ lives: PartLives) -> CardWords
    /// The words of the card whose table has a row for each code.
    func lifeFigures(_ lives: PartLives) -> CardWords
    /// Stands behind the names of so many codes: `wears`, `do not age`.
    func ageing(_ ageing: CodeLife.Ageing, _ count: Int) -> String
    /// The shape of a distribution: `2.1 (1.8 to 2.5)`.
    func limited(_ shape: PartLives.Limited) -> LimitedText
    /// `63 days (58 to 70)`.
    func limitedLife(_ life: PartLives.Limited) -> LimitedText
    /// `64 % (51 % to 77 %)`; a dash where nothing is known.
    func limitedRisk(_ probability: PartLives.Limited?) -> LimitedText
    /// `45 (38 to 52)`.
    func expectedFailures(_ expected: CodeLife.Expected) -> LimitedText
    /// Failures found in a back-test: `47, expected 41 to 55`.
    func tested(_ test: CodeLife.Test) -> LimitedText
    /// The head of a column: `Next 90 days`.
    func nextSpan(_ span: Double) -> String
    /// The head of a column: `Last 90 days`.
    func lastSpan(_ span: Double) -> String
    /// `age, days`.
    func ageAxis() -> String
    /// How likely the device's parts are to fail; empty where that is not known.
    func partRisks(_ report: DiagnosticReport) -> Sentence
}

/// A value and its limits as they are written; tables on narrow pages leave out the limits.
package struct LimitedText: Sendable, Hashable {
    /// `63 days`.
    package var value: String
    /// `58 to 70`; empty where there are none, or where both are written like the value.
    package var limits = ""

    /// `63 days (58 to 70)`.
    package var text: String { limits.isEmpty ? value : "\(value) (\(limits))" }
}
