package import Reports
import Values

/// An episode with the names and the sentence under which it is told.
package struct ToldEpisode: Sendable {
    package var episode: Episode
    /// Names of its devices; empty for the whole fleet.
    package var names: [String]
    /// Nil for the sentence in the language of the answer.
    package var sentence: String?
    /// The set that its times belong to; nil for that of the answer.
    package var report: ReportContext?

    /// An episode as its set tells it.
    package init(_ episode: Episode, of report: ReportContext? = nil) {
        self.episode = episode
        self.report = report
        names = episode.devices.map(\.name)
    }

    /// Names the devices by the path of their file, where each file is a set of its own.
    ///
    /// - Parameter isSingle: Whether the file has a single device, which is then named by the path
    ///   alone; others become `path/device`.
    package mutating func move(under path: String, isSingle: Bool) {
        names = isSingle || names.isEmpty ? [path] : names.map { "\(path)/\($0)" }
    }
}
