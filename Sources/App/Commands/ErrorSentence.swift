import Foundation
import Models
import Telemetry
import Values

/// What a command says of an error: one readable sentence.
struct ErrorSentence {
    let text: String

    init(_ error: any Error) {
        switch error {
        case let error as ModelError: text = ModelSentence(error).text
        case let error as Configuration.Failure: text = error.sentence
        case let error as CocoaError:
            let path = error.filePath ?? error.url?.path
            text = Self.words(error.code, path.map { " \($0)" } ?? "")
        default: text = "\(error)"
        }
    }

    private static func words(_ code: CocoaError.Code, _ path: String) -> String {
        switch code {
        case .fileReadNoSuchFile, .fileNoSuchFile: "There is no file\(path)."
        case .fileReadNoPermission: "The file\(path) may not be read."
        case .fileWriteNoPermission: "The file\(path) may not be written."
        case .fileWriteOutOfSpace: "There is no space left for\(path)."
        case .fileReadTooLarge: "The file\(path) is too large."
        default: "The file\(path) cannot be read or written (\(code.rawValue))."
        }
    }
}
