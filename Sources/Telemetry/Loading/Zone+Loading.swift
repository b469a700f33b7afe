public import Values

extension Zone {
    /// Looks up a zone that an option or a correction names.
    ///
    /// - Throws: `LoadError.unknownTimeZone`.
    public init(_ identifier: String) throws(LoadError) {
        guard let zone = Zone(named: identifier) else { throw .unknownTimeZone(identifier) }
        self = zone
    }
}
