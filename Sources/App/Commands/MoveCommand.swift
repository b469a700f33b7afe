import Foundation
import Telemetry
import Wording

/// `perfmon export-set` and `perfmon import-set`: a set goes to another data folder with everything
/// that people put into it. A server may be running over either folder.
struct MoveCommand {
    let data: String

    private var folder: DatasetFolder {
        DatasetFolder(root: URL(filePath: data, directoryHint: .isDirectory))
    }

    /// Writes the archive; gives the exit status.
    func export(_ set: String, to output: String) -> Int32 {
        do throws(SetMoveFault) {
            let done = try SetExport(folder: folder).write(set, to: URL(filePath: output))
            print(
                PlainPhrases().exported(
                    set, files: done.files, models: done.models, bytes: done.bytes, to: output))
            return 0
        } catch {
            return fail(error, output)
        }
    }

    /// Takes the set of an archive in; gives the exit status.
    func take(_ file: String, as name: String?) -> Int32 {
        do throws(SetMoveFault) {
            let done = try SetImport(folder: folder).take(file, as: name)
            print(
                PlainPhrases().imported(
                    done.set, files: done.files.count, models: done.models, bytes: done.bytes))
            return 0
        } catch {
            return fail(error, file)
        }
    }

    private func fail(_ fault: SetMoveFault, _ file: String) -> Int32 {
        print(PlainPhrases().moveFault(fault, file: file), to: &Output.standardError)
        return 1
    }
}
