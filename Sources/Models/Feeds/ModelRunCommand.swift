import Values

/// `perfmon model run MODEL.onnx --feeds FILE.json`: one run of a model on inputs from a file.
public enum ModelRunCommand {
    /// Reads the inputs, scans the model, runs it and returns the outputs as JSON; see
    /// `OutputsFile`.
    ///
    /// - Parameters:
    ///   - model: The bytes of the model's file.
    ///   - feeds: The bytes of the file of inputs; see `FeedsFile`.
    /// - Throws: `ModelError` for bad inputs, a refused model or a run that fails.
    public static func run(
        model: [UInt8], feeds: [UInt8], client: InferenceClient
    ) throws -> [UInt8] {
        let file = try FeedsFile(json: feeds)
        let model = ModelFile(bytes: model)
        do throws(ModelRefusal) {
            _ = try ModelScan.card(of: model)
        } catch {
            throw ModelError.refused(error)
        }
        return try OutputsFile(client.run(model, feeds: file.feeds)).json()
    }
}
