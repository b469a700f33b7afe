import Foundation
import Testing
import Values

@testable import Telemetry

/// Names that mean one thing in most files and another in some.
@Suite("Columns whose names alone mislead")
struct FieldNameTests {
    private func roles(
        _ head: String, _ row: (_ moment: Int, _ device: Int) -> String
    ) throws
        -> [String: ColumnRole]
    {
        let lines = (0..<60).flatMap { moment in
            (0..<6).map { device in
                "2024-03-\(10 + moment / 24) \(moment % 24 < 10 ? "0" : "")\(moment % 24):00:00,"
                    + row(moment, device)
            }
        }
        let text = (["time,\(head)"] + lines).joined(separator: "\n")
        let schema = try SchemaInference.infer(bytes: Array(text.utf8), fileName: "x.csv")
        return Dictionary(uniqueKeysWithValues: schema.columns.map { ($0.name, $0.role) })
    }

    @Test("A gateway passes on what sensors send, and is no device beside these")
    func gateway() throws {
        for head in ["dev_eui,gateway", "gateway,dev_eui"] {
            let found = try roles("\(head),temp_c") { moment, device in
                let names = ["a84041000000000\(device)", "gw-\(device % 2 + 1)"]
                let order = head.hasPrefix("dev") ? names : names.reversed()
                return order.joined(separator: ",") + ",\(20 + (moment * 7 + device) % 11).5"
            }
            #expect(found["dev_eui"] == .device && found["gateway"] != .device, "\(head)")
        }
        let alone = try roles("gateway,load") { moment, device in
            "gw-\(device),\(30 + (moment * 5 + device) % 13).5"
        }
        #expect(alone["gateway"] == .device)
    }

    @Test("A level with many values is how full something is, with few a floor")
    func level() throws {
        let fuel = try roles("truck,Fuel Level,Speed (mph)") { moment, device in
            "T\(device),\(99 - (moment * 3 + device * 11) % 70),\((moment * 13 + device) % 61)"
        }
        #expect(fuel["Fuel Level"] == .metric)
        let floor = try roles("lift,level,load (kg)") { moment, device in
            "L\(device),\((moment * 5 + device) % 7),\((moment * 37 + device) % 401)"
        }
        #expect(floor["level"] != .metric)
    }

    @Test("An error with a unit, or on both sides of 0, is measured")
    func error() throws {
        let row = { (moment: Int, device: Int) in
            "T\(device),\((moment * 5 + device) % 7 - 3),\(moment % 9).5"
        }
        #expect(try roles("turbine,Yaw Error (deg),wind (m/s)", row)["Yaw Error (deg)"] == .metric)
        #expect(try roles("turbine,Yaw Error,wind (m/s)", row)["Yaw Error"] == .metric)
        let codes = try roles("turbine,error,wind (m/s)") { moment, device in
            "T\(device),\(moment % 10 == 3 ? 100 + device % 3 : 0),\(moment % 9).5"
        }
        #expect(codes["error"] == .code)
    }

    @Test("Trouble codes of vehicles are codes")
    func troubleCodes() throws {
        let found = try roles("VIN,Coolant (°C),Active DTCs") { moment, device in
            let code = moment % 20 == 7 ? "P0217" : moment % 20 == 13 ? "P0420;P0455" : ""
            return "1FUJ\(device)XK42,\(80 + (moment + device) % 9).5,\(code)"
        }
        #expect(found["Active DTCs"] == .code)
    }
}
