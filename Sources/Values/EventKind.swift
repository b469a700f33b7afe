/// What the rows of an event file report.
public enum EventKind: String, Sendable, Hashable, Codable, CaseIterable {
    case error, failure, repair, other
}
