import Foundation
import Programs
import Samples
import Testing
import Values
import Wording

@testable import API
@testable import Reports

@Suite("The document of the API")
struct OpenAPITests {
    /// The document, parsed.
    private static var document: [String: Any] {
        let bytes = Data(OpenAPIDocument.content(version: "1.2.3"))
        return (try? JSONSerialization.jsonObject(with: bytes)) as? [String: Any] ?? [:]
    }

    private static let schemas = Result {
        SchemaCheck(try JSONTree(OpenAPIDocument.content(version: "1")))
    }

    @Test("It names each operation once, with its method, path and answer")
    func operations() throws {
        let paths = try #require(Self.document["paths"] as? [String: [String: [String: Any]]])
        var found: [String] = []
        for (path, methods) in paths {
            for (method, operation) in methods {
                let id = try #require(operation["operationId"] as? String)
                found.append("\(id) \(method) \(path)")
            }
        }
        let wanted = APIOperation.allCases.map {
            "\($0.rawValue) \($0.method.rawValue) \($0.path)"
        }
        #expect(found.sorted() == wanted.sorted())
    }

    @Test("Each name in a path is a parameter, and each parameter of a path is in it")
    func parameters() {
        for operation in APIOperation.allCases {
            let named = operation.parameters.filter { $0.place == .path }.map(\.name)
            let inPath = operation.path.split(separator: "/").filter { $0.hasPrefix("{") }
                .map { String($0.dropFirst().dropLast()) }
            #expect(named.sorted() == inPath.sorted(), "\(operation)")
            let names = operation.parameters.map { "\($0.place) \($0.name)" }
            #expect(Set(names).count == names.count, "\(operation) names a parameter twice")
        }
    }

    @Test("Each reference leads somewhere, and no two objects share a name")
    func references() throws {
        let text = String(decoding: OpenAPIDocument.content(version: "1"), as: UTF8.self)
        let components = try #require(Self.document["components"] as? [String: Any])
        let schemas = try #require(components["schemas"] as? [String: Any])
        for part in text.components(separatedBy: "#/components/schemas/").dropFirst() {
            let name = String(part.prefix { $0 != "\"" })
            #expect(schemas[name] != nil, "\(name)")
        }
        for name in schemas.keys {
            let mentions = text.components(separatedBy: "\"\(name)\":{\"type\"").count - 1
            #expect(mentions == 1, "\(name)")
        }
    }

    @Test(
        "What is written fits its schema",
        arguments: Sample.Kind.allCases.filter { $0 != .manyDevices }, Language.allCases)
    func conformance(kind: Sample.Kind, language: Language) throws {
        let sample = Sample(kind)
        let context = sample.context
        let snapshot = Snapshot(
            version: "1", context: context, overview: sample.overview, clusters: sample.clusters,
            trends: sample.trends, imports: sample.imports)
        try check(Answers.overview, Document(sample.overview, about: context), context, language)
        try check(Answers.clusters, Document(sample.clusters, about: context), context, language)
        try check(Answers.trends, Document(sample.trends, about: context), context, language)
        try check(Answers.device, Document(sample.diagnosis, about: context), context, language)
        for similar in sample.similar {
            try check(Answers.similar, Document(similar, about: context), context, language)
        }
        try check(Answers.files, Document(sample.imports, about: context), context, language)
        try check(Answers.rows, Document(sample.rows, about: context), context, language)
        if !sample.metrics.isEmpty, !sample.codes.isEmpty {
            let episodes = Listing(
                sample.allEpisodes.map { ToldEpisode($0) }, from: 0, limit: 1_000)
            try check(Answers.episodes, EpisodeList(episodes), context, language)
        }
        try check(
            Answers.set, SetState(name: "s", state: .ready, snapshot: snapshot), nil, language)
        for page in Page.allCases {
            let answer = PageAnswer(
                question: "?", answer: "!", state: .ready, snapshot: snapshot,
                diagnosis: sample.diagnosis, similar: sample.similar[0], rows: sample.rows,
                comparison: sample.comparison)
            try check(Answers.page(page), answer, context, language)
        }
    }

    @Test("Predictions of every state and lives of parts fit their schemas")
    func predictions() throws {
        let context = Sample(.rich).context
        for state in Sample.predictions {
            try check(Answers.predictions, Document(state, about: context), context, .en)
        }
        for versions in Sample.modelVersions {
            try check(Answers.models, Document(versions, about: context), context, .en)
        }
        for lives in Sample.livesOfParts {
            try check(Answers.parts, Document(lives, about: context), context, .ru)
        }
        try check(Answers.parts, Document(nil, about: context), context, .en)
    }

    private func check<Value>(
        _ shape: Shape<Value>, _ value: Value, _ context: ReportContext?, _ language: Language
    ) throws {
        let bytes = shape.bytes(value, in: AnswerContext(context, language: language))
        var json = JSONWriter()
        shape.schema.write(to: &json)
        let faults = try Self.schemas.get().faults(try JSONTree(bytes), try JSONTree(json.bytes))
        #expect(faults.prefix(5) == [])
    }
}
