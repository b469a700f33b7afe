import Models
import Testing
import Values

/// A card of a model with these inputs and entries.
func card(
    _ inputs: [OnnxPort], outputs: [OnnxPort] = [], metadata: [String: String] = [:]
) -> ModelCard {
    var card = ModelCard()
    card.inputs = inputs
    card.outputs = outputs
    card.metadata = metadata
    return card
}

/// An input or output; a size of 0 is an open one.
func port(_ name: String, _ sizes: Int..., type: OnnxElementType = .float32) -> OnnxPort {
    OnnxPort(name: name, type: .tensor(type, dims: sizes.map { $0 == 0 ? .unknown : .fixed($0) }))
}

@Suite("Which model fits some columns")
struct ModelFitTests {
    private static let named = card(
        [port("x", 0, 2)], metadata: ["feature_names": "[\"Torque [Nm]\", \"Tool wear\"]"])

    @Test(
        "is found by the names of the features",
        arguments: [
            (["Tool wear", "Torque [Nm]"], ModelFit.fits(columns: [1, 0])),
            (["tool_wear", "torque_nm", "x"], .fits(columns: [1, 0])),
            (["TOOL WEAR", "torque"], .fits(columns: [1, 0])),
            (["torque", "Torque", "Tool wear"], .missingColumns(["Torque [Nm]"])),
            (["Torque [Nm]", "torque", "Tool wear"], .fits(columns: [0, 2])),
            (["speed"], .missingColumns(["Torque [Nm]", "Tool wear"])),
            ([], .missingColumns(["Torque [Nm]", "Tool wear"])),
        ])
    func names(columns: [String], fit: ModelFit) {
        #expect(ModelFit(Self.named, columns: columns) == fit)
    }

    @Test(
        "depends on the form of the inputs",
        arguments: [
            (card([port("x", 0, 3)]), ModelFit.needsMapping(featureCount: 3)),
            (card([port("x", 0, 0)]), .needsMapping(featureCount: nil)),
            (
                card([OnnxPort(name: "x", type: .tensor(.float32, dims: nil))]),
                .needsMapping(featureCount: nil)
            ),
            (card([port("x", 0, 30, 3)]), .needsMapping(featureCount: 3)),
            (
                card([port("x", 0, 3)], metadata: ["feature_names": "[\"a\", \"b\"]"]),
                .needsMapping(featureCount: 3)
            ),
            (
                card([port("x", 0, 3)], metadata: ["feature_names": "no list"]),
                .needsMapping(featureCount: 3)
            ),
            (card([port("b", 0, 1), port("a", 0, type: .int64)]), .fits(columns: [1, 0])),
            (card([port("a", 0, 1), port("z", 0, 1)]), .missingColumns(["z"])),
            (card([]), .unsupported(.input(name: ""))),
            (card([OnnxPort(name: "x", type: nil)]), .unsupported(.input(name: "x"))),
            (card([port("x", 0, 2, type: .string)]), .unsupported(.inputType(name: "x"))),
            (card([port("x")]), .unsupported(.input(name: "x"))),
            (card([port("x", 1, 2, 3, 4)]), .unsupported(.input(name: "x"))),
            (card([port("a", 0, 1), port("x", 0, 2)]), .unsupported(.input(name: "x"))),
            (card([port("x", 1 << 20, 1 << 20)]), .unsupported(.inputTooLarge(name: "x"))),
            (card([port("x", .max, .max)]), .unsupported(.inputTooLarge(name: "x"))),
        ])
    func forms(card: ModelCard, fit: ModelFit) {
        #expect(ModelFit(card, columns: ["a", "b"]) == fit)
    }
}

@Suite("The meaning of a model's outputs")
struct ModelPurposeTests {
    @Test(
        "is the maker's word where there is one, else follows from names and shapes",
        arguments: [
            ("", [port("y", 0, 3)], ModelPurpose.reconstruction(output: "y", score: nil)),
            ("", [port("y", 0, 1)], .value(output: "y")),
            ("", [port("y", 0)], .value(output: "y")),
            ("", [port("RUL", 0)], .remainingLife(output: "RUL")),
            ("rul", [port("y", 0, 1)], .remainingLife(output: "y")),
            ("anomaly", [port("y", 0, 1)], .score(output: "y", isHigherWorse: true)),
            ("reconstruction", [port("y", 0, 1)], .value(output: "y")),
            (
                "unheard of", [port("outlier_score", 0)],
                .score(output: "outlier_score", isHigherWorse: true)
            ),
            (
                "", [port("label", 0, 1, type: .int64), port("scores", 0, 1)],
                .score(output: "scores", isHigherWorse: false)
            ),
            (
                "", [port("label", 0, type: .int64), port("scores", 0, 3)],
                .clusters(label: "label", distances: "scores")
            ),
            (
                "", [port("probabilities", 0, 3)],
                .classification(label: nil, probabilities: "probabilities")
            ),
            (
                "", [port("label", 0, type: .string), port("probabilities", 0, 3)],
                .classification(label: "label", probabilities: "probabilities")
            ),
            (
                "", [port("label", 0, type: .int64)],
                .classification(label: "label", probabilities: nil)
            ),
            ("classification", [port("y", 0, 1)], .classification(label: nil, probabilities: "y")),
            ("", [port("image", 0, 4)], nil),
            ("", [], nil),
        ] as [(String, [OnnxPort], ModelPurpose?)])
    func purposes(task: String, outputs: [OnnxPort], purpose: ModelPurpose?) {
        let metadata = task.isEmpty ? [:] : ["task": task]
        let card = card([port("x", 0, 3)], outputs: outputs, metadata: metadata)
        #expect(ModelPurpose(card) == purpose)
    }

    @Test(
        "of models that users bring is found",
        .enabled(if: Surroundings.hasShared, "needs ../shared"),
        arguments: [
            ("pump_autoencoder", .reconstruction(output: "reconstruction", score: nil)),
            ("pump_autoencoder_default_export", .reconstruction(output: "add", score: nil)),
            ("mill_failure", .classification(label: nil, probabilities: "failure_probability")),
            ("mill_rul_no_metadata", .value(output: "output")),
            ("pump_cnn_windows", .classification(label: nil, probabilities: "class_probabilities")),
            (
                "mill_logistic_zipmap",
                .classification(label: "output_label", probabilities: "output_probability")
            ),
            (
                "mill_forest_string_labels",
                .classification(label: "output_label", probabilities: "output_probability")
            ),
            ("pump_isolation_forest", .score(output: "scores", isHigherWorse: false)),
            ("pump_kmeans", .clusters(label: "label", distances: "scores")),
            ("written_kmeans", .clusters(label: "cluster", distances: "distances")),
            ("mill_ridge_double", .value(output: "variable")),
            ("counts_int64_bool", .score(output: "score", isHigherWorse: true)),
            ("written_autoencoder", .reconstruction(output: "reconstruction", score: "score")),
        ] as [(String, ModelPurpose)])
    func shared(name: String, purpose: ModelPurpose) throws {
        let card = try ModelScan.card(of: Surroundings.model("models/\(name).onnx"))
        #expect(ModelPurpose(card) == purpose)
    }
}
