import Reports
import Telemetry
import Testing
import Values
@testable import Learning

@Suite("What is learned without being asked")
struct LearningPlanTests {
    private func catalog(
        _ kind: TimeKind, failures: Int, days: Double = 365, step: Double = 3_600,
        devices: [String] = ["1", "2"]
    ) -> Catalog {
        Catalog(
            name: "set",
            axis: TimeAxis(
                kind: kind, start: 0, bucketWidth: step,
                bucketCount: Int(days * 86_400 / step) + 1, dataRange: 0...(days * 86_400)),
            devices: devices.map { .init(name: $0) }, attributes: [],
            metrics: [.init(name: "volt")],
            codes: [.init(kind: .failure, name: "f", count: failures)], severities: [],
            hasLabels: false, rows: 100)
    }

    private static let time = TimeKind.time(zone: "UTC", isStated: true)

    @Test(
        "looks for failures within a length that fits the readings and the record",
        arguments: [
            (60.0, 20.0, 3_600.0), (600, 60, 21_600), (3_600, 365, 86_400),
            (86_400, 700, 2_592_000),
        ])
    func horizon(_ step: Double, _ days: Double, _ horizon: Double) throws {
        let plan = try #require(
            LearningPlan(catalog(Self.time, failures: 40, days: days, step: step), rows: 100))
        #expect(plan.quantity == .failure(within: horizon))
    }

    @Test(
        "learns nothing where nothing ends: no failures, a short record, lives of which none ends")
    func nothing() {
        #expect(LearningPlan(catalog(Self.time, failures: 0), rows: 100) == nil)
        #expect(LearningPlan(catalog(Self.time, failures: 40, days: 5), rows: 100) == nil)
        #expect(LearningPlan(catalog(.cycle, failures: 0, step: 1), rows: 100) == nil)
    }

    @Test("learns lives where whole ones stand beside such that are cut off, or failures end them")
    func lives() throws {
        let split = catalog(.cycle, failures: 0, step: 1, devices: ["train / 1", "test / 1"])
        #expect(try #require(LearningPlan(split, rows: 100)).quantity == .life)
        let ended = catalog(.cycle, failures: 8, step: 1)
        #expect(try #require(LearningPlan(ended, rows: 100)).quantity == .life)
    }

    @Test("learns anew when the rows have grown by a fifth, or are of other data")
    func growth() throws {
        let plan = { (rows: Int, days: Double) in
            try #require(
                LearningPlan(catalog(Self.time, failures: 40, days: days), rows: rows))
        }
        let recipe = PredictionRecipe(
            .failure, catalog: catalog(Self.time, failures: 40), horizon: 86_400)
        var file = try plan(1_000, 365).metadata
        file["recipe"] = recipe.json
        #expect(LearningPlan.end(of: file) == 31_536_000)
        #expect(try plan(1_000, 365).fits(file))
        #expect(try plan(1_190, 365).fits(file))
        #expect(try !plan(1_200, 365).fits(file))
        #expect(try !plan(900, 365).fits(file), "rows went away")
        let hours = catalog(Self.time, failures: 0, days: 365)
        #expect(LearningPlan(hours, rows: 1_000) == nil)
    }

    @Test("another horizon is another question, and so is one that was not left to the data")
    func question() throws {
        let catalog = catalog(Self.time, failures: 40)
        var plan = try #require(LearningPlan(catalog, rows: 1_000))
        var file = plan.metadata
        // What the data said, two days, is no matter where they were to say it.
        file["recipe"] = PredictionRecipe(.failure, catalog: catalog, horizon: 172_800).json
        #expect(plan.fits(file))
        plan.horizon = 172_800
        #expect(plan.fits(file), "the same length, however it was found")
        plan.horizon = 3_600
        #expect(!plan.fits(file))
        file.merge(plan.metadata) { $1 }
        file["recipe"] = PredictionRecipe(.failure, catalog: catalog, horizon: 3_600).json
        #expect(plan.fits(file))
        plan.horizon = nil
        #expect(!plan.fits(file), "it was chosen by hand, and is left to the data again")
    }

    @Test("does not try again in vain before the rows have grown by a fifth")
    func vain() throws {
        let plan = { (rows: Int, failures: Int) in
            try #require(
                LearningPlan(catalog(Self.time, failures: failures), rows: rows))
        }
        #expect(try plan(1_100, 4).repeats(plan(1_000, 3)))
        #expect(try !plan(1_300, 4).repeats(plan(1_000, 3)))
        #expect(try !plan(900, 4).repeats(plan(1_000, 3)), "other data")
    }
}
