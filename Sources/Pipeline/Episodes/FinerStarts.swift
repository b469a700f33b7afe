import Analysis
import Reports
import Telemetry
import Values

/// The episodes of a set, the gravest first.
struct FoundEpisodes: Sendable {
    var episodes: [Episode]
    /// `nil` where there are no finer readings to ask for.
    var reach: FinerReach?
}

/// Tells the start of episodes more closely than buckets do, where the set's tables can be asked
/// for finer readings: a step from one level to another within the buckets about the start.
struct FinerStarts {
    let source: any TelemetrySource

    /// Episodes whose starts are looked at, the gravest first.
    static let most = 24
    /// Buckets before and after the start that are asked for, and those of the start itself.
    private static let reach = (asked: 3.0, start: 1.0)
    /// Finer buckets of a question.
    private static let parts = 480

    /// The gravest episodes that are asked about at once, and for how long others follow.
    private static let (atOnce, budget) = (4, Duration.seconds(2))

    /// The episodes, some of them with other starts, the gravest first, and how far it got. A source
    /// that does not answer, or is slow to, changes nothing more.
    func refined(_ episodes: [Episode]) -> FoundEpisodes {
        var candidates = episodes.indices.filter { place in
            let episode = episodes[place]
            return episode.grade != .remark && episode.devices.count == 1
                && !episode.metrics.isEmpty
        }.prefix(Self.most)
        var refined = episodes
        var reach = FinerReach(starts: candidates.count)
        let begin = ContinuousClock.now
        let end = begin + Self.budget
        // The first tells whether there is anything finer.
        var count = 1
        while !candidates.isEmpty, ContinuousClock.now < end {
            let places = Array(candidates.prefix(count))
            let starts = Concurrent.map(places.count) { self.start(of: episodes[places[$0]]) }
            for (place, start) in zip(places, starts) {
                guard let time = start?.time, time < episodes[place].to ?? .infinity else {
                    continue
                }
                refined[place].from = time
                reach.told += 1
            }
            reach.asked += starts.count { $0 != nil }
            guard starts.allSatisfy({ $0 != nil }) else { break }
            candidates = candidates.dropFirst(count)
            count = Self.atOnce
        }
        reach.seconds = (ContinuousClock.now - begin) / .seconds(1)
        return FoundEpisodes(
            episodes: refined.sorted(by: EpisodeFinder.isGraver),
            reach: reach.asked > 0 ? reach : nil)
    }

    /// What finer readings say of a start; `nil` where there are none.
    private struct Start {
        /// `nil` where they show no step.
        var time: Double?
    }

    private func start(of episode: Episode) -> Start? {
        let width = source.catalog.axis.bucketWidth
        guard let device = episode.devices.first, let metric = episode.metrics.first,
            let asked = Self.range(about: episode.from, Self.reach.asked * width),
            let near = Self.range(about: episode.from, Self.reach.start * width),
            let finer = try? source.finerSeries(of: device.index, in: asked, parts: Self.parts)
        else { return nil }
        let readings = finer.metrics[metric.index]
        let known = finer.times.indices.filter { readings[$0].count > 0 }
        let first = known.firstIndex { finer.times[known[$0]] >= near.lowerBound } ?? known.count
        let end = known.firstIndex { finer.times[known[$0]] > near.upperBound } ?? known.count
        let place = SharpStep.place(
            in: known.map { readings[$0].mean }, within: first..<max(first, end))
        return Start(time: place.map { finer.times[known[$0]] })
    }

    private static func range(about time: Double, _ reach: Double) -> ClosedRange<Double>? {
        ClosedRange(from: time - reach, to: time + reach)
    }
}
