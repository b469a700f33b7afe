import API
import Analysis
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
            let (episodes, failures) = eachFile ? try files() : (try folder(), [])
            for sentence in failures { print(sentence, to: &Output.standardError) }
            let gravest = episodes.sorted { $0.episode.severity > $1.episode.severity }
            let list = EpisodeList(Listing(gravest, from: 0, limit: max(1, gravest.count)))
            let bytes = Answers.episodes.bytes(list, in: AnswerContext(nil, language: .en))
            print(String(decoding: bytes, as: UTF8.self))
            return failures.isEmpty ? 0 : 1
        } catch {
            print("episodes: \(ErrorSentence(error).text)", to: &Output.standardError)
            return 1
        }
    }

    private func folder() throws -> [ToldEpisode] {
        let pipeline = try InputSet(input, files: "none", configuration).pipeline
        return try told(pipeline)
    }

    private func told(_ pipeline: AnalysisPipeline) throws -> [ToldEpisode] {
        let context = pipeline.context
        return try episodes(pipeline).map { ToldEpisode($0, of: context) }
    }

    private func episodes(_ pipeline: AnalysisPipeline) throws -> [Episode] {
        try isLive ? pipeline.liveEpisodes() : pipeline.episodes()
    }

    private func files() throws -> ([ToldEpisode], failures: [String]) {
        let root = URL(filePath: input, directoryHint: .isDirectory).resolvingSymlinksInPath()
        let paths = DetectCommand.files(in: root)
        guard !paths.isEmpty else {
            throw UsageProblem.noTables(path: input)
        }
        let results = Concurrent.map(paths.count) { place in
            Result { try inFile(root.appending(path: paths[place]), at: paths[place]) }
        }
        var all: [ToldEpisode] = []
        var failures: [String] = []
        for (path, result) in zip(paths, results) {
            switch result {
            case .success(let found): all += found
            case .failure(let error): failures.append("\(path): \(ErrorSentence(error).text)")
            }
        }
        return (all, failures)
    }

    /// The episodes of a file by itself, whose sentences name devices as the file does.
    private func inFile(_ file: URL, at path: String) throws -> [ToldEpisode] {
        let pipeline = try InputSet(file.path, files: "none", configuration).pipeline
        let isSingle = pipeline.source.catalog.devices.count == 1
        return try told(pipeline).map { told in
            var told = told
            told.move(under: path, isSingle: isSingle)
            return told
        }
    }
}
