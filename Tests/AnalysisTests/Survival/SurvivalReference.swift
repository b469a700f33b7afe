import Analysis
import Foundation

/// Known answers from `Tests/Reference/analysis/survival.json`; see the script beside it.
struct SurvivalReference: Decodable {
    struct Curve: Decodable {
        let age: [Double]
        let atRisk: [Int]
        let survival: [Double]
        let low: [Double]
        let high: [Double]
    }

    struct Weibull: Decodable {
        let shape: Double
        let scale: Double
        let shapeError: Double
        let scaleError: Double
        let logLikelihood: Double
        let age: Double
        let span: Double
        let probability: Double
        let probabilityError: Double
    }

    struct Case: Decodable {
        let name: String
        let entry: [Double]
        let exit: [Double]
        let failed: [Bool]
        let curve: Curve
        let weibull: Weibull

        var lifetimes: [Lifetime] {
            exit.indices.compactMap {
                Lifetime(entry: entry[$0], exit: exit[$0], isFailure: failed[$0])
            }
        }
    }

    let cases: [Case]

    static func load() throws -> SurvivalReference {
        let file = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Reference/analysis/survival.json")
        return try JSONDecoder().decode(SurvivalReference.self, from: Data(contentsOf: file))
    }
}

/// Lives drawn from a Weibull distribution.
struct MadeLives {
    var shape: Double
    var scale: Double
    var generator: SeededGenerator

    init(shape: Double, scale: Double, seed: UInt64) {
        self.shape = shape
        self.scale = scale
        generator = SeededGenerator(seed: seed)
    }

    mutating func life() -> Double {
        scale * pow(-log(1 - generator.uniform()), 1 / shape)
    }

    /// Lives that are cut off at an age that is drawn up to a latest one.
    mutating func censored(_ count: Int, latest: Double) -> [Lifetime] {
        (0..<count).compactMap { _ in
            let (life, end) = (life(), latest * generator.uniform())
            return Lifetime(exit: min(life, end), isFailure: life <= end)
        }
    }
}

/// ln(a / b).
func logRatio(_ a: Double, _ b: Double) -> Double { log(a / b) }
