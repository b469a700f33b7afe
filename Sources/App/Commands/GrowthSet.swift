import Analysis
import Foundation
import Values

/// Data sets that grow in one direction, for `perfmon bench growth`; the same bytes every time.
enum GrowthSet: String, CaseIterable {
    /// 1,500 hours of one device; the size is the number of readings.
    case columns
    /// 150 hours of ten devices; the size is the number of readings.
    case columnsOfTen = "columns-of-ten"
    /// 1,500 rows without time or device; the size is the number of readings.
    case columnsOfRows = "columns-of-rows"
    /// 100 devices with 24,000 rows and 20,000 errors; the size is the number of error codes.
    case codes
    /// 2,000 devices; the size is the number of values of two attributes.
    case values
    /// Ten rows of each device; the size is the number of devices.
    case devices

    /// The sizes measured where none are named.
    var sizes: [Int] {
        switch self {
        case .columns, .columnsOfTen, .columnsOfRows: [50, 100, 200, 370, 1_000]
        case .codes, .values: [10, 100, 1_000]
        case .devices: [1_000, 10_000, 100_000]
        }
    }

    /// Writes the files of one size into a folder; throws where one cannot be written.
    func write(size: Int, to folder: URL) throws {
        switch self {
        case .columns:
            try GrowthColumns(columns: size, devices: 1, hours: 1_500).write(to: folder)
        case .columnsOfTen:
            try GrowthColumns(columns: size, devices: 10, hours: 150).write(to: folder)
        case .columnsOfRows:
            try GrowthColumns(columns: size, devices: 0, hours: 1_500).write(to: folder)
        case .codes:
            try GrowthFleet(devices: 100, hours: 1_440, step: 6, errors: 20_000, codes: size)
                .write(to: folder)
        case .values:
            try GrowthFleet(
                devices: 2_000, hours: 24, step: 1, errors: 3_000, codes: 10, values: size
            ).write(to: folder)
        case .devices:
            try GrowthFleet(devices: size, hours: 10, step: 1, errors: size / 10, codes: 10)
                .write(to: folder)
        }
    }
}

/// A table with many readings: half of them follow one of twelve hidden causes, the others are
/// noise.
private struct GrowthColumns {
    let columns: Int
    /// 0 for a table without time and device.
    let devices: Int
    let hours: Int

    private static let causes = 12

    func write(to folder: URL) throws {
        var random = SeededGenerator(seed: 7)
        let names = (0..<columns).map { "signal \($0 + 1)" }.joined(separator: ",")
        var table = try TableWriter(
            folder.appending(path: "telemetry.csv"),
            header: (devices > 0 ? "time,device," : "") + names)
        for hour in 0..<hours {
            let time = SampleFleet.timestamp(hour: hour)
            for device in 0..<max(devices, 1) {
                if devices > 0 { table.write("\(time),unit-\(device + 1),") }
                try writeReadings(hour: hour, &random, &table)
            }
        }
        try table.close()
    }

    private func writeReadings(
        hour: Int, _ random: inout SeededGenerator, _ table: inout TableWriter
    ) throws {
        let load = SampleTelemetry.load(hour: hour)
        let causes = (0..<Self.causes).map { cause in
            Double(cause) / Double(Self.causes) * load + random.normal()
        }
        for column in 0..<columns {
            // One column in eight has another level in the last tenth.
            let shift = column % 8 == 3 && hour * 10 > hours * 9 ? 4.0 : 0
            let noise = random.normal() + shift
            let value = column % 2 == 0 ? 3 * causes[column / 2 % Self.causes] + noise : noise
            if column > 0 { table.write(",") }
            table.write(GrowthFleet.cell(1_000 * (20 + Double(column % 5)) + 1_000 * value))
        }
        try table.endLine()
    }
}

/// A fleet with errors, failures and a list of its devices.
private struct GrowthFleet {
    let devices: Int
    /// Hours of the record, and hours from one row of a device to the next.
    let hours: Int
    let step: Int
    let errors: Int
    let codes: Int
    /// How many values each of two attributes takes.
    var values = 6

    func write(to folder: URL) throws {
        try writeTelemetry(folder.appending(path: "telemetry.csv"))
        try writeEvents(
            folder.appending(path: "errors.csv"), seed: 2, kind: "error_code", prefix: "E",
            count: errors, codes: codes)
        try writeEvents(
            folder.appending(path: "failures.csv"), seed: 3, kind: "failure", prefix: "F",
            count: max(20, errors / 40), codes: max(2, codes / 10))
        try writeDevices(folder.appending(path: "devices.csv"))
    }

    private func writeTelemetry(_ url: URL) throws {
        var random = SeededGenerator(seed: 1)
        var table = try TableWriter(url, header: "time,device,temperature,vibration,current")
        for hour in stride(from: 0, to: hours, by: step) {
            let time = SampleFleet.timestamp(hour: hour)
            let load = 9_000 * SampleTelemetry.load(hour: hour)
            for device in 0..<devices {
                let drift = device % 20 == 7 ? Double(max(0, hour * 10 - hours * 7)) * 50 : 0
                table.write("\(time),\(name(device)),")
                table.write(Self.cell(58_000 + load + drift + 700 * random.normal()) + ",")
                table.write(Self.cell(21_000 + load / 4 + 500 * random.normal()) + ",")
                table.write(Self.cell(11_000 + load / 2 + 600 * random.normal()))
                try table.endLine()
            }
        }
        try table.close()
    }

    private func writeEvents(
        _ url: URL, seed: UInt64, kind: String, prefix: String, count: Int, codes: Int
    ) throws {
        var random = SeededGenerator(seed: seed)
        var table = try TableWriter(url, header: "time,device,\(kind)")
        let minutes = (0..<count).map { _ in random.integer(below: hours * 60) }.sorted()
        for minute in minutes {
            let time = SampleFleet.timestamp(hour: minute / 60, minute: minute % 60)
            // The first codes come far more often than the last.
            let place = random.uniform() * random.uniform() * Double(codes)
            table.write(
                "\(time),\(name(random.integer(below: devices))),\(prefix)\(100 + Int(clamping: place))"
            )
            try table.endLine()
        }
        try table.close()
    }

    private func writeDevices(_ url: URL) throws {
        var random = SeededGenerator(seed: 4)
        var table = try TableWriter(url, header: "device,model,city,firmware")
        for device in 0..<devices {
            table.write("\(name(device)),M\(random.integer(below: values)),")
            table.write("city \(random.integer(below: values)),\(device % 3).0")
            try table.endLine()
        }
        try table.close()
    }

    private func name(_ device: Int) -> String { "unit-" + (device + 1).padded(to: 6) }

    /// Writes thousandths as a number with three decimals.
    static func cell(_ thousandths: Double) -> String {
        let whole = Int(clamping: thousandths)
        return "\(whole < 0 ? "-" : "")\(abs(whole) / 1_000).\((abs(whole) % 1_000).padded(to: 3))"
    }
}
