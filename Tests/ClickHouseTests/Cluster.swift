import Foundation
import Programs
import Telemetry

@testable import ClickHouse

/// Two servers of ClickHouse on loopback with one cluster over both, for one test.
final class Cluster {
    /// The server that Debian packages bring.
    static let program: String? = ["/usr/sbin/clickhouse-server", "/usr/bin/clickhouse-server"]
        .first(where: FileManager.default.isExecutableFile(atPath:))

    struct DidNotStart: Error {}

    let ports: [Int]
    private let folder: URL
    private var servers: [ChildProgram?] = []
    let natives: [Int]

    /// Starts both and waits until they answer.
    init() throws {
        guard Self.program != nil else { throw DidNotStart() }
        folder = FileManager.default.temporaryDirectory
            .appending(path: "clickhouse-" + UUID().uuidString)
        // Below the ports that connections are given.
        let base = 20_000 + Int(ProcessInfo.processInfo.processIdentifier % 3_000) * 4
        ports = [base, base + 1]
        natives = [base + 2, base + 3]
        for number in 0...1 { servers.append(try start(number)) }
    }

    deinit {
        for server in servers { server?.kill(); server?.wait() }
        try? FileManager.default.removeItem(at: folder)
    }

    var address: String { "http://127.0.0.1:\(ports[0])" }

    /// Ends a server as if its power were cut.
    func kill(_ number: Int) {
        servers[number]?.kill()
        servers[number]?.wait()
        servers[number] = nil
    }

    func restart(_ number: Int) throws { servers[number] = try start(number) }

    private func start(_ number: Int) throws -> ChildProgram {
        let home = folder.appending(path: "\(number)")
        for part in ["data", "tmp"] {
            try FileManager.default.createDirectory(
                at: home.appending(path: part), withIntermediateDirectories: true)
        }
        let config = home.appending(path: "config.xml")
        try Data(Self.config(home.path, ports[number], natives[number], natives).utf8)
            .write(to: config)
        try Data(Self.users.utf8).write(to: home.appending(path: "users.xml"))
        let server = try ChildProgram(
            [Self.program ?? "", "--config-file=" + config.path],
            errors: home.appending(path: "errors").path)
        let end = ContinuousClock.now + .seconds(30)
        while ContinuousClock.now < end {
            if (try? write("SELECT 1", on: number)) != nil { return server }
            usleep(50_000)
        }
        server.kill()
        throw DidNotStart()
    }

    /// Runs a statement as the user who may write.
    @discardableResult
    func write(_ sql: String, on number: Int = 0) throws -> [UInt8] {
        let settings = SourceSettings(
            address: "http://127.0.0.1:\(ports[number])", user: "writer", tables: ["x"])
        return try QueryClient(settings, file: "x.json", environment: [:]).answer(sql)
    }

    /// Makes a table on both servers, and one over both; rows go where the expression says.
    func create(_ name: String, _ columns: String, order: String, sharding: String) throws {
        for number in 0...1 {
            try write(
                "CREATE TABLE default.\(name)_local (\(columns)) ENGINE = MergeTree ORDER BY (\(order))",
                on: number)
            try write(
                "CREATE TABLE default.\(name) AS default.\(name)_local ENGINE = Distributed(fleet, default, \(name)_local, \(sharding))",
                on: number)
        }
    }

    /// The settings of a source over tables, as the user who may only read.
    func settings(_ tables: [String]) -> SourceSettings {
        SourceSettings(address: address, user: "reader", tables: tables)
    }

    private static func config(_ home: String, _ http: Int, _ tcp: Int, _ all: [Int]) -> String {
        let shards = all.map { port in
            "<shard><replica><host>127.0.0.1</host><port>\(port)</port><user>writer</user></replica></shard>"
        }
        return """
            <yandex>
            <logger><level>warning</level><log>\(home)/log</log><errorlog>\(home)/errlog</errorlog></logger>
            <listen_host>127.0.0.1</listen_host><http_port>\(http)</http_port><tcp_port>\(tcp)</tcp_port>
            <path>\(home)/data/</path><tmp_path>\(home)/tmp/</tmp_path>
            <users_config>\(home)/users.xml</users_config><default_profile>writer</default_profile>
            <default_database>default</default_database><timezone>America/New_York</timezone>
            <mark_cache_size>50000000</mark_cache_size><mlock_executable>false</mlock_executable>
            <remote_servers><fleet>\(shards.joined())</fleet></remote_servers>
            </yandex>
            """
    }

    /// The server's zone is one that no test expects: nothing may depend on it.
    private static let users = """
        <yandex>
        <profiles>
        <writer><max_memory_usage>2000000000</max_memory_usage><insert_distributed_sync>1</insert_distributed_sync></writer>
        <reader><readonly>1</readonly><max_execution_time>20</max_execution_time>
        <max_result_rows>20000</max_result_rows><result_overflow_mode>throw</result_overflow_mode></reader>
        </profiles>
        <users>
        <writer><password></password><networks><ip>127.0.0.1</ip></networks><profile>writer</profile><quota>default</quota></writer>
        <reader><password></password><networks><ip>127.0.0.1</ip></networks><profile>reader</profile><quota>default</quota></reader>
        <locked><password>secret</password><networks><ip>127.0.0.1</ip></networks><profile>reader</profile><quota>default</quota></locked>
        </users>
        <quotas><default></default></quotas>
        </yandex>
        """
}
