import Reports
import Testing
import Values

@testable import Dashboard

@Suite("Devices that need attention")
struct AttentionRowTests {
    private let names = ["a", "b", "c", "d"].enumerated().map {
        DeviceRef(index: $0.offset, name: $0.element)
    }

    private func row(
        _ device: Int, health: Double, _ trouble: Episode?, errors: Compared? = nil
    ) -> OverviewReport.DeviceRow {
        OverviewReport.DeviceRow(
            device: names[device], status: .warning, health: health, trouble: trouble,
            furthest: nil,
            spark: [], errors: errors, failures: nil, mainLoss: nil)
    }

    @Test("those of one common trouble are one line, at the place of the worst")
    func grouped() {
        let common = Episode(
            .step, devices: [names[0], names[2], names[3]], from: 5, to: nil, severity: 60)
        let own = Episode(.drift, devices: [names[1]], from: 5, to: nil, severity: 50)
        let lines = AttentionRow.grouped([
            row(2, health: 40, common, errors: Compared(current: 3, previous: 1)),
            row(1, health: 50, own), row(0, health: 70, common, errors: Compared(current: 2)),
            row(3, health: 55, common),
        ])
        #expect(lines.map { $0.devices.map(\.device.name) } == [["c", "a", "d"], ["b"]])
        #expect(lines[0].isShared && !lines[1].isShared)
        #expect(lines[0].health == (low: 40, high: 70))
        #expect(lines[0].errors == Compared(current: 5))
        #expect(lines[0].failures == nil && lines[1].errors == nil)
    }

    @Test("the same kind of trouble of single devices is no common one")
    func apart() {
        let rows = [0, 1].map { device in
            row(
                device, health: 60,
                Episode(.frozen, devices: [names[device]], from: 1, to: nil, severity: 40))
        }
        #expect(AttentionRow.grouped(rows).map(\.devices.count) == [1, 1])
        #expect(AttentionRow.single(rows + rows).count == 4)
    }
}
