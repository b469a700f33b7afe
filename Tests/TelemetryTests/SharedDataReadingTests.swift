import Foundation
import Testing
import Values
@testable import Telemetry

@Suite("Reading the real data sets", .enabled(if: SharedData.isPresent, "needs ../shared"))
struct SharedDataReadingTests {
    private func read(_ path: String) throws -> (WholeFile, FileReport) {
        let url = SharedData.url(path)
        let schema = try SchemaInference.infer(url: url)
        var whole = WholeFile()
        let report = try CSVReader(url: url, schema: schema).read { whole.append($0) }
        return (whole, report)
    }

    @Test("Azure's errors and failures have their known counts")
    func azure() throws {
        let (errors, report) = try read("azure_pdm/PdM_errors.csv")
        #expect(report.rowsKept == 3_919 && report.issueCount == 0)
        #expect(errors.codes[0].count { $0 == "error1" } == 1_010)
        let (failures, _) = try read("azure_pdm/PdM_failures.csv")
        #expect(failures.codes[0].count { $0 == "comp2" } == 259)
        #expect(failures.devices.count { $0 == "99" } == 19)
        let (daily, _) = try read("azure_pdm/PdM_telemetry_daily_100machines.csv")
        #expect(daily.times.count == 36_500)
        #expect(Set(daily.devices) == Set((1...100).map { "\($0)" }))
    }

    @Test("Alpine's slots and span are right")
    func alpine() throws {
        let (whole, report) = try read("alpine_disk_failures/alpine_formatted_data.csv")
        #expect(report.rowsKept == 3_766)
        #expect(Set(whole.devices).count == 3_279)
        #expect(report.timeRange == 1_546_630_872...1_703_198_407)
    }

    @Test("Titan's failures are counted, empty events are none")
    func titan() throws {
        let (whole, report) = try read("titan_gpu_lifetimes/gc_full.csv")
        #expect(report.rowsKept == 37_343)
        #expect(whole.codes[0].count { $0 == "DBE" } == 4_826)
        #expect(whole.codes[0].count { $0 == "OTB" } == 1_541)
        #expect(whole.codes[0].count { $0.isEmpty } == 30_976)
        #expect(Set(whole.devices).count == 30_207)
        // How long a card stayed is the interval's own length, no reading of it.
        #expect(report.signals.isEmpty)
    }

    @Test("The sensors' one repeated row is found")
    func sensors() throws {
        let (whole, report) = try read("iot_env_sensors/iot_messages.csv")
        #expect(report.rowsKept == 50_270)
        #expect(report.duplicateRows == 1)
        #expect(whole.devices.count { $0 == "iot-device-03" } == 23_490)
    }

    @Test("Beijing's missing values are missing")
    func beijing() throws {
        let (whole, report) = try read(
            "beijing_air_3stations/PRSA_Data_Changping_20130301-20170228.csv")
        #expect(report.rowsKept == 35_064 && report.issueCount == 0)
        #expect(report.signals[0].missing == 774)
        #expect(abs(report.signals[0].mean - 71.1) < 0.05)
        #expect(report.medianStep == 3_600)
        #expect(whole.times.first == 1_362_096_000)
    }

    @Test("C-MAPSS' engines and cycles")
    func cmapss() throws {
        let (whole, report) = try read("cmapss_fd001/train_FD001.txt")
        #expect(report.rowsKept == 20_631 && report.issueCount == 0)
        #expect(Set(whole.devices).count == 100)
        #expect(whole.times.max() == 362)
        #expect(report.signals.filter(\.isConstant).count == 7)
    }

    @Test("The logs' rows, alerts and severities")
    func logs() throws {
        let (bluegene, report) = try read("loghub_bgl_2k/BGL_2k.log_structured.csv")
        #expect(report.rowsKept == 2_000)
        #expect(bluegene.labels.count { $0 } == 143)
        #expect(bluegene.severities.count { $0 == "FATAL" } == 347)
        #expect(Set(bluegene.devices).count == 1_778)
        let (thunderbird, _) = try read("loghub_thunderbird_2k/Thunderbird_2k.log_structured.csv")
        #expect(thunderbird.devices.count { $0 == "tbird-admin1" } == 1_096)
        #expect(thunderbird.codes[0].count { $0 == "E32" } == 819)
    }

    @Test("AI4I's failures and modes")
    func ai4i() throws {
        let (whole, report) = try read("ai4i2020/ai4i2020.csv")
        #expect(report.rowsKept == 10_000)
        #expect(whole.labels.count { $0 } == 339)
        #expect(whole.codes.map { $0.count { !$0.isEmpty } } == [46, 115, 95, 98, 19])
        #expect(Set(whole.devices).count == 10_000)
    }
}
