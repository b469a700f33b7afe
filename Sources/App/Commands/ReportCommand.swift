import ClickHouse
import Dashboard
import Foundation
import Learning
import Pipeline
import Printing
import Reports
import Telemetry
import Values
import Wording

/// `perfmon report`: a report on a data set as a file, without a server.
struct ReportCommand {
    /// What is asked for.
    struct Request: Sendable, Hashable {
        /// A set of the data folder.
        var set: String?
        /// A folder of files beside any data folder.
        var input: String?
        /// A period's name, or a length as pages write it; nil for all data.
        var period: String?
        var from: String?
        var to: String?
        var device: String?
        var format: String?
        var language = "en"
        /// The file that is written; `-` for the standard output.
        var output = "-"

        /// Throws for a word that means nothing here, before anything is read.
        func check() throws(UsageProblem) {
            let formats = ReportFormat.allCases.map(\.rawValue)
            if let format, !formats.contains(format) {
                throw .value(of: "--format", given: format, expected: .oneOf(formats))
            }
            guard ReportCommand.languages.contains(language) else {
                throw .value(
                    of: "--lang", given: language, expected: .oneOf(ReportCommand.languages))
            }
            if let period, ReportPeriod(rawValue: period) == nil, Stretch(period) == nil {
                throw .value(
                    of: "--period", given: period,
                    expected: .oneOf(ReportPeriod.allCases.map(\.rawValue)))
            }
            for (name, value) in [("--from", from), ("--to", to)] {
                guard let value, Edge(value) == nil else { continue }
                throw .value(of: name, given: value, expected: .time)
            }
        }
    }

    private static let languages = Language.allCases.map(\.rawValue)

    let request: Request
    let configuration: Configuration

    /// Gives the exit status: 1 where there is no report.
    func run() -> Int32 {
        do {
            let input = try input()
            guard let report = ReportBuilder(input)?.document else {
                throw UsageProblem.noDevice(request.device ?? "")
            }
            let bytes = try bytes(report)
            if request.output == "-" {
                try FileHandle.standardOutput.write(contentsOf: Data(bytes))
            } else {
                try Data(bytes).write(to: URL(filePath: request.output), options: .atomic)
            }
            return 0
        } catch {
            print("report: \(ErrorSentence(error).text)", to: &Output.standardError)
            return 1
        }
    }

    private var format: ReportFormat {
        let ending = URL(filePath: request.output).pathExtension.lowercased()
        return ReportFormat(rawValue: request.format ?? ending) ?? .html
    }

    private func bytes(_ report: ReportDocument) throws -> [UInt8] {
        let assets = Assets(folder: Assets.folder(configured: configuration.resources))
        switch assets.reportWriter.write(report, as: format) {
        case .bytes(let bytes, _): return bytes
        case .job(let job):
            do throws(DrawingProcess.Failure) {
                return try DrawingProcess().draw(job)
            } catch {
                throw error.usage
            }
        }
    }

    private func input() throws -> ReportInput {
        let pipeline = try pipeline()
        let context = pipeline.context
        let query = PageQuery(ReportPeriod.plain(items))
        let choice = query.choice(for: .diagnostics, in: context)
        let analysed = try pipeline.run(choice)
        var page = PageInput(
            snapshot: analysed.snapshot, query: query, datasets: [context.dataset],
            dataset: context.dataset, state: .ready, programVersion: Configuration.version,
            languageDefault: Language(rawValue: request.language) ?? .en)
        page.notes = notes
        var input = ReportInput(page: page)
        if let earlier = choice.before(analysed.snapshot.context) {
            input.before = try pipeline.run(earlier).snapshot
        }
        input.isOfDevice = request.device != nil
        if let device = request.device, analysed.device(named: device)?.name != device {
            throw UsageProblem.noDevice(device)
        }
        let names =
            request.device.map { [$0] } ?? ReportInput.worst(analysed.snapshot).map(\.name)
        input.diagnoses = try names.compactMap { name in
            try pipeline.diagnose(name, in: analysed) { _ in
                ModelPanel(runtime: .starting, entries: [])
            }
        }
        return input
    }

    /// As the address of a page has them.
    private var items: [(String, String)] {
        [
            ("period", request.period), ("from", request.from), ("to", request.to),
            ("device", request.device),
        ].compactMap { name, value in value.map { (name, $0) } }
    }

    private func pipeline() throws -> AnalysisPipeline {
        if let path = request.input {
            return try InputSet(path, files: "none", configuration).pipeline
        }
        let folder = DatasetFolder(root: root, database: ClickHouseTables())
        let set = request.set ?? ""
        guard (try? folder.dataset(set)) != nil else {
            throw UsageProblem.noSet(set, data: configuration.data)
        }
        let loaded = try folder.load(folder.current(set), options: configuration.loadOptions)
        return AnalysisPipeline(
            source: loaded.source, load: loaded.report, corrections: loaded.corrections,
            fingerprint: "\(String(loaded.version, radix: 16))-\(Configuration.version)")
    }

    private var root: URL { URL(filePath: configuration.data, directoryHint: .isDirectory) }

    private var notes: [DeviceNote] {
        guard let set = request.set, request.input == nil else { return [] }
        return NoteBook(folder: DatasetFolder(root: root)).notes(of: set)
    }
}

extension DrawingProcess.Failure {
    /// The same as a problem of a command.
    fileprivate var usage: UsageProblem {
        switch self {
        case .missing(let use, _): .missingPackages(use.packages)
        case .failed(let reason): .notDrawn(reason)
        }
    }
}
