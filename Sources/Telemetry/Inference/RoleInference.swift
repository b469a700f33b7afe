import Values

/// Decides what the columns of a sample are for.
///
/// First comes time, then the device, then what happened (codes, severity, label), then the rest;
/// each step sees what the steps before have taken.
struct RoleInference {
    /// A role, and why.
    struct Assignment {
        var role: ColumnRole
        var type: ColumnType
        var reason: RoleReason
        var confidence: Double
        var absent: [String] = []
    }

    let table: SampleTable
    let fileName: String
    let correction: SchemaCorrection?
    var assignments: [Int: Assignment] = [:]
    var time = TimeOrigin.rowNumber
    var device = DeviceOrigin.fileName
    /// The column with the end of what lasts.
    var end: Int?
    /// Each row is a life from installation to removal; the time is its end.
    var isLife = false
    var signals: SignalNames?
    var qualities: [RowQuality] = []
    /// What the lines above the rows say of their beginning.
    var start = StartFacts()
    var notes: [SchemaNote] = []

    init(_ table: SampleTable, fileName: String, correction: SchemaCorrection?) {
        self.table = table
        self.fileName = fileName
        self.correction = correction
    }

    /// The schema, with every column assigned.
    mutating func schema() -> FileSchema {
        ignoreEmptyAndCounters()
        findTime()
        findElapsedTime()
        findNamedSignals()
        findDevice()
        findCycle()
        findCompositeDevice()
        findSignals()
        let shape = findShape()
        findSeverity()
        findLabel()
        findCodes(shape)
        assignRest(shape)
        findQuality()
        applyCorrections()
        takeCorrectedSignals()
        noteFindings()
        let final = finalShape(shape)
        if final == .table { makeRowsUnits() }
        return FileSchema(
            dialect: table.dialect, columns: columnSchemas(), shape: final,
            eventKind: correction?.eventKind ?? EventKindInference(self).kind(final), time: time,
            device: device, notes: notes, timeZone: correction?.timeZone, signals: signals,
            end: end, qualities: qualities,
            questions: questions())
    }

    /// The role that a person gave a column, if any.
    func forced(_ column: SampleColumn) -> ColumnRole? { correction?.roles[column.name] }

    /// Columns without a role that may get this one: a person's choice reserves a column.
    func free(_ role: ColumnRole) -> [SampleColumn] {
        table.columns.filter { column in
            assignments[column.index] == nil && (forced(column) ?? role) == role
        }
    }

    func columns(_ role: ColumnRole) -> [SampleColumn] {
        table.columns.filter { assignments[$0.index]?.role == role }
    }

    mutating func assign(
        _ column: Int, _ role: ColumnRole, _ type: ColumnType, _ reason: RoleReason,
        _ confidence: Double, absent: [String] = []
    ) {
        assignments[column] = Assignment(
            role: role, type: type, reason: reason, confidence: confidence, absent: absent)
    }

    /// How a column's cells are read where its role asks for nothing special.
    func plainType(_ column: SampleColumn) -> ColumnType {
        if let time = column.time { return .time(time.format) }
        if column.isFlag, column.distinct.count == 2 || !column.isNumber { return .flag }
        return column.isNumber ? .number(column.format) : .text
    }

    private func columnSchemas() -> [ColumnSchema] {
        table.columns.map { column in
            let assignment =
                assignments[column.index]
                ?? Assignment(role: .ignore, type: .text, reason: .empty, confidence: 0)
            return ColumnSchema(
                name: column.name, index: column.index, role: assignment.role,
                type: assignment.type,
                unit: correction?.units[column.name] ?? unit(column, assignment),
                reason: assignment.reason, confidence: assignment.confidence,
                examples: column.examples, fit: fit(column, assignment.type),
                absentValues: assignment.absent, isCounter: isCounter(column))
        }
    }

    private func unit(_ column: SampleColumn, _ assignment: Assignment) -> String? {
        switch (assignment.role, assignment.type) {
        case (.metric, _), (.attribute, _), (.time, .number): column.unit
        case (.time, .time(let format)) where format.form == .elapsed: column.unit
        default: nil
        }
    }

    private func fit(_ column: SampleColumn, _ type: ColumnType) -> Double {
        switch type {
        case .number: column.numberShare
        case .time: column.time?.share ?? 0
        case .flag, .text: 1
        }
    }
}
