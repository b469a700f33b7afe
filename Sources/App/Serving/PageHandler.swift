import Dashboard
import HTTP
import Pipeline
import Telemetry

/// Answers for the pages: from the cache where nothing changed, else from snapshot and query.
struct PageHandler: Sendable {
    let site: Site
    let page: Page

    func reply(to request: Request) -> Reply {
        let key = ReadyPages.Key(
            target: request.rawTarget, theme: Site.theme(of: request),
            language: Site.language(of: request), coding: .chosen(for: request))
        // Read before anything else, so that a change meanwhile makes the answer an old one.
        let generation = site.store.generation &+ site.notes.generation
        if let ready = site.ready.find(key, generation: generation) {
            if let set = ready.set { site.store.touch(set) }
            return .now(request.matches(etag: ready.tag) ? ready.notModified : ready.response)
        }
        let query = PageQuery(request.query.items.map { ($0.name, $0.value) })
        if let set = query.set, !site.store.datasets().contains(set) {
            return .now(site.problem(.noSuchSet(set), .notFound, for: request))
        }
        let set = query.set ?? site.defaultSet()
        let view = set.map { site.store.view(of: $0) }
        // What is shown once is not worth the time that compressing takes.
        let coding = isSettled(view) ? key.coding : .identity
        let made = Made(tag: tag(request, set, view), coding: coding)
        if request.matches(etag: made.codedTag) { return .now(notModified(made.codedTag)) }
        if let bytes = site.cache.page(made.tag.opaque, coding) {
            let response = answer(bytes, made, query, request)
            if mayBeReady(request, view) {
                let ready = ReadyPages.Ready(
                    response: response, notModified: notModified(made.codedTag),
                    tag: made.codedTag, set: set)
                site.ready.keep(ready, for: key, generation: generation)
            }
            return .now(response)
        }
        return .later {
            if let bytes = site.cache.page(made.tag.opaque) {
                return coded(bytes, made, query, request)
            }
            if let stored = await stored(request, set, view) {
                let made = Made(tag: stored.tag, coding: key.coding)
                if request.matches(etag: made.codedTag) { return notModified(made.codedTag) }
                return coded(stored.bytes, made, query, request)
            }
            if let set, let view, let response = await whenRead(request, set, view) {
                return response
            }
            let bytes = await content(request, query, set: set, view: view)
            guard isSettled(view) else { return answer(bytes, made, query, request) }
            site.cache.keep(bytes, as: made.tag.opaque)
            store(bytes, made.tag, request, view)
            return coded(bytes, made, query, request)
        }
    }

    /// Which page is answered with, in which coding.
    private struct Made {
        var tag: EntityTag
        var coding: ContentCoding

        var codedTag: EntityTag { tag.coded(coding) }
    }

    /// The answer in its coding, which is kept for the next time.
    private func coded(
        _ bytes: [UInt8], _ made: Made, _ query: PageQuery, _ request: Request
    ) -> Response {
        guard let short = made.coding.encoded(bytes) else {
            return answer(bytes, Made(tag: made.tag, coding: .identity), query, request)
        }
        site.cache.keep(short, as: made.tag.opaque, made.coding)
        return answer(short, made, query, request)
    }

    /// The answer once the set has been read, where nothing can be shown of it before and that
    /// takes but a moment: a browser that is told of progress asks again only after seconds.
    private func whenRead(
        _ request: Request, _ set: String, _ view: SnapshotStore.View
    ) async -> Response? {
        guard view.analysed == nil, isBeingRead(view) else { return nil }
        _ = await site.waitUntilReady(set, for: .milliseconds(1_500))
        if isBeingRead(site.store.view(of: set)) { return nil }
        switch reply(to: request) {
        case .now(let response): return response
        case .later(let work): return await work()
        }
    }

    private func isBeingRead(_ view: SnapshotStore.View) -> Bool {
        switch view.status {
        case .unknown, .loading, .analysing: true
        case .ready, .failed: false
        }
    }

    /// The page of an earlier run, while the files of which it was made are being read again.
    private func stored(
        _ request: Request, _ set: String?, _ view: SnapshotStore.View?
    ) async -> StoredPages.Page? {
        guard page == .overview, request.query["flash"] == nil, let set, let view,
            view.analysed == nil, isBeingRead(view)
        else { return nil }
        return await site.work.run {
            guard let dataset = try? site.folder.dataset(set) else { return nil }
            return site.stored.find(Fingerprint(site, request, dataset), of: set)
        }
    }

    /// Keeps a page for the next start.
    private func store(
        _ bytes: [UInt8], _ tag: EntityTag, _ request: Request, _ view: SnapshotStore.View?
    ) {
        guard page == .overview, request.query["flash"] == nil, let dataset = view?.dataset else {
            return
        }
        site.stored.keep(
            StoredPages.Page(bytes: bytes, tag: tag), as: Fingerprint(site, request, dataset),
            of: dataset.name)
    }

