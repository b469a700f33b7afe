import Testing

@testable import Analysis

@Suite("Devices apart from their peers")
struct ApartDevicesTests {
    /// Twelve devices a little apart; the last one as far away in each quarter as `quarters` says.
    private func found(_ quarters: [Double]) -> [Int] {
        let little = [0.3, -0.5, 0.1, 0.7, -0.2, -0.8, 0.4, 0.0, -0.3, 0.6, -0.1]
        let offsets = (little.map { [$0, $0, $0, $0] } + [quarters]).map { parts in
            DeviceOffset(
                parts.flatMap { [Double](repeating: $0, count: 10) },
                isExplained: [Bool](repeating: false, count: 40))
        }
        var devices = ApartDevices(offsets, unit: 1, tests: 3, settings: FleetSettings())
        return devices.furthest().map(\.device)
    }

    @Test("One that is away in every part of the record is apart, on either side")
    func apart() {
        #expect(found([6, 5, 7, 6]) == [11])
        #expect(found([-6, -5, -7, -6]) == [11])
    }

    @Test("One that was among the others before it changed is not apart all along")
    func changed() {
        #expect(found([0, 0, 12, 12]).isEmpty)
        #expect(found([0.5, 9, 9, 9]).isEmpty)
        #expect(found([8, 8, 8, -1]).isEmpty)
    }

    @Test("Quarters without readings say nothing")
    func missing() {
        #expect(found([.nan, 6, 6, .nan]) == [11])
        #expect(found([.nan, .nan, .nan, .nan]).isEmpty)
    }
}
