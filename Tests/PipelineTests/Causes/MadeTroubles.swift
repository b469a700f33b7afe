import Reports
import Telemetry
import Values

@testable import Pipeline

/// Hourly readings of three pumps: noise, and troubles in which the current rises and the speed falls.
struct MadeTroubles {
    /// One trouble of a pump.
    struct Trouble {
        var device: Int
        var from: Int
        var hours = 40
        /// By how many hours the speed is later than the current.
        var delay = 4
        /// Whether anything moves.
        var isSeen = true
    }

    static let hours = 2_000

    let pipeline: AnalysisPipeline
    let troubles: [Trouble]

    /// - Parameters:
    ///   - failing: Whether each trouble ends in a failure of the seal, an hour later.
    ///   - errors: Hours at which the first pump reports each code.
    init(_ troubles: [Trouble], failing: Bool = false, errors: [String: [Double]] = [:]) throws {
        self.troubles = troubles
        var lines = ["time,device,current,speed,ambient"]
        for hour in 0..<Self.hours {
            for device in 0..<3 {
                let noise = (0..<3).map { MadeSet.scatter(3 * hour + $0, device + 11) - 0.5 }
                let moved = { (delay: Int) -> Double in
                    troubles.contains {
                        $0.isSeen && $0.device == device && hour < $0.from + $0.hours
                            && hour >= $0.from + delay * $0.delay
                    } ? 2 : 0
                }
                lines.append(
                    "\(MadeSet.moment(Double(hour))),p\(device),\(20 + noise[0] + moved(0)),"
                        + "\(90 + noise[1] - moved(1)),\(15 + noise[2])")
            }
        }
        var files = ["pumps.csv": lines]
        if failing {
            files["failures.csv"] =
                ["time,device,failure"]
                + troubles.map {
                    "\(MadeSet.moment(Double($0.from + $0.hours) + 0.5)),p\($0.device),seal"
                }
        }
        if !errors.isEmpty {
            files["errors.csv"] =
                ["time,device,error"]
                + errors.sorted { $0.key < $1.key }.flatMap { code, hours in
                    hours.map { "\(MadeSet.moment($0)),p0,\(code)" }
                }
        }
        pipeline = try MadeSet(files).pipeline
    }

    /// The troubles as episodes of the current, the last one open.
    var history: TroubleHistory {
        let refs = pipeline.source.catalog.metricRefs.filter { $0.name == "current" }
        let episodes = troubles.enumerated().map { place, trouble in
            Episode(
                .step, devices: [pipeline.source.catalog.deviceRef(trouble.device)],
                subjects: refs.map { .metric($0) }, from: time(trouble.from),
                to: place + 1 < troubles.count ? time(trouble.from + trouble.hours) : nil,
                severity: 60)
        }
        return TroubleHistory(source: pipeline.source, main: pipeline.whole, episodes: episodes)
    }

    /// What is said of the last trouble.
    func report() throws -> CauseReport? {
        let history = history
        let device = troubles.last?.device ?? 0
        guard let last = history.episodes(of: device).last else { return nil }
        return try CauseFinder(history, device: device).report(of: last)
    }

    private func time(_ hour: Int) -> Double { MadeSet.start + Double(hour) * 3_600 }
}