    /// Diagnostics also depends on the folder of models, and a flash is shown once.
    private func mayBeReady(_ request: Request, _ view: SnapshotStore.View?) -> Bool {
        page != .diagnostics && isSettled(view) && request.query["flash"] == nil
    }

    /// Everything that changes the page: data, notes, program, address, theme, language, state of
    /// loading, sets.
    private func tag(
        _ request: Request, _ set: String?, _ view: SnapshotStore.View?
    ) -> EntityTag {
        var fingerprint = Fingerprint(
            page.rawValue, Configuration.version, site.assets.version,
            "\(site.configuration.refresh)", Site.theme(of: request).rawValue,
            Site.language(of: request).rawValue, view?.analysed?.snapshot.version ?? "",
            view.map { "\($0.status)" } ?? "")
        for item in request.query.items {
            fingerprint.add(item.name)
            fingerprint.add(item.value)
        }
        for name in site.store.datasets() { fingerprint.add(name) }
        for note in set.map(site.notes.notes) ?? [] { fingerprint.add(note.id) }
        if page == .diagnostics { fingerprint.add(site.panels.version) }
        return EntityTag(fingerprint.text)
    }

    private func isSettled(_ view: SnapshotStore.View?) -> Bool {
        guard let view else { return true }
        if case .ready = view.status { return true }
        return false
    }

    private func headers(_ tag: EntityTag) -> HeaderFields {
        [
            "ETag": tag.fieldValue, "Cache-Control": "no-cache",
            "Vary": "Accept-Encoding, Accept-Language, Cookie",
        ]
    }

    private func notModified(_ tag: EntityTag) -> Response {
        Response(status: .notModified, headers: headers(tag))
    }

    /// A theme and a language that the address names are remembered.
    private func answer(
        _ bytes: [UInt8], _ made: Made, _ query: PageQuery, _ request: Request
    ) -> Response {
        var headers = headers(made.codedTag)
        headers.append(contentsOf: made.coding.fields)
        let language = query.language ?? Site.language(of: request)
        headers.append("Content-Language", language.rawValue)
        if let theme = query.theme { remember("theme", theme.rawValue, in: &headers) }
        if let language = query.language { remember("lang", language.rawValue, in: &headers) }
        return .html(bytes: bytes, headers: headers)
    }

    private func remember(_ name: String, _ value: String, in headers: inout HeaderFields) {
        headers.append(
            "Set-Cookie", "\(name)=\(value); Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly")
    }

    // MARK: - Content

    private func content(
        _ request: Request, _ query: PageQuery, set: String?, view: SnapshotStore.View?
    ) async -> [UInt8] {
        var input = site.input(query, request)
        input.dataset = set
        input.notes = set.map(site.notes.notes) ?? []
        input.state = view.map { LoadState($0.status) } ?? .empty
        input.notices = site.flashes.notices(request.query["flash"])
        if let set, let base = view?.analysed {
            await fill(&input, set: set, base: base)
        }
        return Dashboard.render(page, input)
    }

    /// The snapshot of the choice, and what the page needs beside it.
    private func fill(_ input: inout PageInput, set: String, base: AnalysedSnapshot) async {
        let context = base.snapshot.context
        input.zone = ZoneOffsets(of: context.axis)
        let choice = input.query.choice(for: page, in: context, zone: input.zone)
        do {
            let analysed = try await site.store.analysed(set, choice) ?? base
            input.snapshot = analysed.snapshot
            switch page {
            case .diagnostics:
                input.diagnostics = try await diagnosis(input.query, set, analysed)
            case .rows: input.rows = try await rows(input.query, set, context, input.zone)
            default: break
            }
        } catch {
            input.snapshot = base.snapshot
            input.notices.append(.partFailed(page: page))
            site.log.error("page", [("page", page.rawValue), ("error", "\(error)")])
        }
    }

    private func diagnosis(
        _ query: PageQuery, _ set: String, _ analysed: AnalysedSnapshot
    ) async throws -> DiagnosticReport? {
        let context = analysed.snapshot.context
        let name = query.diagnosedDevice(in: context)
        let length = query.window.flatMap { $0.length(on: context.axis) }
        let panels = site.panels
        return try await site.store.withPipeline(of: set) { pipeline in
            try pipeline.diagnose(name, length: length, in: analysed) { device in
                panels.panel(for: device, in: pipeline, beside: analysed)
            }
        }
    }

    private func rows(
        _ query: PageQuery, _ set: String, _ context: ReportContext, _ zone: ZoneOffsets
    ) async throws -> RowsReport? {
        let wanted = query.rowsRequest(in: context, zone: zone)
        return try await site.store.withPipeline(of: set) { pipeline in
            try pipeline.rows(
                Pipeline.RowsQuestion(
                    file: wanted.file, device: wanted.device, from: wanted.from, to: wanted.to,
                    codes: wanted.codes, offset: wanted.offset, limit: wanted.limit))
        }
    }
}
