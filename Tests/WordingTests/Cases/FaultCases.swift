import Values

@testable import Wording

/// Models and files that cannot be used.
extension PhraseCases {
    var faults: Chapter {
        Chapter("FaultPhrases") {
            // Of models, and of numbers that cannot be analysed.
            Said(
                "fault(_:)",
                Self.modelErrors.map { Self.withoutSystem(phrases.fault($0)) }
                    + Self.analysisErrors.map { phrases.fault($0) }
            ) { $0 }
            Said("fault(_:path:)", Self.fileProblems) { problem in
                ["a.csv", ""].map { phrases.fault(problem, path: $0) }
            }
        }
    }

    /// What the system says differs from one to another.
    private static func withoutSystem(_ text: String) -> String {
        text.replacing(SystemMessage.text(noMemory), with: "(what the system says)")
    }

    private static let noMemory: Int32 = 12

    private static let fileProblems: [FileProblem] = [
        .missing, .notReadable, .notWritable, .noSpace, .tooLarge, .other,
    ]

    private static let analysisErrors: [AnalysisError] =
        [
            .notFinite(row: 3, column: 0),
            .parameter("alpha", value: 2, minimum: 0, maximum: 1),
        ]
        + [1, 2, 5, 21].flatMap { count -> [AnalysisError] in
            [
                .shape(rows: count, columns: count, values: count),
                .ragged(index: 3, expected: count, found: count),
                .length(expected: count, found: count), .columns(expected: count, found: count),
                .tooFew(found: count, needed: count), .notConverged(iterations: count),
            ]
        }

    private static let modelErrors: [ModelError] =
        [.file(path: "a.onnx", errno: noMemory), .noRuntime([]), .cancelled, .disagreement(0.001)]
        + modelRefusals.map { .refused($0) }
        + inferenceFaults.map { .fault(.init(stage: .run, cause: $0)) }
        + forms.map { .unsupported($0) } + feeds.map { .feeds($0) }
        + [
            .missingColumns(["rpm"]), .missingColumns((1...8).map { "c\($0)" }),
            .notFinite(row: 3, column: 0), .notFittable(.tooFew(found: 2, needed: 5)),
        ]
        + [1, 2, 5, 21].flatMap { count -> [ModelError] in
            [
                .featureCount(expected: count, found: count),
                .resultCount(output: "y", expected: count, found: count),
                .tooFewRows(found: count, needed: count),
            ]
        }

    private static let modelRefusals: [ModelRefusal] =
        [
            .tooLarge(bytes: 3_000_000_000, limit: 1 << 28), .nestedTooDeeply(limit: 100),
            .formatTooNew(irVersion: 14, limit: 13), .externalData(locations: ["w.bin", "v.bin"]),
            .localFunctions(count: 1), .localFunctions(count: 2), .localFunctions(count: 5),
            .controlFlow(operator: "Loop"), .tooManyNodes(count: 30_000, limit: 20_000),
        ]
        + [FileKind.empty, .zip, .pickle, .hdf5, .png, .text, nil].flatMap { kind in
            [.notProtobuf(offset: 1, resembles: kind), .noGraph(resembles: kind)]
        }

    private static let inferenceFaults: [InferenceFault.Cause] = [
        .message("Invalid rank for input: x", code: 1), .timedOut(limit: .seconds(10)),
        .timedOut(limit: .milliseconds(1_500)), .outOfMemory("bad_alloc"),
        .unreadable("string tensor"), .signal(11), .exited(70), .malformedAnswer,
        .system(errno: noMemory),
    ]

    private static let forms: [UnsupportedForm] = [
        .input(name: "x"), .inputType(name: "x"), .outputs(["y", "z"]), .inputTooLarge(name: "x"),
    ]

    private static let feeds: [FeedsFault] = [
        .json(path: "inputs.x", reason: "expected an array"),
        .json(path: "", reason: "expected an object"), .type(input: "x", found: "complex"),
        .elementCount(input: "x", dims: [2, 3], found: 5),
    ]
}
