import Reports
import Telemetry
import Testing
import Values

@testable import Pipeline

@Suite("Where a fault began")
struct CauseFinderTests {
    /// Hourly readings of two devices; from hour 800 on the speed of `p2` is 3 higher, and its
    /// pressure, which follows the speed, 5 hours later as well.
    private func set(hours: Int = 1_000) throws -> MadeSet {
        var lines = ["time,device,speed,pressure,ambient"]
        for device in 0...1 {
            var (drive, pressure, rows) = (0.0, 0.0, [Double](repeating: 0, count: 5))
            for hour in 0..<hours {
                let noise = (0..<4).map { MadeSet.scatter(4 * hour + $0, device + 3) - 0.5 }
                drive += 0.8 * noise[0] - 0.05 * drive
                let speed = drive + (device == 1 && hour >= 800 ? 3 : 0)
                pressure += 0.5 * (rows[hour % 5] - pressure)
                rows[hour % 5] = speed
                lines.append(
                    "\(MadeSet.moment(Double(hour))),p\(device + 1),\(speed + 0.1 * noise[1]),"
                        + "\(10 + pressure + 0.1 * noise[2]),\(20 + noise[3])")
            }
        }
        return try MadeSet(["pumps.csv": lines])
    }

    @Test("is told of an episode as one would who noticed it")
    func episode() throws {
        let pipeline = try set().pipeline
        let device = try #require(
            pipeline.source.catalog.devices.firstIndex { $0.name == "p2" })
        let episode = Episode(
            .step, devices: [pipeline.source.catalog.deviceRef(device)],
            from: MadeSet.start + 800 * 3_600, to: nil, severity: 80)
        let history = TroubleHistory(
            source: pipeline.source, main: pipeline.whole, episodes: [episode])
        let report = try #require(try CauseFinder(history, device: device).report(of: episode))
        #expect(report.device.name == "p2")
        #expect(report.departed.first?.metric.name == "speed")
        #expect(report.unchanged.contains { $0.metric.name == "ambient" })
        #expect(report.signals.first?.metric.name == "speed")
        #expect(abs(MadeSet.hours(report.onset) - 800) <= 12)
        #expect(MadeSet.hours(report.noticed) == 896)
    }

    @Test("is looked for with the device that is asked for")
    func device() throws {
        let pipeline = try set().pipeline
        let reports = try (0...1).map { try pipeline.causes(noticed: nil, device: $0) }
        #expect(Set(reports.compactMap { $0?.device.name }) == ["p1", "p2"])
        #expect(try pipeline.causes(noticed: nil, device: 7) == nil)
    }

    @Test("is not told from too few rows")
    func tooFew() throws {
        let pipeline = try set(hours: 300).pipeline
        #expect(try pipeline.causes(noticed: nil) == nil)
    }
}
