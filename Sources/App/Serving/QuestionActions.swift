import Dashboard
import Foundation
import HTTP
import Markup
import Pipeline
import Reports
import Store
import Telemetry
import Values
import Wording

/// The buttons below a question about a file.
struct QuestionActions: Sendable {
    let site: Site

    /// Keeps an answer as part of the file's correction and reads the set again; where the file
    /// only waits to be taken in, the answer waits with it.
    func answer(_ request: Request) -> Reply {
        let form = request.body.formItems
        return .later {
            if form["stage"] != nil { return await LookActions(site: site).answer(form, request) }
            guard let set = form["set"], let name = form["file"],
                let schema = await site.schema(of: name, in: set)
            else { return site.problem(.noSuchFile(form["file"] ?? ""), .notFound, for: request) }
            guard let answer = schema.answer(withKey: form["answer"] ?? "") else {
                return site.redirect(
                    toFile: name, in: set, notices: [.questionGone(file: name)], for: request)
            }
            if let problem = await keep(answer.correction, for: name, in: set) {
                return SetActions(site: site).failed(problem, request)
            }
            await site.work(of: set) { site.store.reload(set) }
            _ = await site.waitUntilReady(set, for: .seconds(2))
            return site.redirect(
                toFile: name, in: set, notices: [.questionSettled(file: name)], for: request)
        }
    }

    /// Merges into the correction on disk, since a page may show an earlier one.
    private func keep(
        _ correction: SchemaCorrection, for name: String, in set: String
    ) async -> StorageError? {
        let folder = site.folder
        return await site.work(of: set) { () -> StorageError? in
            do throws(StorageError) {
                let earlier = try folder.file(name, in: set).correction() ?? SchemaCorrection()
                try folder.setCorrection(earlier.merging(correction), for: name, in: set)
                return nil
            } catch { return error }
        }
    }
}

extension Site {
    /// How a file of a set was read; waits up to 20 s for a set that is being read. Nil without
    /// such a file.
    func schema(of file: String, in set: String) async -> FileSchema? {
        guard store.datasets().contains(set) else { return nil }
        _ = await waitUntilReady(set, for: .seconds(20))
        let files = store.view(of: set).analysed?.snapshot.imports.load.files
        return files?.first { $0.name == file }?.schema
    }

    /// Sends the browser to a file's part of Import, with what has just happened.
    fileprivate func redirect(
        toFile file: String, in set: String, notices: [Notice], for request: Request
    ) -> Response {
        var query = PageQuery()
        query.language = Self.manner(request).language
        query.set = set
        query.file = file
        let files = store.view(of: set).analysed?.snapshot.imports.load.files
        let isOpen = files?.first { $0.name == file }?.schema.questions.isEmpty == false
        let link = query.link(to: .importFiles).text
        return .redirect(
            to: "\(link)&flash=\(flashes.keep(notices))#\(isOpen ? "h-ask" : "h-role")")
    }
}
