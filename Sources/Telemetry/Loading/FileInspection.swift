import Foundation
import Values

/// Finds out about a file before it is read: its schema, and a sample of its rows.
struct FileInspection: Sendable {
    let file: DatasetFile
    let correction: SchemaCorrection?
    let options: ReadOptions
    /// Answers about the table of which the file is a sample; `nil` for files.
    var tables: (any TableReader)?

    typealias Outcome = Result<PlannedFile, Failure>

    /// Why a file cannot be used.
    struct Failure: Error {
        var file: String
        var reason: LoadError
    }

    /// Inspects files on several cores; hands over the outcomes in the order of the files.
    static func run(_ inspections: [FileInspection], take: (Outcome) -> Void) throws {
        var rest = inspections[...]
        let cores = ProcessInfo.processInfo.activeProcessorCount
        let workers = inspections.first?.options.workers ?? cores
        try OrderedWorkers<FileInspection, Outcome>(workers: workers) { $0.outcome }
            .run(next: { rest.popFirst() }, take: take)
    }

    private var outcome: Outcome {
        do {
            let schema = try SchemaInference.infer(
                url: file.url, fileName: file.name, correction: correction, options: options)
            let sample = try sample(schema)
            var facts = try tables?.facts(of: file.name, schema)
            facts?.step = sample.medianStep
            return .success(
                PlannedFile(
                    file: file, options: options, sample: sample,
                    rollupFile: RollupFile(
                        name: file.name, schema: schema, step: sample.medianStep),
                    facts: facts))
        } catch {
            let reason = error as? LoadError ?? .cannotRead(path: file.url.path, errno: 0)
            return .failure(Failure(file: file.name, reason: reason))
        }
    }

    /// Ends the reading of the sample.
    private struct SampleIsFull: Error {}

    private func sample(_ schema: FileSchema) throws -> FileSample {
        var small = options
        small.chunkSize = FileSample.pieceSize
        small.workers = 1
        var sample = FileSample()
        do {
            _ = try CSVReader(url: file.url, schema: schema, options: small).read { batch in
                sample.add(batch)
                if sample.isFull { throw SampleIsFull() }
            }
        } catch is SampleIsFull {}
        return sample
    }
}
