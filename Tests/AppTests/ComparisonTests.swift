import Dashboard
import Wording
import Foundation
import Models
import Pipeline
import Programs
import Reports
import Telemetry
import Testing
import Values
@testable import Learning

/// Detectors and models side by side, on real data with a model learned from them.
@Suite("Detectors side by side")
struct ComparisonTests {
    /// Models can be run by the built program.
    private static let canRun: Bool = {
        if case .available = manager(URL(filePath: "/")).client.runtime() { true } else { false }
    }()

    private static func manager(_ folder: URL) -> ModelManager {
        let library = BuiltProgram.checkout.appending(path: ".onnxruntime").path
        return ModelManager(
            folder: folder.path,
            client: InferenceClient(
                InferenceConfiguration(
                    executable: BuiltProgram.path ?? "",
                    search: LibrarySearch(folders: [library]))))
    }

    /// What the models say once all have answered.
    private static func panel(
        _ panels: ModelPanels, _ device: DeviceRef, _ site: LoadedSite
    ) -> ModelPanel {
        panels.catalog.refresh()
        let question = PanelDesk.Question(device, beside: site.analysed, Choice())
        var panel = panels.pending(question)
        panels.answer(question) { panel = $0 }
        return panel
    }

    @Test(
        "SKAB: judged by the marks of its files, the row detector fares as in the benchmark",
        .enabled(if: SharedData.isHere && canRun, "needs the shared data and a runtime"))
    func marked() throws {
        let site = try LoadedSite(set: "skab")
        defer { site.remove() }
        let folder = site.root.appending(path: "models")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let panels = ModelPanels(Self.manager(folder))
        let name = ModelPanels.fileName("autoencoder", "skab")
        let file = try panels.manager.keep(TrainedAutoencoder(site.pipeline), named: name)
        let report = try #require(
            try site.pipeline.diagnose("valve1/1", in: site.analysed) { device in
                Self.panel(panels, device, site)
            })
        let comparison = try #require(report.model.comparison)
        #expect(comparison.truth == .labels)
        #expect(comparison.lanes.map(\.detector).contains(.model(file)))
        // The file of ordinary work has no column of marks: nobody knows it to be without fault.
        #expect(comparison.devicesEvaluated == comparison.devicesShown - 1)
        let rows = try #require(comparison.lanes.first { $0.detector == .rows })
        let verdict = try #require(rows.verdict)
        #expect(try #require(verdict.f1) > 0.85)
        #expect(verdict.detected <= verdict.positives && verdict.trueAlarms <= verdict.alarms)
        #expect(rows.alarms.contains { $0.peak > 1 })
        #expect(!comparison.marks.isEmpty)
        let model = try #require(comparison.lanes.first { $0.detector == .model(file) }?.verdict)
        #expect(model.positives == verdict.positives)
        let html = try site.html(.diagnostics)
        #expect(!html.contains("h-compare"), "without models there is nothing to lay beside")
    }

    @Test(
        "Azure PdM: a model that predicts is judged by its own test, the others by the failures",
        .enabled(if: SharedData.isHere && canRun, "needs the shared data and a runtime"))
    func failures() throws {
        let site = try LoadedSite(set: "azure_pdm")
        defer { site.remove() }
        let folder = site.root.appending(path: "models")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let manager = Self.manager(folder)
        var training = PredictionTraining(.failure, horizon: 86_400)
        training.until = site.pipeline.source.catalog.axis.dataRange.upperBound - 200 * 86_400
        let trained = try training.train(on: site.pipeline.source)
        try manager.store(trained.onnx(), named: "failure.onnx")
        let panels = ModelPanels(manager)
        let report = try #require(
            try site.pipeline.diagnose(nil, in: site.analysed) { device in
                Self.panel(panels, device, site)
            })
        let comparison = try #require(report.model.comparison)
        #expect(comparison.truth == .failures(horizon: 86_400))
        #expect(comparison.lanes.count == 3)
        #expect(comparison.best?.detector == .model("failure.onnx"))
        #expect(comparison.best?.verdict?.isBackTest == true)
        let bands = try #require(comparison.lanes.first { $0.detector == .bands }?.verdict)
        #expect(bands.detected > 0 && bands.detected < bands.positives)
        #expect(trained.test.second != nil && trained.test.kind == .trees)
        #expect(try #require(trained.test.calibrationError) < 0.02)
    }
}
