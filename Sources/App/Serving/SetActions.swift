import Dashboard
import Foundation
import HTTP
import Learning
import Pipeline
import Reports
import Store
import Telemetry
import Values
import Wording

/// The forms of Import about a set: correct a schema, read again, try again, delete.
struct SetActions: Sendable {
    let site: Site

    /// Keeps the corrections of a file beside it and reads the set again.
    func saveSchema(_ request: Request) -> Reply {
        let form = request.body.formItems
        return .later {
            // A page from before a restart is about a set that nobody has asked for since.
            if let set = form["set"], site.store.datasets().contains(set) {
                _ = await site.waitUntilReady(set, for: .seconds(20))
            }
            guard let set = form["set"], let file = form["file"],
                let imports = site.store.view(of: set).analysed?.snapshot.imports,
                let schema = imports.load.files.first(where: { $0.name == file })?.schema
            else { return site.problem(.noSuchFile(form["file"] ?? ""), .notFound, for: request) }
            let correction = SchemaForm(form.items.map { ($0.name, $0.value) })
                .correction(of: schema, earlier: imports.corrections[file])
            let folder = site.folder
            let problem = await site.work(of: set) { () -> StorageError? in
                do throws(StorageError) {
                    try folder.setCorrection(correction, for: file, in: set)
                    return nil
                } catch { return error }
            }
            if let problem { return self.failed(problem, request) }
            return await readAgain(set, notice: .schemaSaved(file: file), request)
        }
    }

    /// Reads the files of a set again.
    func reload(_ request: Request) -> Reply {
        let form = request.body.formItems
        return .later {
            guard let set = form["set"], site.store.datasets().contains(set) else {
                return site.problem(.noSuchSet(form["set"] ?? ""), .notFound, for: request)
            }
            return await readAgain(set, notice: .reloadStarted(set: set), request)
        }
    }

    /// Tries a set again that is set aside. The answer does not wait for it: should the program
    /// crash over it once more, its successor makes the page to which the answer leads.
    func retry(_ request: Request) -> Reply {
        let form = request.body.formItems
        return .later {
            guard let set = form["set"], site.store.datasets().contains(set) else {
                return site.problem(.noSuchSet(form["set"] ?? ""), .notFound, for: request)
            }
            await site.work(of: set) { site.store.retry(set) }
            return site.redirect(
                to: "/import", set: set, notices: [.reloadStarted(set: set)], for: request)
        }
    }

    /// Asks first; deletes once the form says `confirm=yes`.
    func delete(_ request: Request) -> Reply {
        let form = request.body.formItems
        return .later {
            guard let set = form["set"], site.store.datasets().contains(set) else {
                return site.problem(.noSuchSet(form["set"] ?? ""), .notFound, for: request)
            }
            guard form["confirm"] == "yes" else {
                let bytes = PageRenderer.renderDeleteConfirmation(
                    set: set,
                    isInDatabase: site.store.view(of: set).dataset?.source != nil,
                    site.input(Site.manner(request), request))
                return .html(bytes: bytes, headers: ["Cache-Control": "no-store"])
            }
            if let problem = await remove(set) { return self.failed(problem, request) }
            return site.redirect(
                to: "/import", set: nil, notices: [.deleted(set: set)], for: request)
        }
    }

    /// Deletes a set with all that is known of it; gives what prevented that.
    func remove(_ set: String) async -> StorageError? {
        let folder = site.folder
        let problem = await site.work(of: set) { () -> StorageError? in
            do throws(StorageError) {
                try folder.remove(dataset: set)
                return nil
            } catch { return error }
        }
        if let problem { return problem }
        await site.work(of: set) { site.store.forget(set) }
        site.processed.remove(set)
        site.notes.forget(set)
        site.predictions.forget(set)
        return nil
    }

    private func readAgain(
        _ set: String, notice: Notice, _ request: Request
    ) async -> Response {
        await site.work(of: set) { site.store.reload(set) }
        _ = await site.waitUntilReady(set, for: .seconds(2))
        return site.redirect(to: "/import", set: set, notices: [notice], for: request)
    }

    /// The answer where a change of a set failed.
    func failed(_ error: StorageError, _ request: Request) -> Response {
        site.log.error("storage", [("error", "\(error)")])
        switch error {
        case .unknownDataset(let name):
            return site.problem(.noSuchSet(name), .notFound, for: request)
        case .unknownFile(let name, _):
            return site.problem(.noSuchFile(name), .notFound, for: request)
        default:
            return site.problem(
                .upload(.notStored(reason: "\(error)")), .internalServerError, for: request)
        }
    }
}
