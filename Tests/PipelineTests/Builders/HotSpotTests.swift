import Reports
import Testing
import Values

@testable import Pipeline

@Suite("The few that hold most")
struct HotSpotTests {
    private func spot(_ counts: [Int], names: [Int: String] = [:]) -> HotSpot? {
        HotSpot(
            counts,
            devices: counts.indices.map { DeviceRef(index: $0, name: names[$0] ?? "d\($0)") })
    }

    private func ones(_ count: Int, _ value: Int = 1) -> [Int] {
        Array(repeating: value, count: count)
    }

    @Test("are cut at the sharpest drop, the fullest first")
    func sharp() throws {
        let found = try #require(spot([2, 90, 1, 40] + ones(36)))
        #expect(found.devices.map(\.index) == [1, 3])
        #expect(found.total == 2 + 90 + 1 + 40 + 36 && found.share == 130.0 / 169)
    }

    @Test("are none without a drop to a third, unless they hold a quarter")
    func even() throws {
        // Five of 100 with 20 each, the next with 7 or 6: a drop to a third only of the second.
        let third = try #require(spot(ones(5, 21) + ones(14, 7) + ones(81)))
        #expect(third.devices.count == 5 && third.share == 105.0 / 284)
        // 20 are no three times 7; the first three hold a quarter and more.
        let quarter = try #require(spot(ones(5, 20) + ones(14, 7) + ones(81, 0)))
        #expect(quarter.devices.count == 3 && quarter.share == 60.0 / 198)
        #expect(spot(ones(5, 20) + ones(14, 7) + ones(81, 3)) == nil, "the five hold 0.23")
        #expect(spot(ones(40, 9)) == nil)
    }

    @Test("need five times their part of the devices, and a tenth of all")
    func part() {
        // One of 20 has five times its part with a quarter of all, and the next a third of that.
        #expect(spot([19] + ones(19, 3)) != nil, "19 of 76")
        #expect(spot([18] + ones(19, 3)) == nil, "18 of 75")
        #expect(spot([33] + ones(297)) != nil, "a tenth of 330")
        #expect(spot([32] + ones(297)) == nil)
    }

    @Test("are not looked for among nine devices, nineteen events, or those without a name")
    func few() {
        #expect(spot([50] + ones(9)) != nil)
        #expect(spot([50] + ones(8)) == nil)
        #expect(spot([20] + ones(9, 0)) != nil)
        #expect(spot([19] + ones(9, 0)) == nil)
        let named = spot([60, 50] + ones(18), names: [0: "NULL"])
        #expect(named?.devices.map(\.index) == [1] && named?.total == 128)
        let words = Dictionary(uniqueKeysWithValues: (0..<5).map { ($0, "unknown \($0)") })
        #expect(spot([50] + ones(9), names: words) == nil, "five with a name are left")
    }

    @Test(
        "a word for no device is one in any letters",
        arguments: [
            ("None", true), ("n/a", true), ("-", true), ("Unknown device", true), ("nancy", false),
            ("pump-1", false), ("", false), ("?", true),
        ])
    func placeholder(name: String, isNone: Bool) {
        #expect(DeviceRef(index: 0, name: name).isPlaceholder == isNone)
    }
}

@Suite("Devices by the first part of their names")
struct NameGroupsTests {
    /// Groups of five devices each, whose events are all of the first.
    private func groups(
        _ events: [Int], devices: Int = 5, extra: [String] = [], separator: String = "-"
    ) -> NameGroups? {
        var (counts, names): ([Int], [String]) = ([], [])
        for (group, count) in events.enumerated() {
            for device in 0..<devices {
                names.append("R\(group)\(separator)\(device)")
                counts.append(device == 0 ? count : 0)
            }
        }
        return NameGroups(counts + extra.map { _ in 0 }, names: names + extra)
    }

    @Test("that hold twice their share beyond chance, the fullest first", arguments: "-_:/. ")
    func found(separator: Character) throws {
        let found = try #require(groups([10, 30, 10, 10], separator: String(separator)))
        #expect(found.total == 60)
        #expect(
            found.groups == [
                NameGroup(name: "R1", devices: 5, events: 30),
                NameGroup(name: "R0", devices: 5, events: 10),
                NameGroup(name: "R2", devices: 5, events: 10),
                NameGroup(name: "R3", devices: 5, events: 10),
            ])
        #expect(groups([10, 29, 10, 10], separator: String(separator)) == nil)
    }

    @Test("not by chance, of two groups or fewer than twenty devices")
    func chance() {
        #expect(groups([2, 6, 2, 2]) == nil, "half of twelve")
        #expect(groups([14, 4, 3], devices: 7) == nil, "14 of 21 where a third is even")
        #expect(groups([30, 5], devices: 10) == nil)
        #expect(groups([30, 5, 5], devices: 7) != nil)
        #expect(groups([30, 5, 5], devices: 6, extra: ["R1-9"]) == nil, "nineteen")
        #expect(groups([30, 5, 5], devices: 6, extra: ["R1-8", "R1-9"]) != nil)
    }

    @Test("of names that have such a part: nine in ten, and three devices to a group")
    func names() {
        #expect(groups([30, 5, 5], devices: 6, extra: ["x", "y"]) != nil)
        #expect(groups([30, 5, 5], devices: 6, extra: ["x", "y", "-z"]) == nil)
        #expect(groups([60, 5, 5, 5, 5, 5, 5], devices: 3) != nil)
        #expect(groups([60, 5, 5, 5, 5, 5, 5], devices: 3, extra: ["A-1"]) == nil)
        #expect(NameGroups([], names: []) == nil)
    }
}
