import Analysis
import Reports
import Telemetry
import Values

/// Finds where the fault of one device began: its readings ranked, what else happened just before,
/// and what earlier episodes showed.
struct CauseFinder {
    let history: TroubleHistory
    private let device: Int
    private let record: DeviceRecord

    /// Reads the device; for an index outside the catalog all reports are nil.
    ///
    /// - Throws: What the source throws.
    init(_ history: TroubleHistory, device: Int) throws {
        self.history = history
        self.device = device
        record = try history.record(of: device)
    }

    /// The causes of an episode; nil where the record is too short for a ranking.
    ///
    /// - Throws: What the source throws.
    func report(of episode: Episode) throws -> CauseReport? {
        guard record.rowCount > 0 else { return nil }
        return try report(CauseQuestion(device: device, episode, start: record.time(0)))
    }

    /// The causes of a failure of the device at that time if there is one, else of whatever was
    /// noticed then.
    ///
    /// - Parameter noticed: `nil` = the end of the data.
    /// - Throws: What the source throws.
    func report(noticed: Double?) throws -> CauseReport? {
        guard let noticed else { return try report(CauseQuestion(device: device)) }
        let codes = history.source.catalog.codeRefs
        let failure = try history.events(of: device).first {
            codes[$0.code].kind == .failure && abs($0.time - noticed) < record.step
        }.map { CauseReport.Failure(code: codes[$0.code], time: $0.time) }
        return try report(
            failure.map { CauseQuestion(device: device, $0) }
                ?? CauseQuestion(device: device, noticed: noticed))
    }

    /// - Throws: What the source throws.
    /// - Complexity: O(rows · metrics + rows · compared²), with at most some thousands of rows in
    ///   the second part, plus O(rows · metrics) for each of at most a dozen earlier episodes.
    func report(_ question: CauseQuestion) throws -> CauseReport? {
        var question = question
        question.noticed = min(question.noticed, history.main.upperBound)
        let end = question.rows(of: record)
        let columns = record.columns(end)
        let search = CauseSearch(question, history, record)
        guard let ranking = CauseRanking(columns, since: search.since, troubled: search.troubled)
        else { return nil }
        var report = report(ranking, columns, question, end: end)
        report.events = try EventsBefore(history: history, record: record, device: device)
            .events(report, columns)
        report.earlier = try EarlierEpisodes(history: history, question: question).order(
            report, own: record)
        return report
    }

    private func report(
        _ ranking: CauseRanking, _ columns: [[Double]], _ question: CauseQuestion, end: Int
    ) -> CauseReport {
        let refs = history.source.catalog.metricRefs
        var departures = [LevelDeparture?](repeating: nil, count: columns.count)
        for cause in ranking.causes { departures[cause.signal] = cause.departure }
        let command = CommandChange(
            columns, departures: departures, onset: ranking.onset
        ).map {
            CauseReport.Command(
                metric: refs[record.metrics[$0.signal]], time: record.time($0.row), from: $0.from,
                to: $0.to, earlier: $0.earlier)
        }
        return CauseReport(
            device: history.source.catalog.deviceRef(device), failure: question.failure,
            onset: record.time(ranking.onset), noticed: record.time(end - 1),
            signals: ranking.causes.map { cause in
                CauseReport.Signal(
                    metric: refs[record.metrics[cause.signal]], confidence: cause.confidence,
                    mechanism: cause.mechanism,
                    departure: cause.departure.map { record.time($0.row) },
                    change: cause.departure?.change ?? 0)
            }, compared: ranking.compared, command: command)
    }
}

/// The part of a record in which a fault is looked for, and the rows that are not usual.
struct CauseSearch {
    /// The first row at which the fault may have begun.
    let since: Int
    /// Rows of earlier troubles.
    let troubled: [Range<Int>]

    init(_ question: CauseQuestion, _ history: TroubleHistory, _ record: DeviceRecord) {
        since = record.rows(upTo: question.since(history))
        troubled = history.troubled(
            record, of: question.device, before: question.episode?.from ?? question.noticed)
    }
}
