import Analysis
import Reports

/// Sums over devices of an earlier and a later period.
struct PeriodSums {
    /// A reading of one device in both periods.
    struct Device {
        var device: Int
        var metric: Int
        var earlier: Double
        var later: Double
        var difference: PairedDifference

        /// The difference over half its interval: orders those that are equally sure.
        var size: Double {
            let reach = (difference.interval.upper - difference.interval.lower) / 2
            return reach > 0 ? difference.mean / reach : difference.mean == 0 ? 0 : .infinity
        }
    }

    /// Sums and numbers of devices by metric and block; of devices that were read in both periods.
    private var blocks: [[PairSum]]
    /// The same by side, metric and step of the drawing, of devices that were read on that side.
    private var lines: [[[MeanSum]]]
    /// By code, side and block.
    private(set) var counts: [Int: [[Int]]] = [:]
    private(set) var devices: [Device] = []

    private struct PairSum {
        var earlier = 0.0
        var later = 0.0
        var count = 0.0
    }

    private struct MeanSum {
        var sum = 0.0
        var count = 0.0

        var mean: Double { count > 0 ? sum / count : .nan }
    }

    init(_ frame: ComparisonFrame, metrics: Int) {
        blocks = Array(
            repeating: Array(repeating: PairSum(), count: frame.blocks), count: metrics)
        lines = Array(
            repeating: Array(
                repeating: Array(repeating: MeanSum(), count: frame.steps), count: metrics),
            count: 2)
    }

    mutating func add(_ device: Int, _ earlier: SideReadings, _ later: SideReadings) {
        for metric in blocks.indices {
            let (a, b) = (earlier.blocks[metric], later.blocks[metric])
            for place in blocks[metric].indices where a[place].isFinite && b[place].isFinite {
                blocks[metric][place].earlier += a[place]
                blocks[metric][place].later += b[place]
                blocks[metric][place].count += 1
            }
            for (side, read) in [earlier, later].enumerated() {
                for place in lines[side][metric].indices where read.lines[metric][place].isFinite {
                    lines[side][metric][place].sum += read.lines[metric][place]
                    lines[side][metric][place].count += 1
                }
            }
            if let difference = PairedDifference(a, b) {
                // Of blocks that both periods have, so that the means differ by the difference.
                let both = zip(a, b).filter { $0.isFinite && $1.isFinite }
                devices.append(
                    Device(
                        device: device, metric: metric, earlier: Statistics.mean(both.map(\.0)),
                        later: Statistics.mean(both.map(\.1)), difference: difference))
            }
        }
        for (side, read) in [earlier, later].enumerated() {
            for (code, own) in read.counts { add(own, of: code, side) }
        }
    }

    mutating func add(_ other: PeriodSums) {
        for metric in blocks.indices {
            for place in blocks[metric].indices {
                blocks[metric][place].earlier += other.blocks[metric][place].earlier
                blocks[metric][place].later += other.blocks[metric][place].later
                blocks[metric][place].count += other.blocks[metric][place].count
            }
            for side in lines.indices {
                for place in lines[side][metric].indices {
                    lines[side][metric][place].sum += other.lines[side][metric][place].sum
                    lines[side][metric][place].count += other.lines[side][metric][place].count
                }
            }
        }
        for (code, sides) in other.counts {
            for (side, own) in sides.enumerated() { add(own, of: code, side) }
        }
        devices += other.devices
    }

    private mutating func add(_ own: [Int], of code: Int, _ side: Int) {
        let none = [[Int]](repeating: own.map { _ in 0 }, count: 2)
        for (place, count) in own.enumerated() {
            counts[code, default: none][side][place] += count
        }
    }

    /// A reading over all devices.
    func reading(_ metric: Int) -> ComparedParts.Reading {
        let earlier = blocks[metric].map { $0.count > 0 ? $0.earlier / $0.count : .nan }
        let later = blocks[metric].map { $0.count > 0 ? $0.later / $0.count : .nan }
        return ComparedParts.Reading(
            metric: metric, lines: lines.map { $0[metric].map(\.mean) },
            means: [Statistics.mean(earlier), Statistics.mean(later)],
            tests: [PairedDifference(earlier, later).map(ComparedParts.Test.init)])
    }
}
