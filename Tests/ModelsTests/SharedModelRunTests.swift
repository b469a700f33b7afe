import Foundation
import Models
import Testing

/// Inputs and expected outputs of one model, as they stand in the list.
private struct Example {
    let feeds: [OnnxFeed]
    let expected: [String: Any]

    init(file: String) throws {
        let bytes = try Surroundings.bytes("models/manifest.json")
        let json = try #require(
            try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        let entry = try #require(
            (json["models"] as? [[String: Any]])?.first { $0["file"] as? String == file })
        let feeds = try JSONSerialization.data(withJSONObject: ["feeds": entry["feeds"]])
        self.feeds = try FeedsFile(json: [UInt8](feeds)).feeds
        expected = try #require(entry["expected"] as? [String: Any])
    }
}

/// Whether two pieces of JSON agree: numbers within the tolerance, all else exactly.
private func agree(_ found: Any?, _ expected: Any?, _ tolerance: Double) -> Bool {
    switch (found, expected) {
    case (let found as [Any], let expected as [Any]):
        found.count == expected.count
            && zip(found, expected).allSatisfy { agree($0, $1, tolerance) }
    case (let found as [String: Any], let expected as [String: Any]):
        found.keys.sorted() == expected.keys.sorted()
            && expected.allSatisfy { agree(found[$0.key], $0.value, tolerance) }
    case (let found as String, let expected as String): found == expected
    case (let found as NSNumber, let expected as NSNumber):
        abs(found.doubleValue - expected.doubleValue)
            <= tolerance * max(1, abs(expected.doubleValue))
    default: false
    }
}

@Suite(
    "Models that users bring", .serialized,
    .enabled(if: Surroundings.canRunShared, "needs ../shared, the program and an ONNX Runtime"))
struct SharedModelRunTests {
    private static let client = Surroundings.client()

    @Test("give the listed outputs for the listed inputs", arguments: Manifest.entries("models"))
    func good(entry: Manifest.Entry) throws {
        let example = try Example(file: entry.file)
        let outputs = try Self.client.run(
            Surroundings.model("models/" + entry.file), feeds: example.feeds)
        let json = try JSONSerialization.jsonObject(
            with: Data(try OutputsFile(outputs).json()))
        let found = (json as? [String: Any])?["outputs"]
        let tolerance = try #require(entry.tolerance)
        #expect(agree(found, example.expected, tolerance), "\(String(describing: found))")
    }

    @Test(
        "are described by the runtime as they describe themselves",
        arguments: Manifest.entries("models"))
    func descriptions(entry: Manifest.Entry) throws {
        let model = try Surroundings.model("models/" + entry.file)
        let session = try Self.client.load(model)
        let card = try ModelScan.card(of: model)
        #expect(session.inputs == card.inputs)
        #expect(session.outputs.map(\.name) == card.outputs.map(\.name))
        #expect(session.metadata == card.metadata)
        #expect(session.producer == card.producer)
        #expect(session.summary == card.summary)
    }

    @Test("run by the command as by the client")
    func command() throws {
        let model = try Surroundings.bytes("models/counts_int64_bool.onnx")
        let feeds = """
            {"feeds": {"counts": {"type": "int64", "dims": [1, 4], "data": [9, 9, 9, 9]}}}
            """
        let json = try ModelRunCommand.run(
            model: model, feeds: Array(feeds.utf8), client: Self.client)
        #expect(
            String(decoding: json, as: UTF8.self)
                == "{\"outputs\":{\"alarm\":{\"data\":[true],\"dims\":[1,1],\"kind\":\"tensor\","
                + "\"type\":\"bool\"},\"score\":{\"data\":[29.25],\"dims\":[1,1],"
                + "\"kind\":\"tensor\",\"type\":\"float32\"}}}")
    }
}
