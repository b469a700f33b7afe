import Foundation
import Testing
import Wording

@testable import App

@Suite("perfmon causes")
struct CausesCommandTests {
    /// A plant of three signals, one row a minute; from row 800 on the reading `b` lies 8 higher.
    private func file(rows: Int = 900) throws -> URL {
        let file = FileManager.default.temporaryDirectory
            .appending(path: "perfmon-causes-\(UUID().uuidString).csv")
        var text = "timestamp,a,b,c\n"
        var state: UInt64 = 7
        var drive = 0.0
        let noise = {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 40) / Double(1 << 24) - 0.5
        }
        for row in 0..<rows {
            drive += 0.6 * noise() - 0.03 * drive
            let (hour, minute) = ((row / 60 % 24), row % 60)
            let stamp =
                "2026-03-0\(2 + row / 1_440)T\(hour < 10 ? "0" : "")\(hour):"
                + "\(minute < 10 ? "0" : "")\(minute):00Z"
            let values = [drive, 2 * drive + (row >= 800 ? 8 : 0), -drive].map {
                $0 + 0.2 * noise()
            }
            text += "\(stamp),\(values[0]),\(values[1]),\(values[2])\n"
        }
        try text.write(to: file, atomically: true, encoding: .utf8)
        return file
    }

    private func answer(
        _ file: URL, noticed: String? = nil, device: String? = nil, isJSON: Bool = true
    ) throws -> String {
        let request = CausesCommand.Request(
            input: file.path, noticed: noticed, device: device, isJSON: isJSON)
        return try CausesCommand(
            request: request, configuration: Configuration(arguments: [], environment: [:])
        ).answer()
    }

    private struct Answer: Decodable {
        var ranking: [String]
        var start: String
        var noticed: String
        var compared: Int
        var events: [String]
    }

    @Test("ranks all signals of a file and names the start")
    func json() throws {
        let file = try file()
        defer { try? FileManager.default.removeItem(at: file) }
        let answer = try JSONDecoder().decode(Answer.self, from: Data(answer(file).utf8))
        #expect(answer.ranking.first == "b")
        #expect(Set(answer.ranking) == ["a", "b", "c"])
        #expect(answer.start.hasPrefix("2026-03-02T13:"))
        #expect(answer.noticed == "2026-03-02T14:59Z")
        #expect(answer.compared == 3)
        #expect(answer.events.isEmpty)
    }

    @Test("looks at nothing after the time that is given")
    func noticed() throws {
        let file = try file()
        defer { try? FileManager.default.removeItem(at: file) }
        let text = try answer(file, noticed: "2026-03-02T14:00:00Z")
        let early = try JSONDecoder().decode(Answer.self, from: Data(text.utf8))
        #expect(early.noticed == "2026-03-02T14:00Z")
    }

    @Test("says in words what moved and what did not")
    func words() throws {
        let file = try file()
        defer { try? FileManager.default.removeItem(at: file) }
        let text = try answer(file, isJSON: false)
        #expect(text.hasPrefix("The most likely origin is b ("))
        #expect(text.contains("b rose first (2 Mar 13:"))
        #expect(text.contains("Unchanged: a, c.") || text.contains("Unchanged: a and c."))
    }

    @Test("has a sentence for a time, a device and a file that do not do")
    func refusals() throws {
        let file = try file(rows: 300)
        defer { try? FileManager.default.removeItem(at: file) }
        let sentence = { (noticed: String?, device: String?) -> String? in
            do {
                _ = try answer(file, noticed: noticed, device: device)
                return nil
            } catch { return (error as? UsageProblem)?.sentence }
        }
        #expect(
            sentence("soon", nil) == "--at expects a time such as 2015-10-01T06:00, found “soon”.")
        #expect(sentence(nil, "x") == "There is no device “x”.")
        #expect(
            sentence(nil, nil) == "At least 2 signals with 400 rows before that time are needed.")
    }
}
