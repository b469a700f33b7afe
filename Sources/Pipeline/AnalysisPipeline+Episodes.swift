package import Reports
import Telemetry
import Values

extension AnalysisPipeline {
    /// What is wrong with the devices of the set, over all its time, the gravest first. Found once
    /// and kept.
    ///
    /// - Throws: What the source throws.
    package func episodes() throws -> [Episode] {
        try found.value {
            try EpisodeFinder(source: source, coverage: coverage, main: whole).episodes()
        }
    }

    /// What was known at each time: episodes begin when they could first be told, and what only
    /// hindsight shows is left out.
    ///
    /// - Throws: What the source throws.
    package func liveEpisodes() throws -> [Episode] {
        try EpisodeFinder(source: source, coverage: coverage, main: whole, isLive: true).episodes()
    }

    /// What sentences about the whole set need to write its numbers and times.
    package var context: ReportContext {
        let scope = Scope(
            catalog: source.catalog, choice: Choice(), mainRange: whole, coverage: coverage)
        return ContextBuilder(
            scope: scope, load: load, fingerprint: fingerprint,
            devicesShown: source.catalog.devices.count
        ).context()
    }
}
