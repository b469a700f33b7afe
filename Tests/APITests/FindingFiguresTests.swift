import Foundation
import Samples
import Testing
import Values
import Wording

@testable import API
@testable import Reports

@Suite("Findings for programs")
struct FindingFiguresTests {
    @Test("Every kind has a name of its own, in snake case, and a sentence")
    func kinds() throws {
        let sample = Sample(.rich)
        var names: [String: String] = [:]
        for kind in sample.allKinds {
            let finding = Finding(kind, tone: .neutral, weight: 1)
            let name = FindingFigures(finding.kind).name
            #expect(!name.isEmpty && name.allSatisfy { $0.isLowercase || $0 == "_" })
            let kind = String("\(finding.kind)".prefix { $0 != "(" })
            #expect(names[name] == nil || names[name] == kind, "\(name)")
            names[name] = kind
        }
        #expect(names.count == 31)
    }

    @Test("Figures of a change are those of its sentence")
    func figures() throws {
        let device = DeviceRef(index: 0, name: "pump 1")
        let finding = Finding(
            .eventsChanged(
                .failure, code: nil, Compared(current: 12, previous: 4), p: 0.01,
                topDevices: [device], topShare: 0.5),
            tone: .bad, weight: 80)
        let bytes = Shapes.finding.bytes(
            finding, in: AnswerContext(Sample(.rich).context, language: .en))
        let read = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
        let figures = try #require(read?["figures"] as? [String: Any])
        #expect(figures["current"] as? Double == 12)
        #expect(figures["previous"] as? Double == 4)
        #expect(figures["p"] as? Double == 0.01)
        #expect(read?["devices"] as? [String] == ["pump 1"])
        #expect(read?["kind"] as? String == "events_changed")
        #expect((read?["sentence"] as? String)?.contains("12") == true)
    }
}
