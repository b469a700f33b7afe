import Values

extension RoleInference {
    /// Whether readings only ever rise, but for resets, and unit or name are of something that adds
    /// up. False where a person says “metric”, which means the level.
    func isCounter(_ column: SampleColumn) -> Bool {
        guard time.isCalendar, signals == nil, forced(column) == nil, column.isNumber,
            assignments[column.index]?.role == .metric, addsUp(column)
        else { return false }
        var (rises, falls, resets, steps) = (0, 0, 0, 0)
        for segment in table.segments {
            var last: [[Int]: Double] = [:]
            for row in segment where !column.numbers[row].isNaN {
                let key = deviceColumns.map { table.columns[$0].codes[row] }
                let level = column.numbers[row]
                defer { last[key] = level }
                guard let before = last[key] else { continue }
                steps += 1
                rises += level > before ? 1 : 0
                guard level < before else { continue }
                falls += 1
                resets += level >= 0 && level < before / 2 ? 1 : 0
            }
        }
        return steps >= 20 && rises * 4 >= steps && falls * 40 <= steps && resets * 10 >= falls * 9
    }

    /// Whether name or unit are of energy, operating time, volume, distance, data or pieces.
    private func addsUp(_ column: SampleColumn) -> Bool {
        if column.words.mentions(Self.sums) { return true }
        return column.unit.map { Self.sumUnits.contains($0) } ?? false
    }

    private static let sumUnits: Set<String> = [
        "Wh", "kWh", "MWh", "GWh", "kvarh", "J", "MJ", "GJ", "Ah", "h", "km", "mi", "m³", "m3", "l",
        "L",
        "Nm³", "gal", "B", "kB", "MB", "GB", "TB", "pulses", "cycles", "1",
    ]
    private static let sums: Set<String> = [
        "total", "totals", "totalizer", "totaliser", "cumulative", "accumulated", "counter",
        "count", "counts",
        "odometer", "mileage", "runtime", "uptime", "runhours", "operatinghours", "enginehours",
        "hours",
        "starts", "cycles", "strokes", "pulses", "energy", "yield", "produced", "pieces", "parts",
        "bytes",
        "packets", "requests", "restarts", "lifetime", "zähler", "zählerstand", "zaehlerstand",
        "betriebsstunden", "energie", "ertrag", "laufzeit", "счетчик", "счётчик", "наработка",
        "энергия",
        "пробег", "contador", "energía", "horas", "compteur", "énergie", "heures",
    ]
}
