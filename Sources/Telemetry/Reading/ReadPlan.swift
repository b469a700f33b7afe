import Values

/// What happens with the columns of a file, derived once from its schema.
struct ReadPlan: Sendable {
    let schema: FileSchema
    let form: CSVForm
    let decoding: TextDecoding
    let missing: MissingMarkers
    let zone: Zone
    let fieldLengthLimit: Int
    /// Cells of a complete row.
    let width: Int
    /// Rows with fewer cells lack something that is used, and are refused.
    let leastWidth: Int
    /// What is measured, one for each column of metrics in a batch.
    let metrics: [ColumnSchema]
    /// The columns in the file that hold it; fewer in a long table.
    let values: [ColumnSchema]
    let signals: SignalNames?
    /// Which rows hold values that count as missing.
    let qualities: [RowQuality]
    /// The first cell of rows that belong to the table, where a file holds several tables.
    let rowMark: [UInt8]?
    let codes: [ColumnSchema]
    let severity: ColumnSchema?
    let label: ColumnSchema?
    let attributes: [ColumnSchema]
    /// A row's time depends on the rows before it, so the file is read as one chunk.
    let needsOrder: Bool
    /// How many issues of a chunk are kept.
    var issueLimit = IssueList.defaultLimit

    /// - Throws: `LoadError.unknownTimeZone`.
    init(_ schema: FileSchema, options: ReadOptions) throws(LoadError) {
        self.schema = schema
        form = CSVForm(schema.dialect, fieldLengthLimit: options.fieldLengthLimit)
        decoding = TextDecoding(encoding: schema.dialect.encoding)
        missing = MissingMarkers(options.missingMarkers)
        if let own = schema.zoneOfTimes {
            zone = own
        } else {
            zone = try Zone(schema.timeZone ?? schema.facts.timeZone ?? options.timeZone)
        }
        fieldLengthLimit = options.fieldLengthLimit
        width = schema.columns.count
        metrics = schema.readings
        values = schema.columns(.metric)
        signals = schema.signals
        qualities = schema.qualities
        rowMark = schema.dialect.sections?.mark
        needsOrder = schema.needsOrder
        codes = schema.columns(.code)
        severity = schema.columns(.severity).first
        label = schema.columns(.label).first
        attributes = schema.columns(.attribute)
        let used = schema.columns.filter { $0.role != .ignore }.map(\.index)
        leastWidth = (used.max() ?? -1) + 1
    }

    /// A plan that reads only time and device, for looking rows up.
    func keysOnly() -> ReadPlan { ReadPlan(keysOf: self) }

    private init(keysOf plan: ReadPlan) {
        schema = plan.schema
        form = plan.form
        decoding = plan.decoding
        missing = plan.missing
        zone = plan.zone
        fieldLengthLimit = plan.fieldLengthLimit
        width = plan.width
        leastWidth = plan.leastWidth
        metrics = []
        values = []
        signals = nil
        qualities = []
        rowMark = plan.rowMark
        needsOrder = plan.needsOrder
        codes = []
        severity = nil
        label = nil
        attributes = []
    }

    /// Whether a text in a column of codes or labels means that nothing happened.
    static func isAbsent(_ text: String, in column: ColumnSchema) -> Bool {
        AbsentWords.usual.contains(text.lowercased()) || column.absentValues.contains(text)
    }
}
