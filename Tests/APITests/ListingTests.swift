import Testing
import Values

@testable import API
@testable import Reports

@Suite("Lists in parts, and times")
struct ListingTests {
    @Test(
        "Parts follow each other without gap or repetition, and end", arguments: [1, 2, 3, 7, 50])
    func parts(limit: Int) throws {
        let all = Array(0..<20)
        var seen: [Int] = []
        var offset: Int? = 0
        while let place = offset {
            let part = Listing(all, from: place, limit: limit)
            #expect(part.total == 20)
            seen += part.items
            offset = try part.next.map { try #require(Cursor($0)).offset }
            try #require(seen.count <= 20)
        }
        #expect(seen == all)
    }

    @Test("A place behind the end gives nothing, and no next part")
    func behind() {
        let part = Listing([1, 2], from: 9, limit: 5)
        #expect(part.items.isEmpty && part.next == nil && part.total == 2)
    }

    @Test("Other texts are no cursors", arguments: ["", "5", "o", "o-1", "x5", "o5 ", "o1e3"])
    func cursors(text: String) { #expect(Cursor(text) == nil) }

    @Test("Times are ISO 8601 with their zone and milliseconds; cycles are numbers")
    func moments() {
        let calendar = MomentWriter(.time(zone: "Europe/Berlin", isStated: true))
        #expect(calendar.moment(1_420_070_400.25) == .text("2015-01-01T01:00:00.250+01:00"))
        #expect(calendar.epochMilliseconds(1_420_070_400.25) == 1_420_070_400_250)
        let local = MomentWriter(.time(zone: "UTC", isStated: false))
        #expect(local.moment(1_420_070_400) == .text("2015-01-01T00:00"))
        let cycles = MomentWriter(.cycle)
        #expect(cycles.moment(17) == .number(17))
        #expect(cycles.epochMilliseconds(17) == nil)
        #expect(calendar.epochMilliseconds(.nan) == nil)
        #expect(calendar.epochMilliseconds(.infinity) == nil)
    }

    @Test(
        "An episode keeps its name while severity and end change, and loses it with its beginning")
    func episodes() {
        let device = DeviceRef(index: 3, name: "pump 4")
        var episode = Episode(.drift, devices: [device], from: 100, to: nil, severity: 60)
        let id = episode.id
        (episode.to, episode.severity) = (900, 20)
        #expect(episode.id == id)
        episode.from = 101
        #expect(episode.id != id)
    }
}
