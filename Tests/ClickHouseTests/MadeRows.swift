import Foundation

/// Rows of a made fleet with all that tables of readings have: missing values, values that mean
/// missing, codes, severities, labels, gaps, and names that have to be escaped.
enum MadeRows {
    static let columns = """
        t DateTime('Asia/Tokyo'), device String, temperature Nullable(Float64), pressure Float64,
        starts Int32, error_code String, severity String, is_anomaly UInt8
        """
    static let header = "t,device,temperature,pressure,starts,error_code,severity,is_anomaly\n"
    static let names = ["pump 1", "pump 2", "d'or", "b\\slash", "насос 10", "pump 10", "tick`"]

    struct Row {
        var seconds: Int
        var cells: [String]
    }

    /// Rows a minute apart, by device.
    static func rows(perDevice: Int) -> [Row] {
        names.enumerated().flatMap { place, name in
            (0..<perDevice).filter { $0 % 97 != place }.map { step in
                let wave = sin(Double(step) / 40) * 3
                let hash = (step * 7_919 + place * 104_729) % 1_009
                let temperature = hash % 50 == 0 ? "" : String(60 + wave + Double(hash) / 1_009)
                let pressure = hash % 71 == 3 ? "-9999.0" : String(1_013_250.1 + Double(hash) / 100)
                let code = hash % 200 == 7 ? "E\(hash % 3)" : ""
                return Row(
                    seconds: 1_735_689_600 + step * 60,
                    cells: [
                        name, temperature, pressure, "\(hash % 5)", code,
                        code.isEmpty ? "info" : "error", hash % 300 == 9 ? "1" : "0",
                    ])
            }
        }
    }

    /// As a file, its times in UTC.
    static func csv(_ rows: [Row]) -> String {
        header
            + rows.map { row in
                ([time(row.seconds) + "Z"] + row.cells).joined(separator: ",") + "\n"
            }.joined()
    }

    /// As values of an INSERT.
    static func values(_ rows: [Row]) -> String {
        rows.map { row in
            let cells = row.cells
            let text = [cells[0], cells[4], cells[5]].map { text in
                "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
            }
            let temperature = cells[1].isEmpty ? "NULL" : cells[1]
            return
                "(\(row.seconds),\(text[0]),\(temperature),\(cells[2]),\(cells[3]),\(text[1]),\(text[2]),\(cells[6]))"
        }.joined(separator: ",")
    }

    private static func time(_ seconds: Int) -> String {
        let days = (seconds - 1_735_689_600) / 86_400
        let rest = seconds % 86_400
        let part = { (value: Int) in value < 10 ? "0\(value)" : "\(value)" }
        return
            "2025-01-\(part(1 + days)) \(part(rest / 3_600)):\(part(rest / 60 % 60)):\(part(rest % 60))"
    }
}
