import Foundation
import Models

/// `perfmon model run`: runs a model on given inputs and prints its outputs as JSON.
struct ModelCommand {
    let model: String
    let feeds: String
    let options: InferenceConfiguration

    func run() -> Int32 {
        do {
            let output = try ModelRunCommand.run(
                model: try bytes(model), feeds: try bytes(feeds), client: InferenceClient(options))
            print(String(decoding: output, as: UTF8.self))
            return 0
        } catch {
            print("\(model): \(ErrorSentence(error).text)", to: &Output.standardError)
            return 1
        }
    }

    private func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: path)))
    }
}
