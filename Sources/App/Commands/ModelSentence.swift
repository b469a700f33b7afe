import Foundation
import Models
import Values

/// Why a model gives no answer, as a sentence for the command line.
struct ModelSentence {
    let text: String

    init(_ error: ModelError) {
        switch error {
        case .file(let path, let code):
            text = "\(path) cannot be read or written: \(Self.system(code))."
        case .refused(let refusal): text = Self.words(refusal)
        case .noRuntime:
            text =
                "The ONNX Runtime is not installed, so models cannot be run; Resources/fetch-onnxruntime gets it."
        case .fault(let fault): text = Self.words(fault)
        case .missingColumns(let names):
            text = "The model needs what the data does not have: \(Self.list(names))."
        case .unsupported(let form): text = Self.words(form)
        case .featureCount(let expected, let found):
            text = "The model takes \(expected) features, and \(found) were given."
        case .notFinite(let row, let column):
            text = "The value in row \(row + 1), column \(column + 1) is no finite number."
        case .resultCount(let output, let expected, let found):
            text =
                "The output \(output) has \(found) values where \(expected) were expected."
        case .feeds(let fault): text = Self.words(fault)
        case .tooFewRows(let found, let needed):
            text =
                "There is too little to learn from: \(found) found, at least \(needed) needed."
        case .notFittable(let cause): text = "A model cannot be fitted on these numbers (\(cause))."
        case .disagreement(let difference):
            text =
                "The written model differs from the fitted one by \(difference); its numbers are too large for 32 bits."
        case .cancelled: text = "The training was cancelled."
        }
    }

    private static func system(_ code: Int32) -> String {
        POSIXErrorCode(rawValue: code).map { POSIXError($0).localizedDescription }
            ?? "error \(code)"
    }

    private static func list(_ names: [String]) -> String {
        let shown = names.prefix(6).joined(separator: ", ")
        return names.count > 6 ? "\(shown) and \(names.count - 6) more" : shown
    }

    private static func words(_ refusal: ModelRefusal) -> String {
        switch refusal {
        case .tooLarge(let bytes, let limit):
            "The file has \(bytes) bytes; \(limit) are accepted."
        case .notProtobuf(let offset, let kind):
            "The file is no ONNX model: byte \(offset) cannot be read\(resembles(kind))."
        case .nestedTooDeeply(let limit):
            "The file nests messages more than \(limit) deep."
        case .noGraph(let kind): "The file holds no model\(resembles(kind))."
        case .formatTooNew(let version, let limit):
            "The file's format (ir \(version)) is newer than the known one (\(limit))."
        case .externalData(let locations):
            "The model keeps its weights in other files, which are not read: \(list(locations))."
        case .localFunctions(let count):
            "The model defines \(count) functions of its own, which are not run."
        case .controlFlow(let name):
            "The model has a node \(name), which runs a graph of its own and may never end."
        case .tooManyNodes(let count, let limit):
            "The model has \(count) nodes; \(limit) are accepted."
        }
    }

    private static func resembles(_ kind: FileKind?) -> String {
        switch kind {
        case .empty: "; it is empty"
        case .zip: "; it looks like a ZIP archive, such as PyTorch's own files"
        case .pickle: "; it looks like a Python pickle"
        case .hdf5: "; it looks like HDF5, the older form of Keras models"
        case .png: "; it looks like a picture"
        case .text: "; it looks like text"
        case nil: ""
        }
    }

    private static func words(_ fault: InferenceFault) -> String {
        switch fault.cause {
        case .message(let words, _): "The runtime refused the model: \(words)"
        case .timedOut(let limit): "The model took longer than \(limit) and was stopped."
        case .outOfMemory: "The model needed more memory than it may have."
        case .unreadable(let what): "The model gave or took what is not handled here: \(what)."
        case .signal(let number):
            "The model stopped the runtime (signal \(number)); it ran in a process of its own."
        case .exited(let status): "The model's process ended itself (status \(status))."
        case .malformedAnswer: "The model's process gave no proper answer."
        case .system(let code): "The model's process cannot be started: \(system(code))."
        }
    }

    private static func words(_ form: UnsupportedForm) -> String {
        switch form {
        case .input(let name): "The input \(name) is no table, window or column of numbers."
        case .inputType(let name): "The input \(name) does not take numbers."
        case .outputs(let names): "No output has a value for each row: \(list(names))."
        case .inputTooLarge(let name): "The input \(name) asks for too many numbers at once."
        }
    }

    private static func words(_ fault: FeedsFault) -> String {
        switch fault {
        case .json(let path, let reason):
            "The inputs are not of the expected form\(path.isEmpty ? "" : " at \(path)"): \(reason)"
        case .type(let input, let found): "The input \(input) has the unknown type \(found)."
        case .elementCount(let input, let dims, let found):
            "The input \(input) has \(found) elements, which do not fill \(dims)."
        }
    }
}
