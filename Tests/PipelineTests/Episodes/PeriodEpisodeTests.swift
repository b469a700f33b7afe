import Reports
import Telemetry
import Testing
import Values

@testable import Pipeline

/// Which episodes a choice of period and devices shows.
@Suite("Episodes of a period")
struct PeriodEpisodeTests {
    private static let day = 86_400.0

    private func scope(_ choice: Choice = Choice()) -> Scope {
        let axis = TimeAxis(
            kind: .time(zone: "UTC", isStated: true), start: 0, bucketWidth: 3_600,
            bucketCount: 240, dataRange: 0...(10 * Self.day))
        return Scope(
            catalog: Catalog(
                name: "set", axis: axis, devices: [.init(name: "a"), .init(name: "b")],
                attributes: [], metrics: [], codes: [], severities: [], hasLabels: false, rows: 1),
            choice: choice)
    }

    private func episode(
        _ device: Int?, from: Double, to: Double?, severity: Double = 50
    ) -> Episode {
        Episode(
            .step,
            devices: device.map { [DeviceRef(index: $0, name: "ab".map(String.init)[$0])] } ?? [],
            from: from * Self.day, to: to.map { $0 * Self.day }, severity: severity)
    }

    @Test("Those that overlap the period, the open ones first; one that ended later is open in it")
    func period() {
        let all = [
            episode(0, from: 1, to: 2, severity: 90), episode(0, from: 3, to: 4, severity: 80),
            episode(1, from: 4.5, to: 8, severity: 30), episode(1, from: 9, to: nil),
        ]
        let shown = PeriodEpisodes(
            scope: scope(Choice(from: 2.5 * Self.day, to: 5 * Self.day))
        ).shown(all)
        #expect(shown.map(\.severity) == [30, 80])
        #expect(shown.map(\.isOpen) == [true, false])
        #expect(
            PeriodEpisodes(scope: scope()).shown(all).map(\.isOpen) == [true, false, false, false])
    }

    @Test("Those of a chosen device and of the whole fleet; remarks are no trouble of a device")
    func devices() {
        let all = [
            episode(0, from: 1, to: 2), episode(1, from: 1, to: 2), episode(nil, from: 3, to: 4),
            episode(1, from: 5, to: 6, severity: 10),
        ]
        let shown = PeriodEpisodes(scope: scope(Choice(devices: ["b"]))).shown(all)
        #expect(shown.map { $0.devices.map(\.name) } == [[], ["b"], ["b"]])
        #expect(!shown.contains { $0.devices.map(\.name) == ["a"] })
        let byDevice = PeriodEpisodes.byDevice(all, count: 2)
        #expect(byDevice.map(\.count) == [2, 2])
    }

    @Test("Slices that a stretch touches, cut at the ends of the grid")
    func slices() {
        let grid = SliceGrid((0..<5).map { TimeSlice(from: Double($0), to: Double($0 + 1)) })
        #expect(grid.indices(from: 1.5, to: 3.2) == 1..<4)
        #expect(grid.indices(from: -4, to: .infinity) == 0..<5)
        #expect(grid.indices(from: 7, to: 9).isEmpty)
        #expect(grid.indices(from: -4, to: -1).isEmpty)
    }
}
