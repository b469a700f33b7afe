import Analysis

extension FleetRecipe {
    /// The files of the fleet.
    var fleet: Fleet {
        var random = SeededGenerator(seed: seed, stream: 1)
        var tables = events == .only ? [] : readings(&random)
        if attributes == .ownFile { tables.append(devicesTable(&random)) }
        tables += eventTables(&random)
        return Fleet(tables: tables)
    }

    private func readings(_ random: inout SeededGenerator) -> [FleetTable] {
        switch layout {
        case .oneFile: [wideTable(kinds, "telemetry.csv", &random)]
        case .filePerKind: kinds.map { wideTable([$0], "\($0.name).csv", &random) }
        case .filePerDevice: deviceTables(&random)
        case .longTable: [longTable(&random)]
        }
    }

    // MARK: - Readings

    /// A table with a column for each signal of any kind; cells of other kinds are empty.
    private func wideTable(
        _ kinds: [Kind], _ name: String, _ random: inout SeededGenerator
    ) -> FleetTable {
        var names: [String] = []
        for signal in kinds.flatMap(\.signals) where !names.contains(signal.name) {
            names.append(signal.name)
        }
        let places = kinds.map { kind in
            names.map { name in kind.signals.firstIndex { $0.name == name } }
        }
        let timeColumns = time.isPresent ? [time.columnName] : []
        let extra = attributeNames + (isMarked ? ["anomaly"] : [])
        var table = FleetTable(
            name: name, columns: timeColumns + ["device"] + names + extra, rows: [],
            deviceColumn: timeColumns.count, delimiter: delimiter)
        for row in 0..<rows {
            let shared = time.cell(row: row, of: rows, &random)
            for (kind, place) in zip(kinds, places) {
                for (device, deviceName) in kind.devices.enumerated() {
                    let own = time == .unordered ? time.cell(row: row, of: rows, &random) : shared
                    let cells = place.map { signal -> String in
                        guard let signal else { return "" }
                        return kind.signals[signal].cell(row, rows, device, &random)
                    }
                    table.rows.append(
                        (time.isPresent ? [own] : []) + [deviceName] + cells
                            + attributeCells(kind, device, &random)
                            + (isMarked ? [random.uniform() < 0.1 ? "1" : "0"] : []))
                }
            }
        }
        return table
    }

    /// A file for each device, named after kind and number, without a column of devices.
    private func deviceTables(_ random: inout SeededGenerator) -> [FleetTable] {
        kinds.enumerated().flatMap { number, kind in
            kind.devices.indices.map { device in
                let columns = (time.isPresent ? [time.columnName] : []) + kind.signals.map(\.name)
                let lines = (0..<rows).map { row in
                    (time.isPresent ? [time.cell(row: row, of: rows, &random)] : [])
                        + kind.signals.map { $0.cell(row, rows, device, &random) }
                }
                return FleetTable(
                    name: "\(kind.name)-\(number)-\(device).csv", columns: columns, rows: lines,
                    delimiter: delimiter)
            }
        }
    }

    /// A table with a row for each reading, which names its signal.
    private func longTable(_ random: inout SeededGenerator) -> FleetTable {
        var table = FleetTable(
            name: "readings.csv",
            columns: (time.isPresent ? [time.columnName] : []) + ["device", "metric", "value"],
            rows: [], deviceColumn: time.isPresent ? 1 : 0, delimiter: delimiter)
        for row in 0..<rows {
            let shared = time.cell(row: row, of: rows, &random)
            for kind in kinds {
                for (device, name) in kind.devices.enumerated() {
                    for signal in kind.signals {
                        table.rows.append(
                            (time.isPresent ? [shared] : [])
                                + [name, signal.name, signal.cell(row, rows, device, &random)])
                    }
                }
            }
        }
        return table
    }

    // MARK: - Attributes

    private var attributeNames: [String] {
        switch attributes {
        case .none, .ownFile: []
        case .inRows, .partly: ["model", "site"]
        case .allDifferent: ["serial"]
        case .numbers: ["age_years"]
        }
    }

    private func attributeCells(
        _ kind: Kind, _ device: Int, _ random: inout SeededGenerator
    ) -> [String] {
        switch attributes {
        case .none, .ownFile: []
        case .inRows: [kind.name, device % 2 == 0 ? "north" : "south"]
        case .partly: [device % 3 == 0 ? kind.name : "", random.uniform() < 0.5 ? "north" : ""]
        case .allDifferent: ["SN\(kind.name)\(device)"]
        case .numbers: ["\(device % 12)"]
        }
    }

    private func devicesTable(_ random: inout SeededGenerator) -> FleetTable {
        var table = FleetTable(
            name: "devices.csv", columns: ["device", "model", "firmware", "age_years"], rows: [],
            deviceColumn: 0, delimiter: delimiter)
        for kind in kinds {
            for name in kind.devices where random.uniform() < 0.9 {
                table.rows.append([
                    name, kind.name, "1.\(random.integer(below: 3))",
                    random.uniform() < 0.8 ? "\(random.integer(below: 12))" : "",
                ])
            }
        }
        return table
    }

    // MARK: - Events

    private func eventTables(_ random: inout SeededGenerator) -> [FleetTable] {
        let known = kinds.flatMap(\.devices)
        let devices = events == .ofOthers ? ["other-1", "other-2", known[0]] : known
        return events.files.map { name, column in
            let columns =
                (time.isPresent ? [time.columnName] : []) + ["device", column]
                + (isGraded ? ["severity"] : [])
            let lines = (0..<events.rows(rows * known.count, &random)).map { row in
                let place = events == .burst ? rows / 2 : random.integer(below: max(rows, 1))
                return (time.isPresent ? [time.cell(row: place, of: rows, &random)] : [])
                    + [devices[random.integer(below: devices.count)], events.code(&random)]
                    + (isGraded ? [EventShape.severity(&random)] : [])
            }
            return FleetTable(
                name: name, columns: columns, rows: lines, deviceColumn: time.isPresent ? 1 : 0,
                delimiter: delimiter)
        }
    }
}

extension FleetRecipe.Signal {
    fileprivate func cell(
        _ row: Int, _ rows: Int, _ device: Int, _ random: inout SeededGenerator
    ) -> String {
        shape.cell(row: row, of: rows, device: device, level: level, &random)
    }
}
