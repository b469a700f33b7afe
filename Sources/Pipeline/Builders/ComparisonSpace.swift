import Analysis
import Reports

/// What the distances between units are measured in: their features or, where these are many, the
/// directions in which the units differ most.
///
/// Distances in hundreds of features cost as much as they are many, and tell less and less: chance
/// alone makes all of them alike. Few directions keep what groups differ in.
struct ComparisonSpace {
    /// One row per unit.
    let matrix: FeatureMatrix
    /// At least the two directions of the map, over the features.
    let components: PrincipalComponentsModel
    /// `nil` where units are compared by the features themselves.
    let directions: ClusterReport.Directions?

    /// Features up to which units are compared by these themselves: within what is quick, and more
    /// than most fleets have.
    static let featureLimit = PrincipalComponents.exactColumns
    /// Directions that stand for more features.
    static let directionLimit = PrincipalComponents.leadingLimit

    /// - Throws: `AnalysisError` where the numbers cannot be used.
    init(_ features: FeatureMatrix) throws {
        guard features.columnCount > Self.featureLimit else {
            matrix = features
            components = try PrincipalComponents(count: min(2, features.columnCount)).fit(features)
            directions = nil
            return
        }
        let components = try PrincipalComponents(count: Self.directionLimit).fit(features)
        let used = components.explainedVariances.indices.filter {
            components.explainedVariances[$0] > 0
        }
        self.components = components
        matrix = components.scores.selectingColumns(used)
        directions = ClusterReport.Directions(
            count: used.count,
            share: used.reduce(0) { $0 + components.explainedVarianceRatios[$1] })
    }
}
