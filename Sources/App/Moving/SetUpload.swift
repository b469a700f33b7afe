import Containers
import Dashboard
import Foundation
import HTTP
import Store
import Telemetry
import Wording

/// Exported sets that are uploaded.
struct SetUpload: Sendable {
    let site: Site

    /// Takes an exported set in under the typed name or its own; `nil` where none was sent. Waits
    /// for another process: not for threads that serve.
    ///
    /// - Parameter isLook: the files were sent to be looked at, which a set is not.
    func take(_ form: MultipartForm, isLook: Bool) -> Upload.Outcome? {
        let sets = form.files.filter { Container.kind(ofFile: $0.file.path) == .set }
        guard let sent = sets.first else { return nil }
        let name = sent.part.fileName ?? "set.zip"
        guard form.files.count == 1, !isLook else {
            return .refused(.setAlone(file: name), .unprocessableContent)
        }
        let typed = (form.textItems["set"] ?? "").trimmingCharacters(in: .whitespaces)
        do throws(SetMoveFault) {
            let taken = try SetImport(folder: site.folder).take(
                sent.file.path, as: typed.isEmpty ? nil : typed)
            // A page of this name may have been asked for before.
            site.notes.forget(taken.set)
            return .stored(
                .moved(
                    set: taken.set, files: taken.files, models: taken.models, bytes: taken.bytes),
                set: taken.set)
        } catch {
            return .refused(.notMoved(file: name, error), Self.status(error))
        }
    }

    private static func status(_ fault: SetMoveFault) -> HTTP.Status {
        switch fault {
        case .nameTaken, .modelTaken: .conflict
        case .notStored: .internalServerError
        default: .unprocessableContent
        }
    }
}
