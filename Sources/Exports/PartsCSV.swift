package import Reports
import Values

/// Working parts with their ages and the probability that they fail, the likeliest first.
package struct PartsCSV: Export {
    private let lives: PartLives?

    /// An export of the header alone where there is no report.
    package init(_ lives: PartLives?) { self.lives = lives }

    package var fileName: String { "parts.csv" }
    package var mediaType: String { "text/csv; charset=utf-8" }

    /// One line per part. Ages and spans are in seconds; probabilities have 95 % limits and are
    /// empty where no part was watched to such an age.
    package func content() -> [UInt8] {
        var writer = CSVWriter()
        writer.row(
            [
                "device", "code", "as_of", "age", "within", "probability", "probability_low",
                "probability_high", "past_characteristic_life",
            ].map { .text($0) })
        for risk in lives?.risks ?? [] {
            writer.row([
                .text(risk.device.name), .text(risk.code.name), .number(lives?.end ?? .nan),
                .number(risk.age), .number(lives?.horizon ?? .nan),
                .number(risk.probability?.value ?? .nan), .number(risk.probability?.low ?? .nan),
                .number(risk.probability?.high ?? .nan), .count(risk.isPastLife ? 1 : 0),
            ])
        }
        return writer.bytes
    }
}
