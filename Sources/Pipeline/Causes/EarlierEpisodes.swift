import Analysis
import Reports
import Telemetry
import Values

/// Compares the order in which readings departed with that in earlier episodes.
struct EarlierEpisodes {
    let history: TroubleHistory
    let question: CauseQuestion

    /// Episodes that are compared at most.
    private static let most = 12
    /// With this many on the device itself, other devices are left out.
    private static let enough = 3
    /// Readings that are followed in each episode at most.
    private static let mostMetrics = 40

    /// What one earlier episode showed.
    private struct Course {
        let device: Int
        /// Time of departure and change by reading; readings that did not depart are left out.
        let departures: [MetricRef: (time: Double, change: Double)]
        /// Time of the failure, where a failure is in question.
        let end: Double?
    }

    /// How often the readings that lead now led in the same order; `nil` where nothing leads, and
    /// without an earlier episode that has enough rows before it.
    ///
    /// - Throws: What the source throws.
    /// - Complexity: O(rows · metrics) for each of at most twelve episodes.
    func order(_ report: CauseReport, own: DeviceRecord) throws -> CauseReport.EarlierOrder? {
        let leading = report.leading
        guard let first = leading.first, report.command == nil else { return nil }
        let metrics = report.signals.prefix(Self.mostMetrics).map(\.metric.index)
        let courses = try asked(leading.map(\.metric)).prefix(Self.most).compactMap {
            try course(of: $0, metrics: Set(metrics + [first.metric.index]), own: own)
        }
        guard !courses.isEmpty else { return nil }
        let candidates = (1...leading.count).filter { report.failure == nil || $0 == 1 }.map {
            count in
            compared(Array(leading.prefix(count)), courses)
        }
        guard let pair = candidates.dropFirst().first else { return candidates.first }
        return candidates.dropFirst(2).first.flatMap { $0.agreeing == pair.agreeing ? $0 : nil }
            ?? pair
    }

    /// Questions about earlier episodes of the kind: those of the device itself first, then the
    /// latest.
    private func asked(_ leading: [MetricRef]) throws -> [CauseQuestion] {
        let all = history.byDevice.sorted { $0.key < $1.key }
        let found = try all.flatMap(\.value).compactMap { episode -> CauseQuestion? in
            guard let device = episode.devices.first?.index else { return nil }
            if let failure = question.failure {
                guard let time = try history.time(of: failure.code, in: episode),
                    time < failure.time
                else { return nil }
                return CauseQuestion(
                    device: device, CauseReport.Failure(code: failure.code, time: time))
            }
            return isLike(episode, leading)
                ? CauseQuestion(device: device, episode, start: history.main.lowerBound) : nil
        }.sorted { $0.noticed > $1.noticed }
        let own = found.filter { $0.device == question.device }
        return own.count >= Self.enough ? own : own + found.filter { $0.device != question.device }
    }

    /// Whether the episode came before, is of the same sort where that is known, and about one of
    /// the first two leading readings.
    private func isLike(_ earlier: Episode, _ leading: [MetricRef]) -> Bool {
        let start = question.episode?.from ?? question.noticed
        guard earlier.from < start, earlier.to ?? .infinity < start || question.episode != nil,
            earlier != question.episode, earlier.kind != .apart
        else { return false }
        return !Set(earlier.metrics).isDisjoint(with: leading.prefix(2))
            && question.episode?.isOfSameSort(as: earlier) ?? true
    }

    private func course(
        of earlier: CauseQuestion, metrics: Set<Int>, own: DeviceRecord
    ) throws -> Course? {
        let record =
            earlier.device == question.device
            ? own
            : try history.record(
                of: earlier.device, upTo: earlier.noticed, cells: TroubleHistory.mostEarlierCells)
        let places = record.metrics.indices.filter { metrics.contains(record.metrics[$0]) }
        let columns = record.columns(earlier.rows(of: record), places)
        let search = CauseSearch(earlier, history, record)
        let beginning =
            earlier.failure == nil
            ? DepartureOrder.Beginning.known(search.since) : .after(search.since)
        guard let order = DepartureOrder(columns, beginning, troubled: search.troubled)
        else { return nil }
        let refs = history.source.catalog.metricRefs
        var departures: [MetricRef: (time: Double, change: Double)] = [:]
        for (place, departure) in zip(places, order.departures) {
            departures[refs[record.metrics[place]]] = departure.map {
                (record.time($0.row), $0.change)
            }
        }
        return Course(device: earlier.device, departures: departures, end: earlier.failure?.time)
    }

    private func compared(
        _ leading: [CauseReport.Signal], _ courses: [Course]
    ) -> CauseReport.EarlierOrder {
        let agreeing = courses.filter { agrees($0, leading) }
        let times = agreeing.map { course in
            leading.compactMap { course.departures[$0.metric]?.time }
        }
        return CauseReport.EarlierOrder(
            leading: leading.map(\.metric), examined: courses.count, agreeing: agreeing.count,
            devices: Set(courses.map(\.device)).count,
            delay: delay(times.compactMap { $0.count > 1 ? $0[1] - $0[0] : nil }),
            lead: delay(
                zip(agreeing, times).compactMap { course, times in
                    course.end.flatMap { end in times.first.map { end - $0 } }
                }))
    }

    private func agrees(_ course: Course, _ leading: [CauseReport.Signal]) -> Bool {
        let found = leading.compactMap { course.departures[$0.metric] }
        guard found.count == leading.count, let first = found.first else { return false }
        guard leading.count == 1 else {
            return zip(found.dropFirst(), found).allSatisfy { $0.time > $1.time }
        }
        return course.departures.values.allSatisfy { $0.time >= first.time }
            && leading.allSatisfy { $0.change * first.change > 0 }
    }

    private func delay(_ lengths: [Double]) -> CauseReport.EarlierOrder.Delay? {
        guard let low = lengths.min(), let high = lengths.max() else { return nil }
        return .init(median: Statistics.median(lengths), low: low, high: high)
    }
}
