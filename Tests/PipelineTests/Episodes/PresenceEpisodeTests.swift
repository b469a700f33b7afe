import Reports
import Testing
import Values

@testable import Pipeline

/// Devices that send nothing, now and then or at a wrong time.
@Suite("Episodes of rows that do not come")
struct PresenceEpisodeTests {
    private func told(
        devices: Int = 6, hours: Int = 480, isPresent: (_ device: Int, _ hour: Int) -> Bool
    ) throws -> [Episode] {
        try MadeSet([
            "t.csv": MadeSet.readings(devices: devices, hours: hours, isPresent: isPresent)
        ])
        .troubles()
    }

    @Test("A device that sends nothing any more is silent since its first row that is missing")
    func silent() throws {
        let episodes = try told { device, hour in device != 2 || hour < 400 }
        let one = try #require(episodes.first)
        #expect(episodes.count == 1)
        #expect(one.kind == .silent && one.isOpen)
        #expect(one.devices.map(\.name) == ["pump-2"])
        #expect(MadeSet.hours(one.from) == 400)
    }

    @Test("A device that was silent and came back is told with both ends, and less grave")
    func silentForAWhile() throws {
        let episodes = try told { device, hour in device != 2 || hour < 200 || hour >= 260 }
        let one = try #require(episodes.first)
        #expect(episodes.count == 1)
        #expect(one.kind == .silent && one.grade == .warning)
        #expect(MadeSet.hours(one.from) == 200)
        #expect(one.to.map(MadeSet.hours) == 260)
    }

    @Test("Where all devices send nothing the collection stood still: a remark, no trouble")
    func outage() throws {
        let set = try MadeSet([
            "t.csv": MadeSet.readings(devices: 6, hours: 480) { _, hour in
                hour < 200 || hour >= 230
            }
        ])
        let episodes = try set.pipeline.episodes()
        #expect(episodes.map(\.grade) == [.remark])
        #expect(episodes.first?.devices.isEmpty == true)
    }

    @Test(
        "A device that begins late was not missing before; one gone for long is no alarm of today")
    func newAndGone() throws {
        #expect(try told { device, hour in device != 2 || hour > 300 }.isEmpty)
        let daily =
            ["time,device,temp"]
            + (0..<600).flatMap { day in
                (0..<5).filter { $0 != 1 || day < 150 }.map {
                    "\(MadeSet.moment(24 * Double(day))),pump-\($0),\(MadeSet.scatter($0, day))"
                }
            }
        #expect(try MadeSet(["t.csv": daily]).troubles().isEmpty)
    }

    @Test("Rows that come and go for a while are one episode over that while")
    func intermittent() throws {
        let episodes = try told { device, hour in
            device != 3 || !(200..<360).contains(hour) || MadeSet.scatter(9, hour) < 0.6
        }
        let one = try #require(episodes.first)
        #expect(episodes.count == 1)
        #expect(one.kind == .intermittent && !one.isOpen)
        #expect((195...210).contains(MadeSet.hours(one.from)))
        #expect((350...365).contains(MadeSet.hours(one.to ?? 0)))
    }

    @Test("Single rows that are left out everywhere, now and then, are no trouble")
    func fewMissing() throws {
        #expect(try told { device, hour in MadeSet.scatter(device, hour + 7) < 0.98 }.isEmpty)
    }

    @Test("Records made one after the other do not fall silent when they end")
    func records() throws {
        #expect(
            try told { device, hour in (device * 80..<device * 80 + 80).contains(hour) }.isEmpty)
    }

    @Test("Rows dated years before, and a gap of as many, are a clock that was wrong")
    func clock() throws {
        let lines =
            ["time,device,temp"]
            + (0..<480).flatMap { hour in
                (0..<6).map { device in
                    let isWrong = device == 4 && (300..<340).contains(hour)
                    let time = Double(hour) - (isWrong ? 24 * 365 * 20 : 0)
                    return
                        "\(MadeSet.moment(time)),pump-\(device),\(20 + MadeSet.scatter(device, hour))"
                }
            }
        let episodes = try MadeSet(["t.csv": lines]).troubles()
        let one = try #require(episodes.first)
        #expect(episodes.count == 1)
        #expect(one.kind == .clockJump)
        #expect(MadeSet.hours(one.from) == 300)
        #expect(one.to.map(MadeSet.hours) == 340)
    }

    @Test("Two readings that take turns every ten minutes miss nothing")
    func turns() throws {
        let lines =
            ["time,device,signal,value"]
            + (0..<1_200).flatMap { step in
                (0..<4).flatMap { device in
                    (0..<2).map { signal in
                        let jitter = 4 * MadeSet.scatter(device * 2 + signal, step)
                        let minutes = Double(step) * 10 + jitter
                        return
                            "\(MadeSet.moment(minutes / 60)),tank-\(device),s\(signal),\(10 + MadeSet.scatter(signal, step))"
                    }
                }
            }
        #expect(try MadeSet(["t.csv": lines]).troubles().isEmpty)
    }
}
