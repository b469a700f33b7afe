package import Values

/// Words about files, columns and what was refused.
package protocol SchemaPhrases {
    func role(_ role: ColumnRole) -> String
    func roleReason(_ reason: RoleReason) -> String
    func dialectReason(_ reason: DialectReason) -> String
    func schemaNote(_ note: SchemaNote) -> Sentence
    func datasetNote(_ note: DatasetNote) -> Sentence
    /// `“abc” is no number`.
    func issue(_ reason: IssueReason, value: String) -> String
    /// `event log`, `readings`, `devices`.
    func shape(_ schema: FileSchema) -> String
    func eventKind(_ kind: EventKind) -> String
    func encoding(_ dialect: CSVDialect) -> String
    func delimiter(_ byte: UInt8) -> String
    func lineEnd(_ end: CSVDialect.LineEnd) -> String
}
