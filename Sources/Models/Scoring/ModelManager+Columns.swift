public import Values

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension ModelManager {
    /// The columns that a user named for the features of a model that names none itself, in the
    /// model's order; nil where nobody did. They are kept beside the model as a JSON list.
    public func columns(of name: String) -> [String]? {
        guard ModelManager.isModelName(name),
            let bytes = try? FileBytes.read(columnsPath(name), limit: 1 << 20)
        else { return nil }
        return try? JSONDecoder().decode([String].self, from: Data(bytes))
    }

    /// Keeps the columns for the features of a model; an empty list removes those that were kept.
    ///
    /// - Throws: `ModelError.file`, also where there is no list to remove; `featureCount` where the
    ///   model takes another number; what `file(named:)` throws.
    public func keepColumns(_ columns: [String], of name: String) throws(ModelError) {
        guard ModelManager.isModelName(name) else {
            throw .file(path: name, errno: ModelManager.invalidName)
        }
        let expected = try ModelInputForm(try open(name).card.inputs).featureCount ?? columns.count
        guard columns.isEmpty || columns.count == expected else {
            throw .featureCount(expected: expected, found: columns.count)
        }
        do throws(SystemError) {
            guard !columns.isEmpty else {
                try FileBytes.remove(columnsPath(name))
                return
            }
            try FileBytes.replace(
                columnsPath(name), with: Array(ModelMetadata.json(columns).utf8))
        } catch {
            throw .file(path: columnsPath(name), errno: error.errno)
        }
    }

    /// The file of a model's columns; its name is no model's.
    func columnsPath(_ name: String) -> String { path(name) + ".columns.json" }

    /// Whether some columns are those that a model takes: by what the model says of them, else by
    /// what a user kept with `keepColumns`.
    public func fit(_ card: ModelCard, named name: String, columns: [String]) -> ModelFit {
        let fit = ModelFit(card, columns: columns)
        guard case .needsMapping(let count) = fit, let names = self.columns(of: name),
            names.count == count ?? names.count
        else { return fit }
        return ModelFit(names: names, columns: columns)
    }
}
