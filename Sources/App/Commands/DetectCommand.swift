import Analysis
import Dispatch
import Foundation
import Synchronization
import Telemetry
import Values

/// `perfmon detect`: anomaly results per row, one CSV per input file under the same relative path.
struct DetectCommand {
    let input: String
    let output: String
    let isLive: Bool
    let options: ReadOptions

    func run() -> Int32 {
        let root = URL(filePath: input, directoryHint: .isDirectory).resolvingSymlinksInPath()
        let files = Self.files(in: root)
        guard !files.isEmpty else {
            print("\(input) holds no .csv file.", to: &Output.standardError)
            return 1
        }
        let failures = Mutex<[String]>([])
        DispatchQueue.concurrentPerform(iterations: files.count) { index in
            do {
                try detect(files[index], under: root)
            } catch {
                failures.withLock { $0.append("\(files[index]): \(error)") }
            }
        }
        let sentences = failures.withLock { $0.sorted() }
        for sentence in sentences { print(sentence, to: &Output.standardError) }
        print("\(files.count - sentences.count) of \(files.count) files scored.")
        return sentences.isEmpty ? 0 : 1
    }

    /// Paths of all CSV files below a folder, relative to it and sorted.
    static func files(in root: URL) -> [String] {
        let all = FileManager.default.enumerator(atPath: root.path)
        var files: [String] = []
        while let path = all?.nextObject() as? String {
            if path.lowercased().hasSuffix(".csv") { files.append(path) }
        }
        return files.sorted()
    }

    private func detect(_ path: String, under root: URL) throws {
        let table = try CSVTable.cells(url: root.appending(path: path), options: options)
        let rows = try RowResults(table: table, options: options, isLive: isLive)
        let target = URL(filePath: output, directoryHint: .isDirectory).appending(path: path)
        try FileManager.default.createDirectory(
            at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(rows.csv.utf8).write(to: target, options: .atomic)
    }
}

/// Score and decision for every row of a table, in the file's order; devices are judged one by one.
struct RowResults {
    private let timestamps: [String]
    private var scores: [Double]
    private var marks: [Bool]

    init(table: CSVTable, options: ReadOptions, isLive: Bool) throws {
        let rows = table.rows
        let typed = Dictionary(
            try table.typed(options: options).map { ($0.name, $0.values) },
            uniquingKeysWith: { first, _ in first })
        let schema = table.schema
        timestamps = rows.enumerated().map { number, cells in
            Self.timestamp(cells, number, schema.time)
        }
        scores = [Double](repeating: 0, count: rows.count)
        marks = [Bool](repeating: false, count: rows.count)
        let metrics = schema.columns(.metric).compactMap { typed[$0.name] }
        let times = Self.times(schema, typed)
        for members in Self.devices(rows, schema.device) {
            let columns = metrics.map { column in members.map { column[$0] ?? .nan } }
            let result = try RecordingJudge().judge(
                columns: columns, times: times.map { times in members.map { times[$0] ?? .nan } },
                mode: isLive ? .live : .offline)
            for (place, row) in members.enumerated() where place < result.score.count {
                scores[row] = result.score[place]
                marks[row] = result.isAnomaly[place]
            }
        }
    }

    /// `timestamp,score,is_anomaly`: the timestamp as the input writes it, a missing score as 0.
    var csv: String {
        var text = "timestamp,score,is_anomaly\n"
        for row in timestamps.indices {
            let score = scores[row].isFinite ? scores[row] : 0
            text += "\(timestamps[row]),\(score),\(marks[row] ? 1 : 0)\n"
        }
        return text
    }

    private static func timestamp(_ cells: [String], _ row: Int, _ time: TimeOrigin) -> String {
        let columns: [Int]
        switch time {
        case .column(let index), .cycle(let index): columns = [index]
        case .dateAndTime(let date, let clock): columns = [date, clock]
        case .parts(let parts): columns = parts
        case .rowNumber: return "\(row)"
        }
        return columns.map { $0 < cells.count ? cells[$0] : "" }.joined(separator: " ").csvCell
    }

    private static func times(
        _ schema: FileSchema, _ typed: [String: [Double?]]
    ) -> [Double?]? {
        guard case .column(let index) = schema.time,
            let column = schema.columns.first(where: { $0.index == index })
        else { return nil }
        return typed[column.name]
    }

    /// Row indices of each device in the file's order; all rows where the file has no such column.
    private static func devices(_ rows: [[String]], _ device: DeviceOrigin) -> [[Int]] {
        let columns: [Int]
        switch device {
        case .column(let index): columns = [index]
        case .composite(let indices): columns = indices
        case .fileName, .eachRow: return [Array(rows.indices)]
        }
        var order: [String] = []
        var members: [String: [Int]] = [:]
        for (row, cells) in rows.enumerated() {
            let name = columns.map { $0 < cells.count ? cells[$0] : "" }.joined(separator: "\u{1F}")
            if members[name] == nil { order.append(name) }
            members[name, default: []].append(row)
        }
        return order.compactMap { members[$0] }
    }
}
