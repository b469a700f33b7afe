import Values

/// Models and files that cannot be used.
extension EnglishPhrases {
    func fault(_ error: ModelError) -> String {
        switch error {
        case .file(let path, let code):
            "\(path) cannot be read or written: \(SystemMessage.text(code))."
        case .refused(let refusal): fault(refusal)
        case .noRuntime:
            "ONNX Runtime is not installed, so models cannot be run. Resources/fetch-onnxruntime installs it."
        case .fault(let fault): words(fault)
        case .missingColumns(let names):
            "The data lacks columns that the model needs: \(list(names, limit: 6))."
        case .unsupported(let form): words(form)
        case .featureCount(let expected, let found):
            "The model takes \(format.counted(expected, "feature", "features")), but \(format.count(found)) were given."
        case .notFinite(let row, let column):
            "The value in row \(row + 1), column \(column + 1) is not a finite number."
        case .resultCount(let output, let expected, let found):
            "The output \(output) has \(format.counted(found, "value", "values")); expected were \(format.count(expected))."
        case .feeds(let fault): words(fault)
        case .tooFewRows(let found, let needed):
            "Not enough data to train on: \(format.count(found)) found, at least \(format.count(needed)) needed."
        case .notFittable(let error): "No model can be fitted to these numbers: \(fault(error))."
        case .disagreement(let difference):
            "The exported model differs from the fitted one by \(format.figure(difference)) (relative): its numbers exceed 32-bit precision."
        case .cancelled: "Training was cancelled."
        }
    }

    func fault(_ error: AnalysisError) -> String {
        switch error {
        case .shape(let rows, let columns, let values):
            "\(format.counted(values, "value", "values")) cannot fill \(format.counted(rows, "row", "rows")) of \(format.counted(columns, "column", "columns"))"
        case .ragged(let index, let expected, let found):
            "line \(index + 1) has \(format.counted(found, "value", "values")) instead of \(format.count(expected))"
        case .notFinite(let row, let column):
            "the value in row \(row + 1), column \(column + 1) is missing or infinite"
        case .length(let expected, let found):
            "\(format.counted(expected, "value was", "values were")) expected, \(format.count(found)) given"
        case .columns(let expected, let found):
            "the model was fitted on \(format.counted(expected, "column", "columns")), but \(format.count(found)) were given"
        case .tooFew(let found, let needed):
            "at least \(format.counted(needed, "row is", "rows are")) needed, \(format.count(found)) found"
        case .parameter(let name, let value, let minimum, let maximum):
            "\(name) is \(format.figure(value)), outside \(format.figure(minimum)) to \(format.figure(maximum))"
        case .notConverged(let iterations):
            "no convergence after \(format.counted(iterations, "iteration", "iterations"))"
        }
    }

    func fault(_ problem: FileProblem, path: String) -> String {
        let file = path.isEmpty ? "The file" : path
        return switch problem {
        case .missing: "\(file) does not exist."
        case .notReadable: "\(file) cannot be read: permission denied."
        case .notWritable: "\(file) cannot be written: permission denied."
        case .noSpace: "\(file) cannot be written: no space left on the disk."
        case .tooLarge: "\(file) is too large."
        case .other: "\(file) cannot be read or written."
        }
    }

    private func fault(_ refusal: ModelRefusal) -> String {
        switch refusal {
        case .tooLarge(let bytes, let limit):
            "The file has \(format.count(bytes)) bytes; at most \(format.count(limit)) are accepted."
        case .notProtobuf(let offset, let kind):
            "The file is not an ONNX model: byte \(format.count(offset)) cannot be decoded\(resembles(kind))."
        case .nestedTooDeeply(let limit):
            "The file nests messages more than \(format.count(limit)) levels deep."
        case .noGraph(let kind): "The file contains no model\(resembles(kind))."
        case .formatTooNew(let version, let limit):
            "The file’s format (IR version \(version)) is newer than the supported one (\(limit))."
        case .externalData(let locations):
            "The model keeps its weights in other files, which are not read: \(list(locations, limit: 6))."
        case .localFunctions(let count):
            "The model defines \(format.counted(count, "function", "functions")) of its own; such models are not run."
        case .controlFlow(let name):
            "The model has a \(name) node, which runs a graph of its own and might never end."
        case .tooManyNodes(let count, let limit):
            "The model has \(format.count(count)) nodes; at most \(format.count(limit)) are accepted."
        }
    }

    private func resembles(_ kind: FileKind?) -> String {
        switch kind {
        case .empty: "; it is empty"
        case .zip: "; it looks like a ZIP archive, such as PyTorch’s own format"
        case .pickle: "; it looks like a Python pickle"
        case .hdf5: "; it looks like HDF5, the older format of Keras models"
        case .png: "; it looks like an image"
        case .text: "; it looks like text"
        case nil: ""
        }
    }

    private func words(_ fault: InferenceFault) -> String {
        switch fault.cause {
        case .message(let words, _): "ONNX Runtime refused the model: \(words)"
        case .timedOut(let limit):
            "The model ran longer than \(format.duration(limit / .seconds(1))) and was stopped."
        case .outOfMemory: "The model needed more memory than it is allowed."
        case .unreadable(let what):
            "The model takes or gives a type that is not supported: \(what)."
        case .signal(let number):
            "The model crashed its runtime (signal \(number)), which runs in a process of its own."
        case .exited(let status): "The model’s process exited with status \(status)."
        case .malformedAnswer: "The model’s process gave no valid answer."
        case .system(let code):
            "The model’s process cannot be started: \(SystemMessage.text(code))."
        }
    }

    private func words(_ form: UnsupportedForm) -> String {
        switch form {
        case .input(let name): "The input \(name) is not a table, window or column of numbers."
        case .inputType(let name): "The input \(name) does not take numbers."
        case .outputs(let names):
            "None of the outputs has a value for each row: \(list(names, limit: 6))."
        case .inputTooLarge(let name): "The input \(name) needs too many numbers at once."
        }
    }

    private func words(_ fault: FeedsFault) -> String {
        switch fault {
        case .json(let path, let reason):
            "The inputs are not in the expected form\(path.isEmpty ? "" : " at \(path)"): \(reason)"
        case .type(let input, let found): "The input \(input) has the unknown type \(found)."
        case .elementCount(let input, let dims, let found):
            "The input \(input) has \(format.count(found)) elements, which do not fill \(dims)."
        }
    }
}
