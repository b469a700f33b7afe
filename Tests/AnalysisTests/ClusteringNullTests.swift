import Foundation
import Testing

@testable import Analysis

/// How often clusters are seen where there are none, and missed where there are some.
@Suite("Clusters or none")
struct ClusteringNullTests {
    enum Shape: String, CaseIterable { case even, normal, exponential, lognormal, correlated }

    private func cloud(_ shape: Shape, rows: Int, columns: Int, seed: Int) throws -> FeatureMatrix {
        var generator = SeededGenerator(seed: UInt64(seed))
        return try FeatureMatrix(
            rows: (0..<rows).map { _ -> [Double] in
                let shared = generator.normal()
                return (0..<columns).map { _ in
                    switch shape {
                    case .even: generator.uniform()
                    case .normal: generator.normal()
                    case .exponential: -log(1 - generator.uniform())
                    case .lognormal: exp(generator.normal())
                    case .correlated: exp(0.7 * (shared + 0.6 * generator.normal()))
                    }
                }
            })
    }

    @Test("fewer than one cloud in twenty is split", arguments: Shape.allCases)
    func falseAlarms(shape: Shape) throws {
        var found = 0
        for columns in [2, 4, 8] {
            for set in 0..<20 {
                let rows = [40, 100, 250][set % 3]
                let seed = 10 * set + columns
                let matrix = try cloud(shape, rows: rows, columns: columns, seed: seed)
                let scaled = try Scaling.standard.fit(matrix).apply(to: matrix)
                if try ClusterCount(seed: 1).fit(scaled).model != nil { found += 1 }
            }
        }
        #expect(found < 3, "\(found) of 60")
    }

    @Test("at least 19 of 20 sets with clusters five deviations apart show them", arguments: 3...5)
    func power(count: Int) throws {
        var found = 0
        for columns in [2, 4, 8] {
            for set in 0..<10 {
                let matrix = try blobs(count, rows: 120, columns: columns, seed: 10 * set + columns)
                let scaled = try Scaling.standard.fit(matrix).apply(to: matrix)
                if try ClusterCount(seed: 1).fit(scaled).model != nil { found += 1 }
            }
        }
        #expect(found >= 29, "\(found) of 30")
    }

    /// Clusters of deviation 1 whose nearest centers are 5 apart, the furthest less than 10.
    private func blobs(_ count: Int, rows: Int, columns: Int, seed: Int) throws -> FeatureMatrix {
        var generator = SeededGenerator(seed: UInt64(seed))
        var centers: [[Double]] = []
        var (least, most) = (0.0, Double.infinity)
        while most >= 2 * least {
            centers = (0..<count).map { _ in (0..<columns).map { _ in generator.uniform() } }
            let distances = centers.indices.flatMap { left in
                (0..<left).map { ClusterQuality.distance(centers[left][...], centers[$0][...]) }
            }
            (least, most) = (distances.min() ?? 0, distances.max() ?? 0)
        }
        return try FeatureMatrix(
            rows: (0..<rows).map { row in
                centers[row % count].map { $0 * 5 / least + generator.normal() }
            })
    }

    @Test("a column with one peak keeps its distribution; two peaks become one")
    func margin() {
        let ranks = (1..<1000).map { Double($0) / 1000 }
        let skewed = UnimodalMargin(ranks.map { -log(1 - $0) })
        #expect(abs(skewed.quantile(0.5) - log(2)) < 0.02)
        #expect(abs(skewed.quantile(0.95) - log(20)) < 0.1)
        let peaks = UnimodalMargin(ranks.map { $0 < 0.5 ? $0 : $0 + 9 })
        let middle = (0..<100).count { abs(peaks.quantile(Double($0) / 100) - 5) < 2.5 }
        #expect(peaks.misfit > UnimodalMargin.largestMisfit && skewed.misfit < 0.1)
        #expect(middle > 20)
        #expect(UnimodalMargin([3, 3, 3]).quantile(0.7) == 3)
        #expect(UnimodalMargin([]).quantile(0.7) == 0)
    }
}
