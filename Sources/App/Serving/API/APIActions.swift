import API
import Dashboard
import Foundation
import HTTP
import Pipeline
import Reports
import Store
import Telemetry
import Values
import Wording

/// Does for programs what the forms of the pages do for people.
struct APIActions: Sendable {
    let site: Site
    let operation: APIOperation

    func reply(to request: Request) -> Reply {
        site.answering(operation, otherwise: "Nothing was changed.") { try await answer(request) }
    }

    private func answer(_ request: Request) async throws -> Response {
        await site.lookForSets()
        if operation == .addFiles { return try await addFiles(request) }
        let set = try site.known(request.parameters["set"])
        switch operation {
        case .deleteSet:
            if let error = await SetActions(site: site).remove(set) { throw Self.problem(error) }
            return Response(status: .noContent)
        case .addNote: return try await addNote(set, request)
        case .deleteNote: return try await deleteNote(set, request)
        case .correctFile: return try await correct(set, request)
        default: throw APIProblem(.notFound, "There is nothing at this address.")
        }
    }

    // MARK: - Files

    private func addFiles(_ request: Request) async throws -> Response {
        guard case .multipart(let form) = request.body else {
            throw APIProblem(
                .unsupportedMediaType, "The content is no form with files.", at: "Content-Type",
                expected: "multipart/form-data")
        }
        switch await Upload(site: site).take(form) {
        case .stored(.stored(_, _, let files, _), let set),
            .stored(.moved(_, let files, _, _), let set):
            await site.work(of: set) { site.store.reload(set) }
            return created(UploadAnswer(set: set, files: files, wasKnown: false), request)
        case .known(.knownContent(_, let files), let set):
            return created(UploadAnswer(set: set, files: files, wasKnown: true), request)
        case .stored(let upload, _), .known(let upload, _):
            throw APIProblem(.internalServerError, PlainPhrases().upload(upload))
        case .refused(let upload, let status):
            throw APIProblem(status, PlainPhrases().upload(upload))
        }
    }

    private func created(_ answer: UploadAnswer, _ request: Request) -> Response {
        let context = AnswerContext(nil, language: .en)
        return .content(
            Answers.upload.bytes(answer, in: context), type: "application/json; charset=utf-8",
            status: answer.wasKnown ? .ok : HTTP.Status(201),
            headers: ["Cache-Control": "no-store"])
    }

    private func correct(_ set: String, _ request: Request) async throws -> Response {
        let form = request.body.formItems
        let base = try await site.settled(set)
        let imports = base.snapshot.imports
        let file = form["file"] ?? ""
        guard let schema = imports.load.files.first(where: { $0.name == file })?.schema else {
            throw APIProblem(
                .notFound, "There is no file “\(file)” in “\(set)”.", at: "file",
                expected: "a name that /files of the set lists")
        }
        let correction = SchemaForm(form.items.map { ($0.name, $0.value) })
            .correction(of: schema, earlier: imports.corrections[file])
        let folder = site.folder
        let error = await site.work(of: set) { () -> StorageError? in
            do throws(StorageError) {
                try folder.setCorrection(correction, for: file, in: set)
                return nil
            } catch { return error }
        }
        if let error { throw Self.problem(error) }
        await site.work(of: set) { site.store.reload(set) }
        _ = await site.waitUntilReady(set, for: .seconds(30))
        let read = try await site.settled(set)
        let query = try APIQuery(request, site)
        return query.json(
            Answers.files, Document(read.snapshot.imports, about: read.snapshot.context),
            about: read.snapshot.context)
    }

    // MARK: - Notes

    private func addNote(_ set: String, _ request: Request) async throws -> Response {
        let items = request.body.formItems
        let base = try await site.settled(set)
        let context = base.snapshot.context
        let form = NoteForm(items.items.map { ($0.name, $0.value) })
        guard base.device(named: form.device)?.name == form.device else {
            throw APIProblem(
                .unprocessableContent, "There is no device “\(form.device)” in “\(set)”.",
                at: "device", expected: "a name that /devices of the set lists")
        }
        let key = request.headers["Idempotency-Key"].map { "key-" + Fingerprint($0).text }
        guard let note = form.note(id: key ?? UUID().uuidString, in: context) else {
            throw APIProblem(
                .unprocessableContent, "The note lacks a time, a kind or a text.", at: "time",
                expected: "a time of the data's axis, a kind, and a text for a remark")
        }
        // The key is the note's name, so that it is on disk with it.
        try await change(set) { notes in
            if !notes.contains(where: { $0.id == note.id }) { notes.append(note) }
        }
        let answer = AnswerContext(context, language: .en)
        return .content(
            Answers.note.bytes(note, in: answer), type: "application/json; charset=utf-8",
            status: HTTP.Status(201), headers: ["Cache-Control": "no-store"])
    }

    private func deleteNote(_ set: String, _ request: Request) async throws -> Response {
        let id = request.parameters["note"] ?? ""
        await site.loadNotes(of: set)
        guard site.notes.notes(of: set).contains(where: { $0.id == id }) else {
            throw APIProblem(.notFound, "There is no note “\(id)” in “\(set)”.", at: "note")
        }
        try await change(set) { notes in notes.removeAll { $0.id == id } }
        return Response(status: .noContent)
    }

    private func change(
        _ set: String, _ change: @escaping @Sendable (inout [DeviceNote]) -> Void
    ) async throws {
        let notes = site.notes
        let error = await site.work(of: set) { () -> StorageError? in
            do throws(StorageError) {
                try notes.change(set, change)
                return nil
            } catch { return error }
        }
        if let error { throw Self.problem(error) }
    }

    private static func problem(_ error: StorageError) -> APIProblem {
        switch error {
        case .unknownDataset(let name): .noSuchSet(name)
        case .cannotWrite(_, let code) where code == ENOSPC || code == EDQUOT:
            APIProblem(.insufficientStorage, "The disk is full; nothing was changed.")
        default: APIProblem(.internalServerError, "It could not be stored: \(error).")
        }
    }
}
