import Foundation

@testable import Analysis

/// scikit-learn's answers, as `Tests/Reference/analysis/clustering.py` wrote them.
struct ClusteringReference: Decodable, Sendable {
    struct Partition: Decodable, Sendable {
        let k: Int
        let start: [[Double]]
        let labels: [Int]
        let centroids: [[Double]]
        let inertia: Double
        let iterations: Int
        let bestInertia: Double
    }

    struct Density: Decodable, Sendable {
        let eps: Double
        let minSamples: Int
        let labels: [Int?]
        let core: [Int]
    }

    struct Components: Decodable, Sendable {
        let variance: [Double]
        let ratio: [Double]
        let loadings: [[Double]]
    }

    let rows: [[Double]]
    let truth: [Int]
    let kmeans: Partition
    let dbscan: Density
    let pca: Components
    let silhouette: [Double]
    let adjustedRand: Double
    let mutualInformation: Double

    static let names = [
        "blobs", "moons", "circles", "anisotropic", "variances", "eight", "line", "space", "fifty",
        "duplicates", "constant",
    ]

    init(_ name: String) throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../Reference/analysis")
        let data = try Data(contentsOf: folder.appending(path: "clustering-\(name).json"))
        self = try JSONDecoder().decode(Self.self, from: data)
    }

    var matrix: FeatureMatrix {
        get throws { try FeatureMatrix(rows: rows) }
    }
}

/// Whether two numbers agree to a share of their size (or absolutely, below 1).
func agree(_ left: Double, _ right: Double, to tolerance: Double) -> Bool {
    abs(left - right) <= tolerance * max(1, abs(right))
}

func agree(_ left: [Double], _ right: [Double], to tolerance: Double) -> Bool {
    left.count == right.count && zip(left, right).allSatisfy { agree($0, $1, to: tolerance) }
}

/// Well separated groups around the given centers, for tests that need no reference.
func groups(
    at centers: [[Double]], each: Int, spread: Double, seed: UInt64 = 1
) throws -> FeatureMatrix {
    var generator = SeededGenerator(seed: seed)
    var rows: [[Double]] = []
    for _ in 0..<each {
        for center in centers {
            rows.append(center.map { generator.normal(mean: $0, standardDeviation: spread) })
        }
    }
    return try FeatureMatrix(rows: rows)
}
