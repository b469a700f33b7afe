import Analysis
import Reports

/// The space in which units are compared: their features or, where these are many, the directions
/// in which the units differ most.
///
/// Distances in hundreds of features are expensive and tell little, since chance alone makes all of
/// them similar. A few directions keep what groups differ in.
struct ComparisonSpace {
    /// One row per unit.
    let matrix: FeatureMatrix
    /// At least the first two principal components of the features, for the map.
    let components: PrincipalComponentsModel
    /// `nil` where units are compared by the features themselves.
    let directions: ClusterReport.Directions?

    /// Up to this many features, units are compared by the features themselves.
    static let featureLimit = PrincipalComponents.exactColumns
    /// Directions that replace more features than that.
    static let directionLimit = PrincipalComponents.leadingLimit

    /// - Throws: `AnalysisError` for values that cannot be used.
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
