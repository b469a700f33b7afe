import ClickHouse
import Foundation
import Telemetry
import Values
import Wording

/// `perfmon push`: rows of files into tables of a database, or the statements that make the tables.
struct PushCommand {
    /// What is to be written, and where.
    struct Request: Sendable, Equatable {
        var files: [String] = []
        /// The data set with whose settings the database is reached.
        var set: String?
        /// Settings that go before those of the set.
        var connection = SourceSettings(address: "", tables: [])
        /// Who logs in and the database, where somebody said so.
        var user: String?
        var database: String?
        /// The table for all files; `nil` for one a file, named like it.
        var table: String?
        /// Whether statements are printed and nothing is sent.
        var isStatements = false
        /// The cluster that the statements are for.
        var cluster: String?
    }

    var request: Request
    let data: String
    let options: ReadOptions
    let correction: SchemaCorrection

    /// Gives the exit status: 1 where something was not written.
    func run() -> Int32 {
        var opened = OpenedFiles(
            scratch: FileManager.default.temporaryDirectory, process: UnpackProcess())
        defer { opened.remove() }
        for file in request.files {
            opened.add(
                path: file, name: URL(filePath: file).lastPathComponent, bytes: 0, keepsNames: true)
        }
        var command = self
        command.request.files = opened.tables.map(\.path)
        do {
            if let refusal = opened.refusals.first { throw refusal.error }
            if request.isStatements { try command.printStatements() } else { try command.push() }
            return 0
        } catch {
            print(sentence(error), to: &Output.standardError)
            if let fault = error as? SourceFault, fault.brokeOff, !request.isStatements {
                print(PlainPhrases().pushAgain(), to: &Output.standardError)
            }
            return 1
        }
    }

    private func sentence(_ error: any Error) -> String {
        switch error {
        case StorageError.unknownDataset(let name): PlainPhrases().noSource(name, data: data)
        case let fault as SourceFault: PlainPhrases().loadError(.database(fault))
        case let fault as PushFault: PlainPhrases().pushFault(fault)
        default: ErrorSentence(error).text
        }
    }

    /// Each statement once, also where several files go into one table.
    private func printStatements() throws {
        var printed: Set<String> = []
        let jobs = try request.files.map(job)
        let names = Set(jobs.map(\.table))
        if request.cluster != nil, let name = names.first(where: { names.contains($0 + "_local") })
        {
            throw PushFault.sameTable(name + "_local")
        }
        for job in jobs {
            let statements = try ClusterPush.statements(
                job, database: request.connection.database, cluster: request.cluster)
            for statement in statements where printed.insert(statement).inserted {
                print(statement + ";\n")
            }
        }
    }

    private func push() throws {
        let push = try ClusterPush(settings, name: request.set.map { $0 + ".json" } ?? "--address")
        for file in request.files {
            let report = try push.push(try job(file))
            let phrases = PlainPhrases()
            print(
                phrases.pushed(
                    report.file, table: report.table, written: report.written,
                    known: report.known, outOfRange: report.outOfRange))
        }
    }

    private func job(_ file: String) throws -> ClusterPush.Job {
        let url = URL(filePath: file)
        let schema = try SchemaInference.infer(url: url, correction: correction, options: options)
        return ClusterPush.Job(
            file: url, schema: schema, options: options,
            table: try request.table ?? ClusterPush.table(for: url))
    }

    /// Who reads a set may often not write, so a login given here goes before the set's.
    private var settings: SourceSettings {
        get throws {
            var settings = request.connection
            if let set = request.set {
                let folder = DatasetFolder(root: URL(filePath: data, directoryHint: .isDirectory))
                guard let source = try folder.dataset(set).source else {
                    throw StorageError.unknownDataset(set)
                }
                settings = try SourceSettings(contentsOf: source.settings)
                settings.take(request)
            }
            // What is read is of no concern here.
            settings.tables = ["any"]
            if let problem = settings.problem {
                throw SourceFault.settings(
                    file: request.set.map { $0 + ".json" } ?? "--address", problem)
            }
            return settings
        }
    }
}

extension SourceSettings {
    /// Takes what somebody gave instead of what is here.
    fileprivate mutating func take(_ request: PushCommand.Request) {
        let given = request.connection
        if !given.address.isEmpty { address = given.address }
        database = request.database ?? database
        user = request.user ?? user
        guard request.user != nil || given.passwordFile != nil || given.passwordVariable != nil
        else { return }
        passwordFile = given.passwordFile
        passwordVariable = given.passwordVariable
    }
}

extension SourceFault {
    /// Whether it came in the middle, so that the same again goes on from there.
    fileprivate var brokeOff: Bool {
        switch self {
        case .silent(_, .cutOff), .silent(_, .refused), .slow, .shard, .ended, .memory: true
        default: false
        }
    }
}
