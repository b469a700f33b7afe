import Dashboard
import Foundation
import HTTP
import Reports
import Store
import Telemetry
import Values
import Wording

/// Takes uploaded files: checks them, stores all or none, and has the set read.
struct Upload: Sendable {
    let site: Site

    /// How the request is answered.
    enum Outcome: Sendable {
        case stored(UploadOutcome, set: String)
        case known(UploadOutcome, set: String)
        case refused(UploadOutcome, HTTP.Status)
    }

    func reply(to request: Request) -> Reply {
        .later {
            guard case .multipart(let form) = request.body else {
                return site.problem(.notMultipart, .unsupportedMediaType, for: request)
            }
            if form.textItems["look"] != nil {
                return await LookActions(site: site).stage(form, request)
            }
            let outcome = await take(form)
            return await answer(outcome, current: form.textItems["current"], request)
        }
    }

    /// Stores the files that were sent, or says why not.
    func take(_ form: MultipartForm) async -> Outcome {
        await site.work(of: wantedSet(form)) { store(form) }
    }

    // MARK: - On the storage queue

    private func store(_ form: MultipartForm) -> Outcome {
        defer { for (_, file) in form.files { file.remove() } }
        guard !form.files.isEmpty else { return .refused(.noFiles, .unprocessableContent) }
        if let outcome = SetUpload(site: site).take(form, isLook: false) { return outcome }
        let opened = opened(form)
        defer { opened.remove() }
        let checked = opened.checked { table in
            FileCheck(options: site.reading).refusal(path: table.path, name: table.name)
        }
        let refusals =
            opened.refusals.map { UploadOutcome.Refusal(file: $0.file, error: $0.error) }
            + checked.refused.map { UploadOutcome.Refusal(file: $0.0.name, error: $0.1) }
        guard refusals.isEmpty else { return .refused(.refused(refusals), .unprocessableContent) }
        return store(checked.usable, form)
    }

    /// The tables that were sent; the caller removes what was unpacked.
    func opened(_ form: MultipartForm) -> OpenedFiles {
        var opened = OpenedFiles(scratch: site.folder.incoming, process: UnpackProcess())
        for (part, file) in form.files {
            opened.add(
                path: file.path, name: part.fileName ?? "file.csv", bytes: file.byteCount)
        }
        return opened
    }

    private func store(_ tables: [OpenedFiles.Table], _ form: MultipartForm) -> Outcome {
        let mode = Self.mode(of: form)
        let bytes = tables.reduce(0) { $0 + $1.bytes }
        let incoming = tables.map {
            IncomingFile(temporary: URL(filePath: $0.path), name: $0.name)
        }
        do {
            let outcome = try site.folder.add(incoming, to: wantedSet(form), mode: mode)
            // Stored files have been moved away; the others are removed at the end.
            return Self.outcome(outcome, mode: mode, bytes: bytes)
        } catch {
            return Self.failure(error, root: site.folder.root, bytes: bytes)
        }
    }

    static func mode(of form: MultipartForm) -> AddMode {
        AddMode(rawValue: form.textItems["mode"] ?? "new") ?? .new
    }

    /// The set that a new upload names, or one named after its first file; for additions the one
    /// shown.
    func wantedSet(_ form: MultipartForm) -> String {
        let fields = form.textItems
        let mode = Self.mode(of: form)
        let typed = (fields["set"] ?? "").trimmingCharacters(in: .whitespaces)
        if mode != .new {
            return fields["current"].flatMap { $0.isEmpty ? nil : $0 } ?? typed
        }
        if !typed.isEmpty { return typed }
        let first = form.files.first?.part.fileName ?? "uploaded"
        let name = first.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init)
        return (name ?? first).split(separator: ".").first.map(String.init) ?? "uploaded"
    }

    static func outcome(
        _ outcome: AddOutcome, mode: AddMode, bytes: Int
    ) -> Outcome {
        var names: [String] = []
        for file in outcome.files {
            switch file {
            case .stored(let name), .replaced(let name), .appended(let name, _),
                .alreadyThere(let name):
                names.append(name)
            case .conflict(let name):
                return .refused(.nameTaken(set: outcome.dataset, file: name), .conflict)
            case .columnsDiffer(let name, _, _):
                return .refused(.otherColumns(file: name), .conflict)
            }
        }
        guard outcome.isStored else {
            return .known(
                .knownContent(set: outcome.dataset, files: names), set: outcome.dataset)
        }
        return .stored(
            .stored(
                set: outcome.dataset, mode: done(mode, outcome.files), files: names, bytes: bytes),
            set: outcome.dataset)
    }

    /// The mode as it turned out: files with new names were added, whatever was asked for.
    private static func done(
        _ mode: AddMode, _ files: [AddOutcome.FileOutcome]
    ) -> AddMode {
        guard mode == .append || mode == .replace else { return mode }
        let wereThere = files.contains { file in
            if case .stored = file { false } else { true }
        }
        return wereThere ? mode : .add
    }

    static func failure(_ error: any Error, root: URL, bytes: Int) -> Outcome {
        switch error as? StorageError {
        case .invalidName(let name): .refused(.badName(name), .unprocessableContent)
        case .unknownDataset(let name): .refused(.setMissing(name), .notFound)
        case .nameTaken(let name): .refused(.inDatabase(set: name), .conflict)
        case .cannotWrite(_, let code) where code == ENOSPC || code == EDQUOT:
            .refused(
                .diskFull(needed: bytes, free: freeBytes(at: root)), .insufficientStorage)
        case .nothingToStore: .refused(.noFiles, .unprocessableContent)
        case .stagesFull(let limit): .refused(.looksFull(limit: limit), .contentTooLarge)
        default: .refused(.notStored(reason: "\(error)"), .internalServerError)
        }
    }

    private static func freeBytes(at root: URL) -> Int {
        let values = try? FileManager.default.attributesOfFileSystem(forPath: root.path)
        return (values?[.systemFreeSize] as? NSNumber)?.intValue ?? 0
    }

    // MARK: - The answer

    func answer(
        _ outcome: Outcome, current: String?, _ request: Request
    ) async -> Response {
        switch outcome {
        case .stored(let upload, let set):
            await site.work(of: set) { site.store.reload(set) }
            let isReady = await site.waitUntilReady(set, for: .seconds(2))
            return site.redirect(
                to: isReady ? "/" : "/import", set: set, notices: [.upload(upload)], for: request)
        case .known(let upload, let set):
            return site.redirect(to: "/import", set: set, notices: [.upload(upload)], for: request)
        case .refused(let upload, let status):
            return site.refusedUpload(upload, status, set: current, for: request)
        }
    }
}

/// Whether a file that was sent can be used at all.
struct FileCheck: Sendable {
    let options: ReadOptions

    private struct Enough: Error {}

    /// Why the file cannot be used; `nil` where at least one row can.
    ///
    /// - Complexity: reads the sample for the schema, and rows up to the first usable one.
    func refusal(path: String, name: String, correction: SchemaCorrection? = nil) -> LoadError? {
        let url = URL(filePath: path)
        do {
            let schema = try SchemaInference.infer(
                url: url, fileName: name, correction: correction, options: options)
            let report = try CSVReader(url: url, schema: schema, options: options).read { batch in
                if batch.count > 0 { throw Enough() }
            }
            guard report.rowsKept == 0 else { return nil }
            return .nothingUsable(file: name, rows: report.rowsRead, first: report.issues.first)
        } catch is Enough {
            return nil
        } catch {
            return (error as? LoadError)?.named(name) ?? .noRows(file: name)
        }
    }
}
