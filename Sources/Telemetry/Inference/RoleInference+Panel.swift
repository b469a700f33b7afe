import Values

extension RoleInference {
    /// Columns that name the device together, and how they divide the rows of a moment.
    struct DeviceReading {
        var columns: [Int]
        var fit: MomentTable.Fit
    }

    /// Prefers the data to the name: where the best-named column leaves several rows per moment,
    /// takes the one to three columns that determine the rows.
    func settledDevice(named: SampleColumn?) -> DeviceReading? {
        guard let moments else { return nil }
        let alone = moments.fit([])
        // Rows that each have their own moment tell nothing.
        guard alone.rowsPerMoment >= 1.5 else { return nil }
        let base = named.map { DeviceReading(columns: [$0.index], fit: moments.fit([$0.index])) }
        // Rows of one device that differ by a text beside one value are a long table, handled
        // later.
        let isLong = base != nil && named.map(names(aDevice:)) == true && valueColumn() != nil
        if let base, base.fit.isUnique || isLong { return base }
        let found = readings(moments)
        guard let least = found.map(\.columns.count).min() else { return base }
        return found.filter { $0.columns.count == least }.max { isWorse($0, $1) }
    }

    /// The moments of the rows, in a long table for each signal.
    var moments: MomentTable? {
        MomentTable(table, time: time, given: signals.map { [$0.column] } ?? [])
    }

    /// The smallest sets of up to three columns that determine the rows; empty without any.
    func readings(_ moments: MomentTable) -> [DeviceReading] {
        let candidates = Array(deviceCandidates.prefix(Self.candidateLimit))
        var sets = candidates.map { [$0.index] }
        for size in 1...3 {
            let found = sets.map { DeviceReading(columns: $0, fit: moments.fit($0)) }
                .filter { $0.fit.isUnique && $0.fit.coverage >= 0.3 && $0.fit.distinct >= 2 }
            if !found.isEmpty || size == 3 { return found }
            sets = sets.flatMap { set in
                candidates.filter { $0.index > set[set.count - 1] }.map { set + [$0.index] }
            }
        }
        return []
    }

    private static let candidateLimit = 12

    /// Columns that may name the device, also those already taken for attributes or categories.
    private var deviceCandidates: [SampleColumn] {
        table.columns.filter { column in
            guard mayNamePart(column), (forced(column) ?? .device) == .device else { return false }
            switch assignments[column.index]?.role {
            case nil, .device, .attribute: return true
            case .ignore:
                if case .categories = assignments[column.index]?.reason { return true }
                if case .integerCategory = assignments[column.index]?.reason { return true }
                return false
            default: return false
            }
        }
    }

    /// Words for what happened rather than for what it happened to.
    private static let happenings = Vocabulary.events.union(Vocabulary.eventDetails)
        .subtracting(["comp", "component", "part", "komponente", "компонент"])

    /// Whether a column holds texts or whole numbers that recur and are no marks, severities or
    /// codes.
    private func mayNamePart(_ column: SampleColumn) -> Bool {
        column.time == nil && !column.isEmpty && (column.isInteger || !column.isNumber)
            && !column.isFreeText && column.meanLength <= 48 && !column.isFlag
            && column.filled * 10 >= table.rowCount * 9
            && (2...max(2, table.rowCount / 3)).contains(column.distinct.count)
            && !column.words.mentions(Vocabulary.severities)
            && !column.words.mentions(Vocabulary.qualifiers)
            && !column.words.mentions(Self.happenings)
            && !column.words.consists(of: Vocabulary.timeParts, and: Vocabulary.counters)
    }

    /// Whether the left reading is worse: by the names of its columns, then by how many devices it
    /// makes, then by its place.
    private func isWorse(_ left: DeviceReading, _ right: DeviceReading) -> Bool {
        let score = { (reading: DeviceReading) in
            reading.columns.reduce(0) { $0 + nameScore(table.columns[$1]) }
        }
        if score(left) != score(right) { return score(left) < score(right) }
        if left.fit.distinct != right.fit.distinct {
            return left.fit.distinct > right.fit.distinct
        }
        return left.columns.lexicographicallyPrecedes(right.columns) ? false : true
    }

    private func nameScore(_ column: SampleColumn) -> Int {
        if names(aDevice: column) { return 3 }
        if column.words.consists(of: Vocabulary.places, and: Vocabulary.identifying) { return 2 }
        return column.isNumber ? 0 : 1
    }

    // MARK: What stays open

    /// Asks for the device where no columns determine the rows, or where several would and do not
    /// say the same.
    var deviceQuestion: SchemaQuestion? {
        guard correction?.roles.values.contains(.device) != true, let moments,
            moments.fit([]).rowsPerMoment >= 1.5
        else { return nil }
        let taken = deviceColumns
        let current = moments.fit(taken)
        let others = readings(moments).filter { reading in
            Set(reading.columns) != Set(taken)
                && !(table.determines(taken, reading.columns)
                    && table.determines(reading.columns, taken))
        }
        let rivals = others.filter { isRival($0, of: taken, current) }
        guard !rivals.isEmpty || !current.isUnique && finalShapeIsReadings else { return nil }
        let named = deviceCandidates.filter { !taken.contains($0.index) }.prefix(3).map {
            DeviceReading(columns: [$0.index], fit: moments.fit([$0.index]))
        }
        let file = DeviceReading(columns: [], fit: moments.fit([]))
        let first = DeviceReading(columns: taken, fit: current)
        let readings = [first] + (rivals.isEmpty ? named + (taken.isEmpty ? [] : [file]) : rivals)
        let answers = Array(readings.prefix(5)).map(answer)
        return answers.count > 1 ? SchemaQuestion(.device, answers) : nil
    }

    /// Whether a reading determines the rows as the one in use does, with no more columns and as
    /// good names.
    private func isRival(
        _ reading: DeviceReading, of taken: [Int], _ current: MomentTable.Fit
    ) -> Bool {
        if !current.isUnique { return true }
        let score = { (columns: [Int]) in
            columns.reduce(0) { $0 + nameScore(table.columns[$1]) }
        }
        return reading.columns.count <= taken.count && score(reading.columns) >= score(taken)
    }

    private var finalShapeIsReadings: Bool { !columns(.metric).isEmpty && end == nil }

    private func answer(_ reading: DeviceReading) -> SchemaQuestion.Answer {
        let names = reading.columns.map { table.columns[$0].name }
        var roles: [String: ColumnRole] = [:]
        for name in names { roles[name] = .device }
        for index in deviceColumns where !reading.columns.contains(index) {
            roles[table.columns[index].name] = .attribute
        }
        let choice: SchemaQuestion.Choice =
            names.isEmpty
            ? .file(rowsPerMoment: reading.fit.rowsPerMoment)
            : .columns(names, rowsPerMoment: reading.fit.rowsPerMoment)
        return .init(choice, SchemaCorrection(roles: roles))
    }

    /// The columns that name the device.
    var deviceColumns: [Int] {
        switch device {
        case .column(let index): [index]
        case .composite(let indices): indices
        case .fileName, .eachRow: []
        }
    }
}
