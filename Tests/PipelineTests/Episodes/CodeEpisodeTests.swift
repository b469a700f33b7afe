import Reports
import Testing
import Values

@testable import Pipeline

/// Codes that burst, appear or come more often, and failures.
@Suite("Episodes of events")
struct CodeEpisodeTests {
    private static let hours = 1_000
    private static let devices = 12

    /// A set of readings, a log with a quiet background of two codes, and more events.
    private func told(
        _ more: [(hour: Double, device: Int, code: String)],
        background: Int = 160, extra: [String: [String]] = [:]
    ) throws -> [Episode] {
        let usual = (0..<background).map { place in
            (
                hour: MadeSet.scatter(place, 1) * Double(Self.hours),
                device: Int(MadeSet.scatter(place, 2) * Double(Self.devices)),
                code: place % 2 == 0 ? "E1" : "E2"
            )
        }
        let events = (usual + more).sorted { $0.hour < $1.hour }.map {
            "\(MadeSet.moment($0.hour)),pump-\($0.device),\($0.code)"
        }
        let list =
            ["device,site"]
            + (0..<Self.devices).map {
                "pump-\($0),\($0 < 4 ? "North" : $0 < 8 ? "South" : "East")"
            }
        var files = extra
        files["t.csv"] = MadeSet.readings(devices: Self.devices, hours: Self.hours)
        files["errors.csv"] = ["time,device,error_code"] + events
        files["devices.csv"] = list
        return try MadeSet(files).troubles()
    }

    @Test("Events at chance are no episode")
    func background() throws { #expect(try told([]).isEmpty) }

    @Test("Many events of a known code within a few hours on one device are a burst of that device")
    func burst() throws {
        let episodes = try told(
            (0..<40).map { (500 + MadeSet.scatter($0, 3) * 8, 5, "E1") })
        let one = try #require(episodes.first)
        #expect(episodes.count == 1)
        #expect(one.kind == .codeBurst && !one.isOpen)
        #expect(one.devices.map(\.name) == ["pump-5"])
        #expect(one.subjects.map(\.name) == ["E1"])
        #expect((499...503).contains(MadeSet.hours(one.from)))
    }

    @Test("A code that was never there before, on all devices of a site, is told of the site")
    func newOnSite() throws {
        let episodes = try told(
            (0..<60).map { (600 + MadeSet.scatter($0, 4) * 399, 4 + $0 % 4, "E9") })
        let one = try #require(episodes.first)
        #expect(episodes.count == 1)
        #expect(one.kind == .codeNew && one.isOpen)
        #expect(one.group == Episode.Group(attribute: "site", value: "South"))
        #expect((598...620).contains(MadeSet.hours(one.from)))
    }

    @Test("A code that comes more often on one device since a day is told as going on")
    func rate() throws {
        let episodes = try told(
            (0..<30).map { (700 + MadeSet.scatter($0, 5) * 299, 2, "E2") })
        let one = try #require(episodes.first)
        #expect(episodes.count == 1)
        #expect(one.kind == .codeRate && one.isOpen)
        #expect(one.devices.map(\.name) == ["pump-2"])
        #expect((one.actual ?? 0) > 3 * (one.expected ?? 0))
    }

    @Test("A burst to which each device adds a few events is told once, of all of them")
    func spread() throws {
        let episodes = try told(
            (0..<36).map { (500 + MadeSet.scatter($0, 6) * 10, $0 % Self.devices, "E1") })
        #expect(episodes.count == 1)
        #expect(episodes.first?.subjects.map(\.name) == ["E1"])
        #expect([0, Self.devices].contains(episodes.first?.devices.count ?? 1))
    }

    @Test("A failure lasts until the device sends rows again; one that never does is open")
    func failures() throws {
        let list = [
            "time,device,failure", "\(MadeSet.moment(400.5)),pump-3,bearing",
            "\(MadeSet.moment(800.5)),pump-7,seal",
        ]
        let readings = MadeSet.readings(devices: 8, hours: 1_000) { device, hour in
            !(device == 3 && (401..<430).contains(hour)) && !(device == 7 && hour > 800)
        }
        let episodes = try MadeSet(["t.csv": readings, "failures.csv": list]).troubles()
        #expect(episodes.map(\.kind) == [.failure, .failure])
        #expect(episodes.map { $0.devices.first?.name } == ["pump-7", "pump-3"])
        #expect(episodes.map(\.isOpen) == [true, false])
        #expect(episodes.last?.to.map(MadeSet.hours) == 430)
        #expect(episodes.last?.subjects.map(\.name) == ["bearing"])
    }

    @Test("Work orders are no failures")
    func workOrders() throws {
        let orders =
            ["time,device,work_order"]
            + (0..<30).map {
                "\(MadeSet.moment(Double($0) * 31)),pump-\($0 % 12),cleaning"
            }
        #expect(try told([], extra: ["work_orders.csv": orders]).isEmpty)
    }
}
