import Foundation
import Models
import Pipeline
import Telemetry
import Testing
import Values

@testable import Learning

/// A folder of models that nothing runs, and what lies in it.
struct MadeModels {
    let folder: URL
    let manager: ModelManager

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(
            path: "models-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        manager = ModelManager(
            folder: folder.path,
            client: InferenceClient(InferenceConfiguration(executable: "/nowhere/perfmon")))
    }

    /// Takes the folder away.
    func remove() { try? FileManager.default.removeItem(at: folder) }

    /// A small model of remaining life, of units that wear.
    static func life() throws -> TrainedPrediction {
        let source = try MadeFleet([
            "train.csv": MadeLives(columns: [("wear", { -$0.left / 10 + $0.noise[0] })]).lines()
        ]).source
        return try PredictionTraining(.life, horizon: 1).train(on: source)
    }

    /// Its file, made once.
    static let bytes = Result { try life().onnx(also: ["set_rows": "900", "set_end": "160"]) }
}

extension MadeFleet {
    /// The analysis of the set.
    func pipeline(_ fingerprint: String = "1") -> AnalysisPipeline {
        AnalysisPipeline(
            source: source, load: LoadReport(dataset: "set", files: [], notes: [], seconds: 0),
            corrections: [:], fingerprint: fingerprint)
    }

    /// Four machines by the hour for a month; some of them fail.
    static func machines(failures: Int, hours: Int = 720) throws -> MadeFleet {
        let readings =
            ["time,machine,heat,noise"]
            + (0..<hours).flatMap { hour in
                (0..<4).map { machine in
                    let noise = Double((hour * 7_919 + machine * 31) % 101) / 101
                    let other = Double((hour * 31 + machine) % 97) / 97
                    return "\(moment(Double(hour))),m\(machine),\(20 + noise),\(other)"
                }
            }
        let log =
            ["time,machine,failure"]
            + (0..<failures).map { "\(moment(Double($0) * 20 + 30)),m\($0 % 4),seal" }
        return try MadeFleet(["telemetry.csv": readings, "failures.csv": log])
    }
}
