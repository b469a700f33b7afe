import Dashboard
import HTTP
import Learning
import Pipeline
import Reports
import Store
import Telemetry
import Wording

/// Answers for the pages: from the cache where nothing has changed, else from snapshot and query.
struct PageHandler: Sendable {
    let site: Site
    let page: Page

    /// On the thread that owns the sockets this only looks up a finished answer.
    func reply(to request: Request) -> Reply {
        let address = PageCache.Address(
            target: request.rawTarget, theme: Site.theme(of: request),
            language: Site.language(of: request), coding: .chosen(for: request))
        if let ready = site.cache.ready(address), ready.generation == generation(of: ready.set) {
            if let shown = ready.shown { site.store.touch(shown) }
            return .now(request.matches(etag: ready.tag) ? ready.notModified : ready.response)
        }
        return .later { await answer(to: request, address) }
    }

    /// Whether the page shows what models predict for devices.
    private var showsPredictions: Bool { page == .overview || page == .diagnostics }

    private func generation(of set: String?) -> PageCache.Generation {
        PageCache.Generation(
            set: site.store.generation(of: set), notes: site.notes.generation,
            models: page == .diagnostics ? site.models.generation : 0,
            predictions: showsPredictions ? site.predictions.generation : 0)
    }

    private struct Question {
        var request: Request
        var query: PageQuery
        var address: PageCache.Address
        /// The set that is shown, and its state.
        var set: String?
        var view: SnapshotStore.View?
        /// Read before anything else, so that a change meanwhile makes the answer an outdated one.
        var generation: PageCache.Generation

        /// Whether what is shown stays the same until something changes.
        var isSettled: Bool {
            guard let view else { return true }
            if case .ready = view.status { return true }
            return false
        }

        /// Whether nothing can be shown of the set yet.
        var isFirstReading: Bool {
            view.map { $0.analysed == nil && $0.status.isUnderWay } ?? false
        }

        /// News are told once, so such an answer is not kept.
        var tellsNews: Bool { request.query["flash"] != nil }
    }

    private func answer(to request: Request, _ address: PageCache.Address) async -> Response {
        let query = PageQuery(request.query.items.map { ($0.name, $0.value) })
        if page == .importFiles, let stage = query.stage {
            return await LookPages(site: site).page(of: stage, query, for: request)
        }
        await site.lookForSets()
        if page == .diagnostics { await site.models.lookForFiles() }
        let generation = generation(of: query.set)
        if let set = query.set, !site.store.datasets().contains(set) {
            return site.problem(.noSuchSet(set), .notFound, for: request)
        }
        let set = query.set ?? site.defaultSet()
        if let set { await site.loadNotes(of: set) }
        let question = Question(
            request: request, query: query, address: address, set: set,
            view: set.map { site.store.view(of: $0) }, generation: generation)
        if question.isFirstReading, let set {
            if let stored = await stored(question, set) {
                return answer(question, stored)
            }
            // A browser that is told of progress asks again only after seconds.
            if await site.waitUntilSettled(set, for: .milliseconds(1_500)) {
                return await self.answer(to: request, address)
            }
        }
        return await made(question)
    }

    private func made(_ question: Question) async -> Response {
        let tag = tag(question)
        if question.isSettled {
            if question.request.matches(etag: tag.coded(question.address.coding)) {
                return notModified(tag.coded(question.address.coding))
            }
            if let page = site.cache.page(tag) { return answer(question, page) }
        }
        let content = PageContent(site: site, page: page, query: question.query)
        let (bytes, isWhole) = await content.render(
            question.request, set: question.set, view: question.view)
        guard question.isSettled, isWhole else {
            // What is shown once is not worth the time of compressing, nor the room.
            let tag = unsettled(tag, bytes)
            return question.request.matches(etag: tag)
                ? notModified(tag) : response(bytes, tag, .identity, question)
        }
        let page = PageCache.Page(bytes: bytes, tag: tag)
        site.cache.keep(page)
        store(page, question)
        return answer(question, page)
    }

