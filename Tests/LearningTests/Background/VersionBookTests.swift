import Analysis
import Foundation
import Models
import Reports
import Telemetry
import Testing
import Values

@testable import Learning

@Suite("The versions of a model in its folder")
struct VersionBookTests {
    private func withBook(
        _ name: String = "life-set.onnx", _ body: (VersionBook, [UInt8]) throws -> Void
    ) throws {
        let models = try MadeModels()
        defer { models.remove() }
        try body(
            VersionBook(manager: models.manager, name: name), try MadeModels.bytes.get())
    }

    @Test("a new one is put into use, and what it says of itself is kept beside it")
    func add() throws {
        try withBook { book, bytes in
            #expect(book.read() == ModelVersions())
            try book.add(bytes, rows: 900, cause: .first, now: 77)
            let kept = book.read()
            #expect(kept.current == 1 && kept.versions.map(\.number) == [1] && kept.since == nil)
            let version = try #require(kept.versions.first)
            #expect(version.learned == 77 && version.rows == 900 && version.cause == .first)
            #expect(version.horizon == nil, "a life has none")
            let test = try #require(
                BackTest(metadata: TaughtModel(ModelFile(bytes: bytes)).metadata))
            #expect(version.score == test.rmse && version.ruleScore == test.naiveRMSE)
            #expect(book.manager.version(1, of: book.name) == bytes)
            #expect(try book.manager.file(named: book.name).bytes == bytes)
        }
    }

    @Test("the oldest are let go with their files, an unreadable history is none")
    func dropped() throws {
        try withBook { book, bytes in
            for number in 1...7 {
                try book.add(bytes, rows: number, cause: .grown, now: Double(number))
            }
            #expect(book.read().versions.map(\.number) == [3, 4, 5, 6, 7])
            #expect(book.manager.version(2, of: book.name) == nil)
            #expect(book.manager.version(3, of: book.name) != nil)
            try book.manager.keepHistory(Array("{".utf8), of: book.name)
            #expect(book.read() == ModelVersions())
            #expect(throws: ModelError.self) {
                try book.add([1, 2, 3], rows: 1, cause: .grown, now: 1)
            }
        }
    }

    @Test("one that a person chose stays, until the newest is wanted again")
    func use() throws {
        try withBook { book, bytes in
            for number in 1...3 { try book.add(bytes, rows: number, cause: .grown, now: 1) }
            var kept = book.read()
            kept.since = CalibrationSince([])
            try book.keep(kept)
            let used = try book.change(.use(version: 2))
            #expect(
                used.pinned == 2 && used.current == 2 && used.since == nil && book.read() == used)
            try book.add(bytes, rows: 9, cause: .grown, now: 1)
            #expect(book.read().versions.count == 3, "not in place of one to stay")
            let newest = try book.change(.followNewest)
            #expect(newest.pinned == nil && newest.current == 3)
            #expect(throws: ModelError.file(path: "\(book.name) 9", errno: ENOENT)) {
                try book.change(.use(version: 9))
            }
            #expect(book.read() == newest)
            book.manager.removeVersion(1, of: book.name)
            #expect(throws: ModelError.self) { try book.change(.use(version: 1)) }
        }
    }

    @Test("a horizon is kept and lets go of what was to stay; learning is switched off and on")
    func horizon() throws {
        try withBook { book, bytes in
            try book.add(bytes, rows: 1, cause: .first, now: 1)
            _ = try book.change(.use(version: 1))
            let asked = try book.change(.horizon(7_200))
            #expect(asked.horizon == 7_200 && asked.pinned == nil)
            #expect(try book.change(.horizon(nil)).horizon == nil)
            #expect(try book.change(.isOff(true)).isOff)
            try book.add(bytes, rows: 2, cause: .grown, now: 1)
            #expect(book.read().versions.count == 1, "switched off meanwhile")
            #expect(try !book.change(.isOff(false)).isOff)
            #expect(try withEmpty(book).current == nil)
        }
    }

    private func withEmpty(_ book: VersionBook) throws -> ModelVersions {
        try VersionBook(manager: book.manager, name: "other.onnx").change(.followNewest)
    }

    // MARK: - What a file says

    @Test("a file without a recipe answers from nothing, one with it names what a set lacks")
    func taught() throws {
        let bytes = try MadeModels.bytes.get()
        let model = try TaughtModel(ModelFile(bytes: bytes))
        #expect(model.recipe.task == .life && model.recipe.metrics == ["temp", "wear"])
        #expect(model.metadata["unit"] == "cycles" && model.metadata["set_rows"] == "900")
        #expect(model.metadata["task"] == "rul" && model.metadata["missing"] == "nan")
        #expect(
            LearningPlan.isOrigin(of: model.metadata) && LearningPlan.end(of: model.metadata) == 160
        )
        let set = MadeSeries([], metrics: ["wear"], length: 9)
        #expect(throws: ModelError.missingColumns(["temp"])) { try model.check(set) }
        try model.check(MadeSeries([], metrics: ["wear", "temp", "more"], length: 9))
        let reversed = Array(model.features.reversed())
        #expect(
            try model.columns(of: reversed + ["x"])
                == model.features.indices.map { model.features.count - 1 - $0 })
        #expect(throws: ModelError.missingColumns([model.features[0]])) {
            try model.columns(of: Array(model.features.dropFirst()))
        }
        let source = MadeSeries(
            [.init(rows: (1...6).map { (Double($0), [Double($0), 1]) })],
            metrics: ["temp", "wear"], length: 9, kind: .cycle)
        let samples = try PredictionSamples(model.recipe, source: source, devices: [0])
        let inputs = try model.inputs(samples)
        #expect(inputs.rowCount == 6 && inputs.columnCount == model.features.count)
        #expect(throws: (any Error).self) { try TaughtModel(ModelFile(bytes: [1, 2])) }
    }

    @Test("how a model has fared is not asked of lives, nor before a horizon is over")
    func watch() throws {
        let models = try MadeModels()
        defer { models.remove() }
        let source = MadeSeries([.init([1, 2, 3])], length: 100)
        let life = CalibrationWatch(
            model: try TaughtModel(ModelFile(bytes: MadeModels.bytes.get())),
            client: models.manager.client, source: source)
        #expect(try life.since(0) == nil)
        let fleet = try MadeFleet.machines(failures: 34)
        let trained = try PredictionTraining(.failure, horizon: 21_600).train(on: fleet.source)
        #expect(trained.recipe.horizon == 21_600 && trained.threshold != nil)
        let failing = CalibrationWatch(
            model: try TaughtModel(ModelFile(bytes: trained.onnx())),
            client: models.manager.client, source: fleet.source)
        let end = fleet.source.catalog.axis.dataRange.upperBound
        #expect(try failing.since(end - 21_599) == nil && failing.since(.infinity) == nil)
        #expect(throws: ModelError.self, "nothing runs it") { try failing.since(end - 21_600) }
        let predictor = FleetPredictor(
            model: failing.model, name: "a.onnx", client: models.manager.client,
            source: MadeSeries([], metrics: ["noise"], length: 9))
        #expect(throws: ModelError.missingColumns(["heat"])) { try predictor.prediction() }
        let drivers = PredictionDrivers(
            model: life.model, client: models.manager.client,
            source: MadeSeries(
                [.init(rows: [])], metrics: ["temp", "wear"], length: 9, kind: .cycle),
            time: nil)
        #expect(try drivers.drivers(of: 0).isEmpty)
    }
}
