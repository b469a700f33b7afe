import Analysis
import Reports
import Testing
@testable import Pipeline

/// Time is judged by what is compared, never by a clock.
@Suite("Groups of many units and of many features")
struct BoundedGroupingTests {
    /// Units around two centres that differ in the first features.
    private func matrix(_ units: Int, features: Int, apart: Double = 12) throws -> FeatureMatrix {
        var generator = SeededGenerator(seed: 4)
        let values = (0..<units * features).map { place -> Double in
            let isShifted = (place / features).isMultiple(of: 2) && place % features < 3
            return generator.normal(mean: isShifted ? apart : 0)
        }
        return try FeatureMatrix(rowCount: units, columnCount: features, values: values)
    }

    @Test(
        "few features are compared by themselves",
        arguments: [1, 2, ComparisonSpace.featureLimit])
    func fewFeatures(count: Int) throws {
        let features = try matrix(150, features: count)
        let space = try ComparisonSpace(features)
        #expect(space.matrix == features && space.directions == nil)
        #expect(space.components.loadings.rowCount == min(2, count))
    }

    @Test(
        "many features are compared along as many directions, however many there are",
        arguments: [ComparisonSpace.featureLimit + 1, 400, 900])
    func manyFeatures(count: Int) throws {
        let space = try ComparisonSpace(try matrix(90, features: count))
        let directions = try #require(space.directions)
        #expect(directions.count == ComparisonSpace.directionLimit)
        #expect(space.matrix.columnCount == directions.count && space.matrix.rowCount == 90)
        #expect(directions.share > 0 && directions.share <= 1 + 1e-9)
        #expect(space.components.loadings.columnCount == count)
        // What the groups differ in is kept.
        let model = try KMeans(k: 2, seed: 1).fit(space.matrix)
        #expect(Set(model.labels.enumerated().map { $0.element * 2 + $0.offset % 2 }).count == 2)
    }

    @Test("of few units with many features all differences are kept")
    func fewUnits() throws {
        let space = try ComparisonSpace(try matrix(10, features: 500))
        #expect(space.directions?.count == 9)
        #expect(abs((space.directions?.share ?? 0) - 1) < 1e-9)
    }

    @Test(
        "all of few units are tried, a part of more, and every one has its group",
        arguments: [ClusterChoice.Algorithm.kmeans, .hdbscan, .dbscan])
    func manyUnits(algorithm: ClusterChoice.Algorithm) throws {
        let few = try matrix(400, features: 4)
        let choice = ClusterChoice(algorithm: algorithm)
        #expect(try Grouping(few, choice: choice, count: nil, seed: 1).unitsTried == nil)
        let many = try matrix(Grouping.partLimit + 2_000, features: 4)
        let grouping = try Grouping(many, choice: choice, count: nil, seed: 1)
        let tried = algorithm == .hdbscan ? Grouping.hierarchyLimit : Grouping.partLimit
        #expect(grouping.unitsTried == tried)
        #expect(grouping.labels.count == many.rowCount)
        let sides = Set(
            grouping.labels.enumerated().compactMap { place, label in
                label.map { $0 * 2 + place % 2 }
            })
        // No group mixes the two centres.
        #expect(sides.count == Set(grouping.labels.compactMap(\.self)).count)
        if algorithm == .kmeans { #expect(!grouping.labels.contains(nil)) }
        #expect(grouping.silhouettes.isEmpty)
    }

    @Test("another number of groups of many units is fitted to the same part")
    func chosen() throws {
        let many = try matrix(Grouping.partLimit + 500, features: 2)
        let first = try Grouping(many, choice: ClusterChoice(), count: nil, seed: 1)
        let four = try Grouping(many, choice: ClusterChoice(k: 4), count: first.count, seed: 1)
        #expect(four.sizes.count == 4 && four.sizes.reduce(0, +) == many.rowCount)
        #expect(four.unitsTried == Grouping.partLimit)
    }
}
