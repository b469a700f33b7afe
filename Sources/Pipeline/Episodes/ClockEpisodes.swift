import Reports
import Telemetry
import Values

/// Devices whose clock was wrong for a while: a gap, and about as many rows where none belong,
/// outside the set's time or on top of others.
struct ClockEpisodes {
    let readings: SetReadings
    let outages: Outages

    private static let fewestRows = 5
    /// The relative difference up to which the two numbers agree.
    private static let tolerance = 0.2

    func episodes(_ devices: [Attendance]) -> [Episode] {
        devices.compactMap { device in
            let gaps = device.gaps.filter {
                $0.missed >= Self.fewestRows && !outages.explains($0)
            }
            let misplaced = [device.strays, device.doubled].filter { $0 >= Self.fewestRows }
            for rows in misplaced {
                let match = gaps.first {
                    abs(Double($0.missed - rows)) <= max(2, Self.tolerance * Double($0.missed))
                }
                if let match { return episode(device, match) }
            }
            return nil
        }
    }

    private func episode(_ device: Attendance, _ gap: Attendance.Gap) -> Episode {
        Episode(
            .clockJump, devices: [readings.catalog.deviceRef(device.device)],
            from: readings.time(gap.from), to: readings.time(gap.to), severity: 45)
    }
}
