import Analysis
import Foundation
import Models
import Testing
import Values

/// Rows of devices whose readings follow a load: along a bent line, a straight one, or round and
/// round along waves.
private struct Fleet {
    enum Shape: CaseIterable { case bent, straight, round }

    var devices = 10
    var shape = Shape.bent
    /// How far one reading of some devices lies off, all along.
    var faults: [Int: Double] = [:]
    var rowsOfEach = 200

    var groups: [Int] {
        (0..<devices).flatMap { Array(repeating: $0, count: rowsOfEach) }
    }

    private func readings(at angle: Double) -> [Double] {
        let load = 0.5 + 0.5 * sin(angle)
        return switch shape {
        case .bent: [load, load * load, abs(load - 0.5), 100 + 10 * load, load * load]
        case .straight: [load, 0.8 * load, -load, 100 + 10 * load, 0.8 * load]
        case .round:
            [cos(angle), sin(angle), cos(2 * angle), 100 + 3 * sin(2 * angle), cos(3 * angle)]
        }
    }

    func rows() throws -> FeatureMatrix {
        var random = SeededGenerator(seed: 5)
        var rows: [[Double]] = []
        for device in 0..<devices {
            for step in 0..<rowsOfEach {
                var row = readings(at: Double(step) / 17 + Double(device))
                for column in row.indices { row[column] += 0.03 * random.normal() }
                row[1] += faults[device] ?? 0
                rows.append(row.map { Double(Float($0)) })
            }
        }
        return try FeatureMatrix(rows: rows)
    }
}

private let names = ["load", "heat", "swing", "level", "flow"]

private func learn(
    _ fleet: Fleet, seed: UInt64 = 1, isGrouped: Bool = true
) throws -> AutoencoderTraining.Outcome {
    var training = AutoencoderTraining()
    training.seed = seed
    return try training.fit(fleet.rows(), names: names, groups: isGrouped ? fleet.groups : [])
}

@Suite("Learning normal operation")
struct AutoencoderTrainingTests {
    @Test("keeps the network where readings follow waves, by rows that neither has seen")
    func waves() throws {
        let outcome = try learn(Fleet(shape: .round))
        let network = try #require(outcome.networkError)
        #expect(outcome.model is NetworkAutoencoderModel)
        #expect(network < 0.1 * outcome.linearError)
        #expect((380...400).contains(outcome.heldOutRows))
        #expect(outcome.widths.first == 5 && outcome.widths.last == 5)
        #expect(outcome.widths[2] == outcome.widths.min())
    }

    @Test("keeps the principal components where readings lie along a line")
    func line() throws {
        let outcome = try learn(Fleet(shape: .straight))
        let network = try #require(outcome.networkError)
        #expect(outcome.model is PCAAutoencoderModel)
        #expect(outcome.linearError <= network)
    }

    @Test("compares nothing where there are few rows")
    func few() throws {
        let outcome = try learn(Fleet(devices: 3, rowsOfEach: 100))
        #expect(outcome.model is PCAAutoencoderModel)
        #expect(outcome.networkError == nil)
    }

    @Test("gives the same bytes from the same seed, others from another")
    func seeds() throws {
        let files = try [1, 1, 2].map { try learn(Fleet(shape: .round), seed: $0).model.onnx() }
        let areSame = (files[0] == files[1], files[0] == files[2])
        #expect(areSame == (true, false))
    }

    @Test("leaves a device out that is faulty all along, and then tells it")
    func lastingFault() throws {
        let fleet = Fleet(faults: [6: 0.6])
        let outcome = try learn(fleet)
        let rows = try fleet.rows()
        let alarms = { (model: any ReconstructionModel, device: Int) in
            (device * 200..<(device + 1) * 200).count {
                model.score(rows.row($0)) > model.threshold
            }
        }
        #expect(outcome.groupsLeftOut == [6])
        #expect((200..<240).contains(outcome.leftOut))
        #expect(alarms(outcome.model, 6) > 190)
        #expect(alarms(outcome.model, 2) < 10)
        // Learned with all rows, the fault is part of what is normal.
        let naive = try PCAAutoencoder().fit(rows, names: names)
        #expect(alarms(naive, 6) < 100)
    }

    @Test("leaves rows out that lie far off, without being told of devices")
    func farRows() throws {
        let outcome = try learn(Fleet(faults: [6: 3]), isGrouped: false)
        #expect(outcome.groupsLeftOut.isEmpty)
        #expect(outcome.leftOut >= 200)
    }

    @Test("leaves none out where more than a quarter lie apart: that is usual too")
    func twoWays() throws {
        let outcome = try learn(Fleet(faults: [1: 3, 4: 3, 7: 3]))
        #expect(outcome.leftOut == 0)
        #expect(outcome.groupsLeftOut.isEmpty)
    }

    @Test("leaves out rows with a missing value and stops when told to")
    func gaps() throws {
        var rows = try Fleet().rows()
        for row in 0..<50 { rows[row, 2] = .nan }
        let training = AutoencoderTraining()
        #expect(try training.fit(rows, names: names).rows == 1_950)
        #expect(throws: ModelError.cancelled) {
            try training.fit(rows, names: names) { share throws(ModelError) in
                if share > 0.3 { throw .cancelled }
            }
        }
    }

    @Test(
        "is the same model in the runtime, to 1e-5, also on a high level",
        .enabled(if: Surroundings.hasLibrary, "needs the program and an ONNX Runtime"),
        arguments: [0, 1, 2])
    func runtime(shape: Int) throws {
        let fleet = Fleet(shape: Fleet.Shape.allCases[shape])
        let rows = try fleet.rows()
        let model = try learn(fleet).model
        let tensor = try #require(
            OnnxTensor(dims: [2_000, 5], data: .float32(rows.values.map(Float.init))))
        let outputs = try Surroundings.client().run(
            ModelFile(bytes: model.onnx()), feeds: [OnnxFeed(name: "x", tensor: tensor)])
        let found = outputs.compactMap { $0.value.tensor?.data.numbers }
        #expect(outputs.map(\.name) == ["reconstruction", "score"])
        for row in 0..<2_000 {
            let score = model.score(rows.row(row))
            #expect(abs(found[1][row] - score) <= 1e-5 * max(1, score))
            for (column, value) in model.reconstruct(rows.row(row)).enumerated() {
                let rounding = abs(value) * 0x1p-24
                let difference = abs(found[0][row * 5 + column] - value)
                #expect(difference <= 1e-5 * model.stds[column] + rounding)
            }
        }
    }
}
