import Foundation
import Models
import Testing
import Values

@Suite("A file of inputs")
struct FeedsFileTests {
    private func read(_ json: String) throws -> [OnnxFeed] {
        try FeedsFile(json: Array(json.utf8)).feeds
    }

    @Test(
        "gives tensors of each type",
        arguments: [
            ("float32", "[1, \"NaN\"]", OnnxTensorData.float32([1, .nan])),
            ("float64", "[0.1, \"-Infinity\"]", .float64([0.1, -.infinity])),
            ("int32", "[-1, 2]", .int32([-1, 2])),
            ("int64", "[9223372036854775807, 0]", .int64([.max, 0])),
            ("bool", "[true, false]", .bool([true, false])),
            ("string", "[\"a\", \"\"]", .string(["a", ""])),
        ])
    func types(type: String, data: String, expected: OnnxTensorData) throws {
        let json = "{\"feeds\": {\"x\": {\"type\": \"\(type)\", \"dims\": [2], \"data\": \(data)}}}"
        let tensor = try #require(try read(json).first?.tensor)
        #expect(tensor.dims == [2])
        // NaN differs from itself, its text does not.
        #expect(String(describing: tensor.data) == String(describing: expected))
    }

    @Test("is read with and without the outer object, in the order of names")
    func order() throws {
        let tensor = "{\"kind\": \"tensor\", \"type\": \"bool\", \"dims\": [], \"data\": [true]}"
        let inner = "{\"b\": \(tensor), \"a\": \(tensor)}"
        #expect(try read(inner) == read("{\"feeds\": \(inner)}"))
        #expect(try read(inner).map(\.name) == ["a", "b"])
    }

    @Test(
        "of another form is refused with the place",
        arguments: [
            (
                "{\"x\": {\"type\": \"int64\", \"dims\": [3], \"data\": [1, 2]}}",
                FeedsFault.elementCount(input: "x", dims: [3], found: 2)
            ),
            (
                "{\"x\": {\"type\": \"int64\", \"dims\": [-1, -2], \"data\": [1, 2]}}",
                .elementCount(input: "x", dims: [-1, -2], found: 2)
            ),
            (
                "{\"x\": {\"type\": \"int64\", \"dims\": [4611686018427387904, 4], \"data\": []}}",
                .elementCount(input: "x", dims: [1 << 62, 4], found: 0)
            ),
            (
                "{\"x\": {\"type\": \"uint4\", \"dims\": [1], \"data\": [1]}}",
                .type(input: "x", found: "uint4")
            ),
            (
                "{\"x\": {\"type\": \"int64\", \"data\": [1]}}",
                .json(path: "x.dims", reason: "is missing")
            ),
        ])
    func refusals(json: String, fault: FeedsFault) {
        #expect(throws: ModelError.feeds(fault)) { try read(json) }
    }

    @Test(
        "of no JSON, or with an element of another type, is refused",
        arguments: [
            "", "[]", "{\"x\": 1}",
            "{\"x\": {\"type\": \"int64\", \"dims\": [1], \"data\": [1.5]}}",
        ])
    func noJSON(json: String) {
        #expect(throws: ModelError.self) { try read(json) }
    }
}

@Suite("A file of outputs")
struct OutputsFileTests {
    private func text(_ value: OnnxValue) throws -> String {
        String(
            decoding: try OutputsFile([OnnxNamedValue(name: "y", value: value)]).json(),
            as: UTF8.self)
    }

    private func tensor(_ data: OnnxTensorData) -> OnnxTensor { OnnxTensor(data) }

    @Test("tells kind, type, dimensions and elements")
    func tensors() throws {
        #expect(
            try text(.tensor(tensor(.float32([0.1, .nan]))))
                == "{\"outputs\":{\"y\":{\"data\":[0.1,\"NaN\"],\"dims\":[2],\"kind\":\"tensor\","
                + "\"type\":\"float32\"}}}")
    }

    @Test("tells maps of equal keys as a table")
    func maps() throws {
        let map = { (a: Float, b: Float) in
            OnnxValue.map(
                keys: tensor(.string(["no", "yes"])), values: tensor(.float32([a, b])))
        }
        #expect(
            try text(.sequence([map(0.25, 0.75), map(1, 0)]))
                == "{\"outputs\":{\"y\":{\"key_type\":\"string\",\"keys\":[\"no\",\"yes\"],"
                + "\"kind\":\"sequence_of_maps\",\"rows\":[[0.25,0.75],[1,0]]}}}")
    }

    @Test("is read back as it was written")
    func roundTrip() throws {
        let feeds = [OnnxFeed(name: "y", tensor: tensor(.float64([0.1, 1e300, -0.0])))]
        let outputs = OutputsFile(
            feeds.map { OnnxNamedValue(name: $0.name, value: .tensor($0.tensor)) })
        let json = String(decoding: try outputs.json(), as: UTF8.self)
        let renamed = json.replacingOccurrences(of: "outputs", with: "feeds")
        #expect(try FeedsFile(json: Array(renamed.utf8)).feeds == feeds)
    }
}
