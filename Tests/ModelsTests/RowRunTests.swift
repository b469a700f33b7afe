import Analysis
import Foundation
import Testing

@testable import Models
import Values

#if canImport(Glibc)
    import Glibc
#endif

@Suite("Rows in shared memory")
struct RowRunTests {
    private static let names = ["a", "b", "c"]

    private static func model() throws -> (file: ModelFile, rows: [Float]) {
        var random = SeededGenerator(seed: 9)
        let rows = (0..<10_000).map { _ -> [Double] in
            let x = random.normal()
            return [x, x + 0.1 * random.normal(), random.normal()]
        }
        let fitted = try PCAAutoencoder().fit(FeatureMatrix(rows: rows), names: names)
        return (ModelFile(bytes: fitted.onnx()), rows.flatMap { $0.map(Float.init) })
    }

    private static func client(sharedBytes: Int) -> InferenceClient {
        var configuration = InferenceConfiguration(
            executable: Surroundings.program ?? "",
            search: LibrarySearch(folders: [Surroundings.root.appending(path: ".onnxruntime").path])
        )
        configuration.sharedBytes = sharedBytes
        return InferenceClient(configuration)
    }

    @Test(
        "give what a tensor of all gives, in one block or in many",
        .enabled(if: Surroundings.hasLibrary, "needs the program and an ONNX Runtime"),
        arguments: [8 << 20, 120_000])
    func blocks(sharedBytes: Int) throws {
        let (file, rows) = try Self.model()
        let outputs = ["score", "reconstruction"]
        let client = Self.client(sharedBytes: sharedBytes)
        #if os(Linux)
            let found = try #require(
                try client.run(file, rows: rows, width: 3, input: "x", outputs: outputs))
            let tensor = try #require(OnnxTensor(dims: [10_000, 3], data: .float32(rows)))
            let whole = try client.run(
                file, feeds: [OnnxFeed(name: "x", tensor: tensor)], outputs: outputs)
            #expect(found.map { $0.count } == [10_000, 30_000])
            for (numbers, wanted) in zip(found, whole) {
                #expect(wanted.value.tensor?.data == .float32(numbers))
            }
        #endif
    }

    @Test(
        "are not run where there is no such memory, too little, or no such output",
        .enabled(if: Surroundings.hasLibrary, "needs the program and an ONNX Runtime"))
    func refusals() throws {
        let (file, rows) = try Self.model()
        for bytes in [0, 4_096] {
            let client = Self.client(sharedBytes: bytes)
            #expect(
                try client.run(file, rows: rows, width: 3, input: "x", outputs: ["score"]) == nil)
        }
        let client = Self.client(sharedBytes: 1 << 20)
        #expect(try client.run(file, rows: rows, width: 3, input: "x", outputs: ["other"]) == nil)
        #expect(try client.run(file, rows: rows, width: 7, input: "x", outputs: ["score"]) == nil)
    }

    @Test(
        "of a wrong width are refused in the runtime's words, and the process lives on",
        .enabled(if: Surroundings.hasLibrary, "needs the program and an ONNX Runtime"))
    func wrongWidth() throws {
        let (file, rows) = try Self.model()
        let client = Self.client(sharedBytes: 8 << 20)
        #if os(Linux)
            #expect(throws: ModelError.self) {
                try client.run(file, rows: rows, width: 2, input: "x", outputs: ["score"])
            }
        #endif
        let again = try client.run(file, rows: rows, width: 3, input: "x", outputs: ["score"])
        #expect((again?[0].count ?? 10_000) == 10_000)
    }

    @Test(
        "fit, or are refused before anything is read",
        arguments: [
            (10, 3, 1, true), (10, 3, 2, false), (0, 3, 1, false), (-1, 3, 1, false),
            (10, 0, 1, false), (10, -3, 1, false), (10, 3, 0, false),
            (Int.max, 3, 1, false), (10, Int.max, 1, false), (10, 3, Int.max, false),
        ])
    func sizes(rows: Int, width: Int, output: Int, fits: Bool) {
        let block = RowBlock(
            input: .init(name: "x", width: width), rows: rows,
            outputs: [.init(name: "y", width: output)])
        #expect(block.fits(40) == fits)
    }

    #if os(Linux)
        @Test("the other side cannot change the memory's size")
        func seal() throws {
            let memory = try #require(SharedMemory(bytes: 8_192))
            #expect(ftruncate(memory.descriptor, 0) == -1)
            #expect(errno == EPERM)
            #expect(ftruncate(memory.descriptor, 1 << 20) == -1)
            memory.write([1, 2, 3])
            var read: [Float] = []
            memory.append(1..<3, to: &read)
            #expect(read == [2, 3])
        }

        @Test("nothing is read from before or behind the memory")
        func bounds() async {
            await #expect(processExitsWith: .failure) {
                var read: [Float] = []
                SharedMemory(bytes: 8_192)?.append(-1..<1, to: &read)
            }
            await #expect(processExitsWith: .failure) {
                var read: [Float] = []
                SharedMemory(bytes: 8_192)?.append(2_048..<2_049, to: &read)
            }
        }
    #endif
}
