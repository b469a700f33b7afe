package import Reports
import Telemetry
import Values

extension AnalysisPipeline {
    /// All episodes of the set over all its time, the gravest first; computed on first use and
    /// kept.
    ///
    /// - Throws: What the source throws.
    package func episodes() throws -> [Episode] { try foundEpisodes().episodes }

    /// The same with how far finer readings were asked for.
    ///
    /// - Throws: What the source throws.
    func foundEpisodes() throws -> FoundEpisodes {
        try found.value {
            FinerStarts(source: source).refined(
                try EpisodeFinder(source: source, coverage: coverage, main: whole).episodes())
        }
    }

    /// The episodes as they could be known at each time: they begin when they could first be
    /// noticed, and those that only hindsight shows are left out. Computed anew at each call.
    ///
    /// - Throws: What the source throws.
    package func liveEpisodes() throws -> [Episode] {
        try EpisodeFinder(source: source, coverage: coverage, main: whole, isLive: true).episodes()
    }

    /// The context of the whole set, from which sentences take units, names and times.
    package var context: ReportContext {
        let scope = Scope(
            catalog: source.catalog, choice: Choice(), mainRange: whole, coverage: coverage)
        return ContextBuilder(
            scope: scope, load: load, fingerprint: fingerprint,
            devicesShown: source.catalog.devices.count
        ).context()
    }
}
