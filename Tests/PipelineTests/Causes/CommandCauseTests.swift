import Reports
import Testing
import Values

@testable import Pipeline

@Suite("A set point that was changed")
struct CommandCauseTests {
    /// Hourly readings: speed follows the set point, flow the speed. The last change is at hour 1,800.
    private func report(followed: Bool) throws -> CauseReport? {
        let levels = [60.5, 63, 58.5, 61, 64.5, 59]
        var lines = ["time,device,flow,setpoint,speed"]
        var speed = 60.0
        for hour in 0..<1_900 {
            let noise = (0..<2).map { MadeSet.scatter(2 * hour + $0, 17) - 0.5 }
            let usual = levels[min(5, hour / 300)]
            let setPoint = hour < 1_800 ? usual : 66.5
            speed += 0.4 * ((followed ? setPoint : usual) - speed)
            lines.append(
                "\(MadeSet.moment(Double(hour))),p1,\(speed / 2 + noise[0]),\(setPoint),\(speed + noise[1])"
            )
        }
        return try MadeSet(["pump.csv": lines]).pipeline.causes(noticed: nil)
    }

    @Test("is what explains readings that followed as before")
    func followed() throws {
        let report = try #require(try report(followed: true))
        let command = try #require(report.command)
        #expect(command.metric.name == "setpoint")
        #expect((command.from, command.to) == (59, 66.5))
        #expect(MadeSet.hours(command.time) == 1_800)
        #expect(command.earlier >= 4)
        #expect(!report.events.contains { $0.subject.name == "setpoint" })
    }

    @Test("explains nothing where readings did not follow")
    func ignored() throws {
        #expect(try #require(try report(followed: false)).command == nil)
    }
}