    /// The tag of a page that is still to change: by its bytes.
    private func unsettled(_ tag: EntityTag, _ bytes: [UInt8]) -> EntityTag {
        var fingerprint = Fingerprint(tag.opaque)
        fingerprint.add(bytes: bytes)
        return EntityTag(fingerprint.text)
    }

    /// The answer in the coding asked for, which is kept for the next time.
    private func answer(_ question: Question, _ page: PageCache.Page) -> Response {
        let (bytes, coding) = site.cache.form(page, question.address.coding)
        let coded = page.tag.coded(coding)
        if question.request.matches(etag: coded) { return notModified(coded) }
        let response = response(bytes, coded, coding, question)
        if question.isSettled, !question.tellsNews {
            let ready = PageCache.Ready(
                response: response, notModified: notModified(coded), tag: coded,
                set: question.query.set, shown: question.set, generation: question.generation)
            site.cache.keep(ready, at: question.address, as: page.tag)
        }
        return response
    }

    /// Hashes everything that changes the page: data, notes, models, program, address, theme,
    /// language, state of loading, sets.
    private func tag(_ question: Question) -> EntityTag {
        var fingerprint = Fingerprint(
            page.rawValue, Configuration.version, site.assets.version,
            "\(site.configuration.refresh)", question.address.theme.rawValue,
            question.address.language.rawValue, question.view?.analysed?.snapshot.version ?? "",
            question.view.map { "\($0.status)" } ?? "")
        for item in question.request.query.items {
            fingerprint.add(item.name)
            fingerprint.add(item.value)
        }
        for name in site.store.datasets() { fingerprint.add(name) }
        for name in site.store.setsAside() { fingerprint.add(name) }
        for note in question.set.map(site.notes.notes) ?? [] { fingerprint.add(note.id) }
        if page == .diagnostics { fingerprint.add(site.panels.version) }
        if showsPredictions, let set = question.set {
            fingerprint.add(site.predictions.version(of: set))
        }
        return EntityTag(fingerprint.text)
    }

    // MARK: - Pages of an earlier run

    /// The page of an earlier run, while the files it was made of are being read again.
    private func stored(_ question: Question, _ set: String) async -> PageCache.Page? {
        guard page == .overview, !question.tellsNews else { return nil }
        let site = site
        return await site.work(of: set) {
            guard let dataset = try? site.folder.dataset(set) else { return nil }
            return site.cache.stored.find(Fingerprint(site, question.request, dataset), of: set)
        }
    }

    /// Keeps a page for the next start.
    private func store(_ whole: PageCache.Page, _ question: Question) {
        // Whether tables are still as they were is known only once the database was asked.
        guard page == .overview, !question.tellsNews, let dataset = question.view?.dataset,
            dataset.source == nil
        else { return }
        site.cache.stored.keep(
            whole, as: Fingerprint(site, question.request, dataset), of: dataset.name)
    }

    // MARK: - Responses

    private func headers(_ tag: EntityTag) -> HeaderFields {
        [
            "ETag": tag.fieldValue, "Cache-Control": "no-cache",
            "Vary": "Accept-Encoding, Accept-Language, Cookie",
        ]
    }

    private func notModified(_ tag: EntityTag) -> Response {
        Response(status: .notModified, headers: headers(tag))
    }

    /// Remembers a theme and a language that the address names.
    private func response(
        _ bytes: [UInt8], _ tag: EntityTag, _ coding: ContentCoding, _ question: Question
    ) -> Response {
        var headers = headers(tag)
        headers.append(contentsOf: coding.fields)
        let language = question.query.language ?? question.address.language
        headers.append("Content-Language", language.rawValue)
        Self.remember(question.query, in: &headers)
        return .html(bytes: bytes, headers: headers)
    }

    /// Keeps in cookies the theme and the language that an address names.
    static func remember(_ query: PageQuery, in headers: inout HeaderFields) {
        if let theme = query.theme { remember("theme", theme.rawValue, in: &headers) }
        if let language = query.language { remember("lang", language.rawValue, in: &headers) }
    }

    private static func remember(_ name: String, _ value: String, in headers: inout HeaderFields) {
        headers.append(
            "Set-Cookie", "\(name)=\(value); Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly")
    }
}
