import Dashboard
import Foundation
import HTTP
import Markup
import Reports
import Store
import Telemetry
import Values
import Wording

/// The buttons about files that are looked at before they are taken in.
struct LookActions: Sendable {
    let site: Site

    /// In seconds since 1970.
    static var now: Double { Date().timeIntervalSince1970 }

    /// The queue of a stage's work; no set can have this name.
    static func queue(_ id: String) -> String { "/staged/\(id)" }

    /// Keeps the files of a form to be looked at, and leads to their page.
    func stage(_ form: MultipartForm, _ request: Request) async -> Response {
        let upload = Upload(site: site)
        var plan = Stage(
            created: Self.now, dataset: upload.wantedSet(form), mode: Upload.mode(of: form))
        plan.current = form.textItems["current"]
        let result = await site.work(of: Self.queue("")) { [plan] in keep(form, as: plan) }
        switch result {
        case .success(let stage):
            return site.redirect(toLook: stage.id, notices: [], for: request)
        case .failure(let refused):
            return await upload.answer(refused.outcome, current: plan.current, request)
        }
    }

    /// Opens what was sent and keeps its tables, unusable ones too: the page says why.
    private func keep(_ form: MultipartForm, as plan: Stage) -> Result<Stage, Refused> {
        defer { for (_, file) in form.files { file.remove() } }
        if case .refused(let outcome, let status) = SetUpload(site: site).take(form, isLook: true) {
            return .failure(Refused(.refused(outcome, status)))
        }
        let opened = Upload(site: site).opened(form)
        defer { opened.remove() }
        guard opened.refusals.isEmpty else {
            let refusals = opened.refusals.map {
                UploadOutcome.Refusal(file: $0.file, error: $0.error)
            }
            return .failure(Refused(.refused(.refused(refusals), .unprocessableContent)))
        }
        let tables = tables(of: opened)
        let incoming = tables.map {
            IncomingFile(temporary: URL(filePath: $0.path), name: $0.name)
        }
        do {
            let limit = site.configuration.uploadLimit
            return .success(try site.folder.stage(incoming, as: plan, limit: limit))
        } catch {
            let bytes = tables.reduce(0) { $0 + $1.bytes }
            return .failure(
                Refused(Upload.failure(error, root: site.folder.root, bytes: bytes)))
        }
    }

    /// All tables, except unusable sheets beside a usable one.
    private func tables(of opened: OpenedFiles) -> [OpenedFiles.Table] {
        let check = FileCheck(options: site.reading)
        let checked = opened.checked { check.refusal(path: $0.path, name: $0.name) }
        let kept = Set((checked.usable + checked.refused.map(\.0)).map(\.path))
        return opened.tables.filter { kept.contains($0.path) }
    }

    /// Why files are not kept to be looked at.
    private struct Refused: Error {
        let outcome: Upload.Outcome
        init(_ outcome: Upload.Outcome) { self.outcome = outcome }
    }

    /// Takes the files into their set as an upload does: all or none.
    func take(_ request: Request) -> Reply {
        let id = request.body.formItems["stage"] ?? ""
        return .later {
            guard let stage = try? site.folder.stage(id, at: Self.now) else {
                return site.problem(.noSuchLook, .notFound, for: request)
            }
            let outcome = await site.work(of: stage.dataset) { takeIn(stage) }
            guard case .refused(let refusal, let status) = outcome else {
                return await Upload(site: site).answer(
                    outcome, current: stage.current, request)
            }
            return await LookPages(site: site).page(
                of: id, Site.manner(request), notices: [.upload(refusal)], status: status,
                for: request)
        }
    }

    private func takeIn(_ stage: Stage) -> Upload.Outcome {
        let folder = site.folder
        let check = FileCheck(options: site.reading)
        let refusals = stage.files.enumerated().compactMap { number, file in
            check.refusal(
                path: folder.url(ofFile: number, of: stage).path, name: file.name,
                correction: file.correction
            ).map { UploadOutcome.Refusal(file: file.name, error: $0) }
        }
        guard refusals.isEmpty else { return .refused(.refused(refusals), .unprocessableContent) }
        do {
            let outcome = try folder.takeIn(stage: stage.id, at: Self.now)
            return Upload.outcome(outcome, mode: stage.mode, bytes: stage.byteCount)
        } catch {
            return Upload.failure(error, root: folder.root, bytes: stage.byteCount)
        }
    }

    /// Deletes the waiting files.
    func cancel(_ request: Request) -> Reply {
        let id = request.body.formItems["stage"] ?? ""
        return .later {
            let folder = site.folder
            let stage = try? folder.stage(id, at: Self.now)
            let problem = await site.work(of: Self.queue("")) { () -> StorageError? in
                do throws(StorageError) {
                    try folder.discard(stage: id)
                    return nil
                } catch { return error }
            }
            if let problem { return SetActions(site: site).failed(problem, request) }
            return site.redirect(
                to: "/import", set: stage?.current, notices: [.lookCancelled], for: request)
        }
    }

    /// Keeps an answer to a question about one of the files.
    func answer(_ form: QueryItems, _ request: Request) async -> Response {
        let id = form["stage"] ?? ""
        let number = form["file"].flatMap { Int($0) } ?? -1
        guard let stage = try? site.folder.stage(id, at: Self.now),
            stage.files.indices.contains(number)
        else { return site.problem(.noSuchLook, .notFound, for: request) }
        let file = stage.files[number]
        let key = form["answer"] ?? ""
        let site = site
        let isKept = await site.work(of: Self.queue(id)) { () -> Result<Bool, StorageError> in
            let schema = try? SchemaInference.infer(
                url: site.folder.url(ofFile: number, of: stage), fileName: file.name,
                correction: file.correction, options: site.reading)
            guard let answer = schema?.answer(withKey: key) else { return .success(false) }
            do throws(StorageError) {
                try site.folder.correct(file: number, of: id, at: Self.now) {
                    $0.merging(answer.correction)
                }
                return .success(true)
            } catch { return .failure(error) }
        }
        switch isKept {
        case .success(let isKept):
            let notice: Notice =
                isKept ? .questionSettled(file: file.name) : .questionGone(file: file.name)
            return site.redirect(
                toLook: id, fragment: "h-file-\(number)", notices: [notice], for: request)
        case .failure(.unknownStage):
            return site.problem(.noSuchLook, .notFound, for: request)
        case .failure(let error):
            return SetActions(site: site).failed(error, request)
        }
    }
}

extension Site {
    /// Sends the browser to the page of waiting files.
    func redirect(
        toLook id: String, fragment: String? = nil, notices: [Notice], for request: Request
    ) -> Response {
        var query = PageQuery()
        query.language = Self.manner(request).language
        query.stage = id
        let link = URLReference(Page.importFiles.path, query: query.items(for: .importFiles)).text
        let flash = notices.isEmpty ? "" : "&flash=\(flashes.keep(notices))"
        return .redirect(to: link + flash + (fragment.map { "#" + $0 } ?? ""))
    }
}
