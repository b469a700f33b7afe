import Analysis
import Dashboard
import Exports
import Foundation
import Pipeline
import Reports
import Telemetry
import Values
import Wording

/// `perfmon episodes`: what is wrong in a set of files, as JSON.
///
/// A folder is one set, as an upload is; with `eachFile` every CSV file below it is a set of its
/// own, and its path is the device's name.
struct EpisodesCommand {
    let input: String
    let eachFile: Bool
    let isLive: Bool
    let configuration: Configuration

    /// Gives the exit status: 1 where a file could not be used.
    func run() -> Int32 {
        do {
            let (document, failures) = eachFile ? try files() : (try folder(), [])
            for sentence in failures { print(sentence, to: &Output.standardError) }
            print(String(decoding: document.content(), as: UTF8.self))
            return failures.isEmpty ? 0 : 1
        } catch {
            print("episodes: \(ErrorSentence(error).text)", to: &Output.standardError)
            return 1
        }
    }

    private func folder() throws -> EpisodesJSON {
        let pipeline = try InputSet(input, files: "none", configuration).pipeline
        var document = EpisodesJSON()
        document.add(try episodes(pipeline), of: pipeline)
        return document
    }

    private func episodes(_ pipeline: AnalysisPipeline) throws -> [Episode] {
        try isLive ? pipeline.liveEpisodes() : pipeline.episodes()
    }

    private func files() throws -> (EpisodesJSON, failures: [String]) {
        let root = URL(filePath: input, directoryHint: .isDirectory).resolvingSymlinksInPath()
        let paths = DetectCommand.files(in: root)
        guard !paths.isEmpty else {
            throw UsageProblem.noTables(path: input)
        }
        let results = Concurrent.map(paths.count) { place in
            Result { try episodes(of: root.appending(path: paths[place])) }
        }
        var document = EpisodesJSON()
        var failures: [String] = []
        for (path, result) in zip(paths, results) {
            switch result {
            case .success(let found):
                document.add(found.episodes, of: found.pipeline, prefix: path)
            case .failure(let error): failures.append("\(path): \(ErrorSentence(error).text)")
            }
        }
        return (document, failures)
    }

    private func episodes(
        of file: URL
    ) throws -> (pipeline: AnalysisPipeline, episodes: [Episode]) {
        let pipeline = try InputSet(file.path, files: "none", configuration).pipeline
        return (pipeline, try episodes(pipeline))
    }

}

extension EpisodesJSON {
    /// Adds the episodes of a set, with English sentences.
    mutating func add(
        _ episodes: [Episode], of pipeline: AnalysisPipeline, prefix: String? = nil
    ) {
        let catalog = pipeline.source.catalog
        let words = PlainPhrases(context: pipeline.context)
        add(
            episodes, axis: catalog.axis, prefix: prefix, isSingle: catalog.devices.count == 1,
            sentence: { words.episode($0) })
    }
}
