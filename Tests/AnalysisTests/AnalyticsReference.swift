import Foundation

/// Known answers from `Tests/Reference/analysis/analytics.json`; see the script beside it.
struct AnalyticsReference: Decodable {
    struct TrendCase: Decodable {
        let values: [Double]
        let s: Double
        let z: Double
        let p: Double
        let tau: Double
        let slope: Double
        let intercept: Double
        let low: Double
        let high: Double
        let factor: Double
    }

    struct Adjusted: Decodable {
        let p: [Double]
        let q: [Double]
    }

    struct Correlations: Decodable {
        let values: [Double]
        let acf: [Double]
    }

    struct Changes: Decodable {
        let values: [Double]
        let dispersion: Double
        let cuts: [Int]
    }

    let normalQuantile: [[Double]]
    let normalCDF: [[Double]]
    let logGamma: [[Double]]
    let gammaP: [[Double]]
    let chiSquareQuantile: [[Double]]
    let betaI: [[Double]]
    let binomialTest: [[Double]]
    let clopperPearson: [[Double]]
    let benjaminiHochberg: Adjusted
    let trend: [TrendCase]
    let poissonRate: [[Double]]
    let rateTest: [[Double]]
    let autocorrelation: Correlations
    let changesPoisson: Changes

    static func load() throws -> AnalyticsReference {
        let file = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Reference/analysis/analytics.json")
        return try JSONDecoder().decode(AnalyticsReference.self, from: Data(contentsOf: file))
    }
}

/// Whether two numbers agree to a relative (and, near 0, absolute) tolerance.
func agree(_ a: Double, _ b: Double, _ tolerance: Double = 1e-10) -> Bool {
    a == b || abs(a - b) <= tolerance * max(1e-12, abs(a), abs(b)) || abs(a - b) < tolerance * 1e-3
}
