import Foundation
import Values
import Wording

/// What a command says of an error: one readable sentence.
struct ErrorSentence {
    let text: String

    init(_ error: any Error) {
        let phrases = PlainPhrases()
        switch error {
        case let error as ModelError: text = phrases.fault(error)
        case let error as AnalysisError: text = phrases.fault(error)
        case let error as LoadError: text = phrases.loadError(error)
        case let error as UsageProblem: text = error.sentence
        case let error as CocoaError:
            text = phrases.fault(
                FileProblem(error.code), path: error.filePath ?? error.url?.path ?? "")
        default: text = "\(error)"
        }
    }
}

extension FileProblem {
    fileprivate init(_ code: CocoaError.Code) {
        self =
            switch code {
            case .fileReadNoSuchFile, .fileNoSuchFile: .missing
            case .fileReadNoPermission: .notReadable
            case .fileWriteNoPermission: .notWritable
            case .fileWriteOutOfSpace: .noSpace
            case .fileReadTooLarge: .tooLarge
            default: .other
            }
    }
}
