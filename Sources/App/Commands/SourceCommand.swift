import ClickHouse
import Foundation
import Telemetry
import Values
import Wording

/// `perfmon source`: connections to databases whose tables are data sets.
struct SourceCommand {
    /// What is to be done.
    enum Request: Sendable, Equatable {
        case add(name: String, SourceSettings)
        case check(name: String)
        case rollups(name: String, isFine: Bool)
        case list
        case remove(name: String)
    }

    let request: Request
    let data: String

    /// Gives the exit status: 1 where a database or a file is not as it should be.
    func run() -> Int32 {
        do {
            switch request {
            case .add(let name, let settings): try add(name, settings)
            case .check(let name): try check(name)
            case .rollups(let name, let isFine): try rollups(name, isFine: isFine)
            case .list:
                for set in try folder.datasets() where set.source != nil { print(set.name) }
            case .remove(let name):
                try folder.remove(dataset: known(name).name)
                print(PlainPhrases().sourceRemoved(name))
            }
            return 0
        } catch {
            print(sentence(error), to: &Output.standardError)
            return 1
        }
    }

    private func sentence(_ error: any Error) -> String {
        switch error {
        case StorageError.unknownDataset(let name): PlainPhrases().noSource(name, data: data)
        case StorageError.nameTaken(let name): PlainPhrases().sourceTaken(name)
        case let fault as SourceFault: PlainPhrases().loadError(.database(fault))
        default: ErrorSentence(error).text
        }
    }

    private var folder: DatasetFolder {
        DatasetFolder(
            root: URL(filePath: data, directoryHint: .isDirectory), database: ClickHouseTables())
    }

    /// Settings that do not work are not kept.
    private func add(_ name: String, _ settings: SourceSettings) throws {
        if let problem = settings.problem {
            throw SourceFault.settings(file: name + ".json", problem)
        }
        var settings = settings
        // The dashboard may be started in another folder.
        settings.passwordFile = settings.passwordFile.map { URL(filePath: $0).absoluteURL.path }
        let source = try folder.add(source: name, settings: try settings.json)
        do { try check(name) } catch {
            try folder.remove(dataset: name)
            throw error
        }
        print(PlainPhrases().sourceAdded(name, file: source.settings.path))
    }

    private func known(_ name: String) throws -> Dataset {
        let set = try folder.dataset(name)
        guard set.source != nil else { throw StorageError.unknownDataset(name) }
        return set
    }

    /// Statements only, so that they can be piped into a client; the rest goes to stderr.
    private func rollups(_ name: String, isFine: Bool) throws {
        for table in try ClickHouseTables().rollups(known(name), in: folder, isFine: isFine) {
            if let reason = table.needsRows {
                print(
                    PlainPhrases().sourceNoRollups(table.table, reason),
                    to: &Output.standardError)
            }
            for statement in table.statements { print(statement + ";\n") }
        }
    }

    private func check(_ name: String) throws {
        let check = try ClickHouseTables().check(known(name), in: folder)
        let phrases = PlainPhrases()
        print(phrases.sourceAnswers(address: check.address, version: check.version))
        for table in check.tables {
            print(phrases.sourceTable(table.name, rows: table.rows, needsRows: table.needsRows))
            for column in table.columns {
                print(phrases.sourceColumn(column.name, type: column.type, role: column.role))
            }
        }
    }
}
