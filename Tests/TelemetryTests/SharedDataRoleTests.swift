import Foundation
import Telemetry
import Testing
import Values

@Suite("Roles of the real data sets", .enabled(if: SharedData.isPresent, "needs ../shared"))
struct SharedDataRoleTests {
    private func schema(_ path: String) throws -> FileSchema {
        try SchemaInference.infer(url: SharedData.url(path))
    }

    private func names(_ schema: FileSchema, _ role: ColumnRole) -> [String] {
        schema.columns(role).map(\.name)
    }

    @Test("Azure: readings, events and machines")
    func azure() throws {
        let hourly = try schema("azure_pdm/PdM_telemetry_20machines_90days.csv")
        #expect(hourly.shape == .telemetry)
        #expect(names(hourly, .metric) == ["volt", "rotate", "pressure", "vibration"])
        #expect(hourly.time == .column(0) && hourly.device == .column(1))
        let daily = try schema("azure_pdm/PdM_telemetry_daily_100machines.csv")
        #expect(names(daily, .metric) == ["volt", "rotate", "pressure", "vibration"])
        #expect(names(daily, .ignore) == ["column 1", "day_num"])
        #expect(daily.time == .column(2) && daily.device == .column(3))
        let kinds: [(String, EventKind, String)] = [
            ("PdM_errors", .error, "errorID"), ("PdM_failures", .failure, "failure"),
            ("PdM_maint", .repair, "comp"),
        ]
        for (file, kind, code) in kinds {
            let events = try schema("azure_pdm/\(file).csv")
            #expect(events.shape == .events && events.eventKind == kind)
            #expect(names(events, .code) == [code])
        }
        let machines = try schema("azure_pdm/PdM_machines.csv")
        #expect(machines.shape == .devices)
        #expect(names(machines, .attribute) == ["model", "age"])
    }

    @Test("AI4I: a table of units with a label and modes of failure, and no time")
    func ai4i() throws {
        let found = try schema("ai4i2020/ai4i2020.csv")
        #expect(found.shape == .table)
        #expect(found.time == .rowNumber && found.device == .eachRow(1))
        #expect(found.eventKind == .failure)
        #expect(names(found, .label) == ["Machine failure"])
        #expect(names(found, .code) == ["TWF", "HDF", "PWF", "OSF", "RNF"])
        #expect(names(found, .attribute) == ["Type"])
        #expect(names(found, .ignore) == ["UDI"])
        #expect(found.columns(.metric).map(\.unit) == ["K", "K", "rpm", "Nm", "min"])
    }

    @Test("Alpine: each row a failure of a slot that four columns name")
    func alpine() throws {
        let found = try schema("alpine_disk_failures/alpine_formatted_data.csv")
        #expect(found.shape == .events && found.eventKind == .failure)
        #expect(found.time == .column(1))
        #expect(found.device == .composite([2, 3, 4, 5]))
        #expect(names(found, .metric).isEmpty)
        #expect(!found.notes.contains(.naiveTimes))
    }

    @Test(
        "Beijing: the time in four columns, the station as device",
        arguments: ["Changping", "Dongsi", "Huairou"])
    func beijing(station: String) throws {
        let found = try schema("beijing_air_3stations/PRSA_Data_\(station)_20130301-20170228.csv")
        #expect(found.time == .parts([1, 2, 3, 4]))
        #expect(found.device == .column(17))
        #expect(found.columns(.metric).count == 11)
        #expect(found.columns[0].reason == .rowNumber)
    }

    @Test("C-MAPSS: units and cycles without a header")
    func cmapss() throws {
        for file in ["train_FD001.txt", "test_FD001.txt"] {
            let found = try schema("cmapss_fd001/\(file)")
            #expect(!found.dialect.hasHeader)
            #expect(found.time == .cycle(1) && found.device == .column(0))
            #expect(found.columns(.metric).count == 24)
        }
        let truth = try schema("cmapss_fd001/RUL_FD001.txt")
        #expect(truth.shape == .table && truth.columns.count == 1)
    }

    @Test("Sensors: epoch seconds, and the second name of the device is not another one")
    func sensors() throws {
        let found = try schema("iot_env_sensors/iot_messages.csv")
        #expect(found.time == .column(0) && found.device == .column(1))
        #expect(found.columns[2].reason == .repeatsColumn("device"))
        #expect(
            names(found, .metric) == ["co", "humidity", "light", "lpg", "motion", "smoke", "temp"])
    }

    @Test("BlueGene: a log with severities and alerts and nothing to measure")
    func bluegene() throws {
        let found = try schema("loghub_bgl_2k/BGL_2k.log_structured.csv")
        #expect(found.shape == .events)
        #expect(names(found, .metric).isEmpty)
        #expect(names(found, .device) == ["Node"])
        #expect(names(found, .severity) == ["Level"])
        #expect(names(found, .label) == ["Label"])
        #expect(names(found, .code) == ["EventId"])
        #expect(found.columns[6].reason == .repeatsColumn("Node"))
        #expect(found.columns[0].reason == .rowNumber)
        #expect(names(found, .time) == ["Time"])
    }

    @Test("Thunderbird: hosts under a misleading name, process numbers are no metric")
    func thunderbird() throws {
        let found = try schema("loghub_thunderbird_2k/Thunderbird_2k.log_structured.csv")
        #expect(found.shape == .events)
        #expect(names(found, .metric).isEmpty)
        #expect(names(found, .device) == ["User"])
        #expect(names(found, .time) == ["Timestamp"])
        #expect(names(found, .code) == ["EventId"])
    }

    @Test("Titan: stays with a beginning and an end, the failure at the end")
    func titan() throws {
        let found = try schema("titan_gpu_lifetimes/gc_full.csv")
        #expect(found.shape == .intervals && found.eventKind == .failure)
        #expect(names(found, .time) == ["remove"])
        #expect(names(found, .device) == ["SN"])
        #expect(found.columns[0].type == .text)
        #expect(names(found, .code) == ["event"])
        #expect(names(found, .attribute) == ["location"])
        #expect(names(found, .metric).isEmpty, "how long a stay lasted is no reading")
    }

    @Test("SKAB: one machine a file, an anomaly label")
    func skab() throws {
        let found = try schema("skab/valve1/1.csv")
        #expect(found.device == .fileName)
        #expect(found.columns(.metric).count == 8)
        #expect(names(found, .label) == ["anomaly"])
        #expect(names(found, .ignore) == ["changepoint"])
    }

    @Test("NAB: a time and a value, always")
    func nab() throws {
        let root = SharedData.url("nab/data")
        let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
        var count = 0
        while let url = files?.nextObject() as? URL {
            guard url.pathExtension == "csv" else { continue }
            count += 1
            let found = try SchemaInference.infer(url: url)
            #expect(found.columns.map(\.role) == [.time, .metric], "\(url.lastPathComponent)")
            #expect(found.shape == .telemetry && found.device == .fileName)
        }
        #expect(count > 0)
    }
}
