import Dashboard
import Foundation
import HTTP
import Markup
import Pipeline
import Reports
import Store
import Telemetry
import Wording

/// The forms about notes: add one, delete one.
struct NoteActions: Sendable {
    let site: Site

    func add(_ request: Request) -> Reply {
        let items = request.body.formItems
        return .later {
            guard let set = known(items["set"]) else {
                return site.problem(.noSuchSet(items["set"] ?? ""), .notFound, for: request)
            }
            if site.store.view(of: set).analysed == nil {
                _ = await site.waitUntilReady(set, for: .seconds(20))
            }
            guard let context = site.store.view(of: set).analysed?.snapshot.context else {
                return site.unavailable(set, for: request)
            }
            let form = NoteForm(items.items.map { ($0.name, $0.value) })
            guard let note = form.note(id: UUID().uuidString, in: context) else {
                return site.redirect(
                    to: form.device, in: set, notices: [.noteUnclear], for: request)
            }
            return await change(set, form.device, request) { $0.append(note) }
        }
    }

    func delete(_ request: Request) -> Reply {
        let items = request.body.formItems
        return .later {
            guard let set = known(items["set"]) else {
                return site.problem(.noSuchSet(items["set"] ?? ""), .notFound, for: request)
            }
            let id = items["note"] ?? ""
            return await change(set, items["device"] ?? "", request) { notes in
                notes.removeAll { $0.id == id }
            }
        }
    }

    private func known(_ set: String?) -> String? {
        set.flatMap { site.store.datasets().contains($0) ? $0 : nil }
    }

    private func change(
        _ set: String, _ device: String, _ request: Request,
        _ change: @escaping @Sendable (inout [DeviceNote]) -> Void
    ) async -> Response {
        let notes = site.notes
        let problem = await site.work(of: set) { () -> StorageError? in
            do throws(StorageError) {
                try notes.change(set, change)
                return nil
            } catch { return error }
        }
        guard let problem else {
            return site.redirect(to: device, in: set, notices: [], for: request)
        }
        site.log.error("notes", [("set", set), ("error", "\(problem)")])
        return site.problem(
            .upload(.notStored(reason: "\(problem)")), .internalServerError, for: request)
    }
}

extension Site {
    /// Sends the browser to the diagnosis of a device, with what has just happened.
    func redirect(
        to device: String, in set: String, notices: [Notice], for request: Request
    ) -> Response {
        var query = PageQuery()
        query.language = Self.manner(request).language
        query.set = set
        query.focus = device
        let link = query.link(to: .diagnostics).text
        guard !notices.isEmpty else { return .redirect(to: link + "#h-notes") }
        return .redirect(to: link + "&flash=\(flashes.keep(notices))")
    }
}
