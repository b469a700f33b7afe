import Foundation
import Testing

#if os(Linux)
    @Suite("The scripts that fetch the library and the checker of pages")
    struct FetchScriptTests {
        private func run(
            _ folder: String, path: String, script name: String = "fetch-onnxruntime"
        ) throws -> (output: String, status: Int32) {
            let process = Process()
            process.executableURL = URL(filePath: "/bin/sh")
            let script = Surroundings.root.appending(path: "Resources/\(name)").path
            process.arguments = [script, folder]
            process.environment = ["PATH": path]
            let pipe = Pipe()
            process.standardOutput = pipe
            process.standardError = pipe
            try process.run()
            let output = pipe.fileHandleForReading.readDataToEndOfFile()
            process.waitUntilExit()
            return (String(decoding: output, as: UTF8.self), process.terminationStatus)
        }

        @Test("does nothing and says nothing where the library is")
        func present() throws {
            let folder = try TemporaryFolder()
            let library = folder.path + "/libonnxruntime.so.1.31.1"
            try Data("here".utf8).write(to: URL(filePath: library))
            let result = try run(folder.path, path: "/usr/bin:/bin")
            #expect(result.output.isEmpty)
            #expect(result.status == 0)
            #expect(try Data(contentsOf: URL(filePath: library)) == Data("here".utf8))
        }

        @Test(
            "says one sentence and leaves nothing where it cannot be fetched",
            arguments: [
                ("fetch-onnxruntime", "ONNX Runtime", "all but .onnx models works"),
                ("fetch-axe", "axe-core", "all but the accessibility tests works"),
            ])
        func offline(_ script: String, _ what: String, _ rest: String) throws {
            let folder = try TemporaryFolder()
            // A path with what the script needs, but without Python.
            let tools = try TemporaryFolder()
            for tool in ["uname", "dirname", "mkdir", "mktemp", "rm", "tail", "cut"] {
                let original = ["/usr/bin/", "/bin/"].map { $0 + tool }
                    .first(where: FileManager.default.fileExists)
                try FileManager.default.createSymbolicLink(
                    atPath: tools.path + "/" + tool,
                    withDestinationPath: #require(original))
            }
            let result = try run(folder.path + "/new", path: tools.path, script: script)
            #expect(
                result.output == "\(what) was not fetched (python3 with pip is needed for that);"
                    + " \(rest) without it.\n")
            #expect(result.status == 0)
            #expect(!FileManager.default.fileExists(atPath: folder.path + "/new"))
        }
    }
#endif
