import Foundation
import Reports
import Samples
import Testing
import Values

@testable import Dashboard
@testable import Wording

@Suite("What is to come, on the Overview")
struct PredictionPageTests {
    /// The Overview of a fleet while a model gives the device at a place of the list a high risk.
    private func page(
        _ kind: Sample.Kind, risk: Double, at place: Int, versions: ModelVersions? = nil
    ) throws -> (document: Document, device: DeviceRef) {
        var input = Sample(kind).input()
        let devices = input.snapshot?.overview.devices.map(\.device) ?? []
        let device = devices[place]
        var rows = devices.filter { $0 != device }.map {
            FleetPrediction.Row(device: $0, value: 0.001)
        }
        rows.insert(.init(device: device, value: risk), at: 0)
        input.prediction = .known(
            FleetPrediction(
                quantity: .failure(within: 172_800), time: Sample.start, rows: rows,
                test: BackTest(rows: 100), file: "risk-set.onnx"))
        input.modelVersions = versions
        return (
            try Document(String(decoding: PageRenderer.render(.overview, input), as: UTF8.self)),
            device
        )
    }

    /// The card of the devices that need attention.
    private func card(_ document: Document) throws -> Int {
        try #require(
            document.all { $0.name == "section" && $0.attributes["aria-labelledby"] == "h-worst" }
                .first)
    }

    private func firstStatuses(_ document: Document) -> [String] {
        guard let card = try? card(document) else { return [] }
        let inside = Set(document.below(card))
        return document.classed("st").filter(inside.contains).map {
            document.text($0).trimmingCharacters(in: .whitespaces)
        }
    }

    @Test("a device without a trouble that is to fail comes first, and is not called OK")
    func atRisk() throws {
        let (document, device) = try page(.constant, risk: 0.93, at: 5)
        #expect(firstStatuses(document).first == "At risk")
        let card = document.text(try card(document))
        #expect(card.contains("No problem is open"))
        #expect(card.contains("a model predicts a failure or the end of life soon"))
        #expect(card.contains("\(device.name)"))
        #expect(!card.contains("these have the lowest health"))
        let (calm, _) = try page(.constant, risk: 0.2, at: 5)
        #expect(!firstStatuses(calm).contains("At risk"))
    }

    @Test("a low risk beside an open problem is explained, and only there")
    func lowRisk() throws {
        let told = "the predicted risk what looks like the time before logged failures"
        let (troubled, _) = try page(.rich, risk: 0.001, at: 0)
        #expect(troubled.text(try card(troubled)).contains(told))
        let (calm, _) = try page(.constant, risk: 0.001, at: 0)
        #expect(!calm.text(try card(calm)).contains(told))
    }

    @Test("it comes behind devices that are in trouble now")
    func behind() throws {
        let devices = Sample(.rich).input().snapshot?.overview.devices ?? []
        let well = try #require(devices.firstIndex { $0.status == .ok })
        let statuses = firstStatuses(try page(.rich, risk: 0.93, at: well).document)
        let troubled = devices.prefix(AttentionTable.shortList).count { $0.status != .ok }
        #expect(statuses.prefix(troubled).allSatisfy { $0 != "At risk" && $0 != "OK" })
        if troubled < AttentionTable.shortList { #expect(statuses[troubled] == "At risk") }
    }

    @Test("the model's settings say where the horizon comes from, and let it be chosen")
    func settings() throws {
        for versions in Sample.modelVersions {
            let document = try page(.rich, risk: 0.9, at: 0, versions: versions).document
            let forms = document.all {
                $0.name == "form"
                    && $0.attributes["action"]?.hasPrefix("/models/predictor") ?? false
            }
            // The horizon, one for each version but a kept one, the newest, and off.
            let uses = versions.pinned == nil ? versions.versions.count : 1
            #expect(forms.count == 2 + uses)
            #expect(
                !document.all { $0.name == "option" && $0.attributes["value"] == "auto" }.isEmpty)
        }
    }
}
