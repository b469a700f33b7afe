import Analysis
import Models
import Telemetry
import Values

/// A prediction model's file with what its metadata say about its features.
struct TaughtModel {
    let file: ModelFile
    let recipe: PredictionRecipe
    /// The features in the order in which the model takes them.
    let features: [String]
    let metadata: [String: String]

    /// Reads the file's metadata.
    ///
    /// - Throws: `ModelError`; `missingColumns` for a file without a recipe.
    init(_ file: ModelFile) throws {
        self.file = file
        metadata = try ModelScan.readableCard(of: file).metadata
        guard let recipe = PredictionRecipe(metadata: metadata),
            let features = ModelMetadata(metadata).featureNames
        else { throw ModelError.missingColumns([PredictionRecipe.metadataKey]) }
        self.recipe = recipe
        self.features = features
    }

    /// Checks that a set has all metrics of the recipe.
    ///
    /// - Throws: `ModelError.missingColumns`.
    func check(_ source: any TelemetrySource) throws {
        let known = Set(source.catalog.metrics.map(\.name))
        let missing = recipe.metrics.filter { !known.contains($0) }
        guard missing.isEmpty else { throw ModelError.missingColumns(missing) }
    }

    /// Indices of the model's features among the names of samples.
    ///
    /// - Throws: `ModelError.missingColumns`.
    func columns(of names: [String]) throws -> [Int] {
        let places = Dictionary(
            names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let columns = features.compactMap { places[$0] }
        guard columns.count == features.count else {
            throw ModelError.missingColumns(features.filter { places[$0] == nil })
        }
        return columns
    }

    /// The features of samples in the model's order.
    ///
    /// - Throws: `ModelError.missingColumns`.
    func inputs(_ samples: PredictionSamples) throws -> FeatureMatrix {
        try samples.matrix().selectingColumns(columns(of: samples.names))
    }
}
