import Values

/// `perfmon model run MODEL.onnx --feeds FILE.json`: one run of a model on inputs from a file.
public enum ModelRunCommand {
    /// Reads the inputs, looks at the model, runs it and gives the outputs as JSON.
    ///
    /// - Parameters:
    ///   - model: the bytes of the model's file.
    ///   - feeds: the bytes of the file of inputs; see `FeedsFile`.
    /// - Throws: `ModelError`; nothing is given when the model or the inputs are no good.
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
