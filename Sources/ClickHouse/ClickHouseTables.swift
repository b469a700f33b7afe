import Foundation
import Synchronization
package import Telemetry
import Values

/// The data sets whose rows are in servers of ClickHouse, as the settings in `sources` say.
package final class ClickHouseTables: TableDatabase {
    private let environment: [String: String]
    /// One client for each state of a file of settings, so that connections are kept.
    private let clients = Mutex<[DatasetSource: (SourceSettings, QueryClient)]>([:])

    /// - Parameter environment: where passwords may be.
    package init(environment: [String: String] = ProcessInfo.processInfo.environment) {
        self.environment = environment
    }

    package func current(_ dataset: Dataset, in folder: DatasetFolder) throws -> Dataset {
        guard let source = dataset.source else { return dataset }
        do throws(SourceFault) {
            let (settings, client) = try client(source)
            var states: [String: String] = [:]
            for name in settings.tables {
                let description = try TableDescription(named: name, settings, client)
                try SampleFile(source.samples, table: name).refresh(description, client)
                states[name] = try TableState(table: description, client: client).text()
            }
            return dataset.with(states, in: folder)
        } catch {
            throw LoadError.database(error)
        }
    }

    package func reader(of dataset: Dataset) throws -> any TableReader {
        guard let source = dataset.source else {
            throw LoadError.noFiles(dataset: dataset.name)
        }
        do throws(SourceFault) {
            let (settings, client) = try client(source)
            return ClusterReader(settings, client)
        } catch {
            throw LoadError.database(error)
        }
    }

    package func close() {
        for (_, client) in clients.withLock({ Array($0.values) }) { client.endAll() }
    }

    /// Removes rows of tables that were being read when the program was ended.
    package static func clearUnfinished(in folder: DatasetFolder) {
        let manager = FileManager.default
        for set in (try? folder.datasets()) ?? [] {
            guard let samples = set.source?.samples else { continue }
            let names = (try? manager.contentsOfDirectory(atPath: samples.path)) ?? []
            for name in names where name.hasPrefix(".rows.") {
                try? manager.removeItem(at: samples.appending(path: name))
            }
        }
    }

    func client(
        _ source: DatasetSource
    ) throws(SourceFault) -> (SourceSettings, QueryClient) {
        if let known = clients.withLock({ $0[source] }) { return known }
        let settings = try SourceSettings(contentsOf: source.settings)
        let made = try QueryClient(
            settings, file: source.settings.lastPathComponent, environment: environment)
        clients.withLock { clients in
            clients = clients.filter { $0.key.settings != source.settings }
            clients[source] = (settings, made)
        }
        return (settings, made)
    }
}

extension Dataset {
    /// The set with the samples that lie there now, and the states of their tables; samples of
    /// other tables are left out.
    fileprivate func with(_ states: [String: String], in folder: DatasetFolder) -> Dataset {
        var set = (try? folder.dataset(name)) ?? self
        set.files = set.files.compactMap { file in
            guard let state = states[file.name] else { return nil }
            var file = file
            file.state = state
            return file
        }
        return set
    }
}
