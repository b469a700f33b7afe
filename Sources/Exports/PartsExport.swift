package import Reports
import Values

/// Working parts with their ages and the probability that they fail, the likeliest first.
package struct PartsExport: TableExport {
    private let lives: PartLives?

    /// An export of the header alone where there is no report.
    package init(_ lives: PartLives?) { self.lives = lives }

    package let name = "parts"
    package let header = [
        "device", "code", "as_of", "age", "within", "probability", "probability_low",
        "probability_high", "past_characteristic_life",
    ]

    /// One line per part. Ages and spans are in seconds; probabilities have 95 % limits and are
    /// empty where no part was watched to such an age.
    package func forEachRow(_ take: ([TableCell]) throws -> Void) rethrows {
        for risk in lives?.risks ?? [] {
            try take([
                .text(risk.device.name), .text(risk.code.name), .moment(lives?.end),
                .number(risk.age), .number(lives?.horizon), .number(risk.probability?.value),
                .number(risk.probability?.low), .number(risk.probability?.high),
                .flag(risk.isPastLife),
            ])
        }
    }
}
