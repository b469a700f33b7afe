import Analysis
import Reports
import Telemetry
import Values

/// Makes the report on devices or periods set side by side.
struct ComparisonBuilder {
    let source: any TelemetrySource
    let frame: ComparisonFrame
    let coverage: Coverage
    let attribute: String?

    typealias Report = ComparisonReport

    /// - Throws: What the source throws.
    func report() throws -> Report {
        guard frame.sides.count > (frame.against == .group ? 0 : 1), frame.blocks > 0 else {
            return empty
        }
        let parts: ComparedParts =
            switch frame.against {
            case .period:
                try PeriodComparison(source: source, frame: frame, coverage: coverage).parts()
            case .devices: try deviceParts()
            case .group:
                try GroupComparison(
                    source: source, frame: frame, coverage: coverage, attribute: attribute
                ).parts()
            }
        return parts.report(frame, source.catalog)
    }

    private var empty: Report {
        Report(
            against: frame.against, alignment: frame.alignment, sides: frame.sides,
            missing: frame.missing, block: frame.block, readings: [], events: [])
    }

    /// Each further device block by block against the first one.
    private func deviceParts() throws -> ComparedParts {
        let read = try frame.sides.compactMap { side in
            try side.device.map { try SideReadings($0.index, side, frame, source) }
        }
        var parts = ComparedParts()
        guard let first = read.first else { return parts }
        for metric in source.catalog.metrics.indices {
            parts.readings.append(
                .init(
                    metric: metric, lines: read.map { $0.lines[metric] },
                    means: read.map { Statistics.mean($0.blocks[metric]) },
                    tests: read.dropFirst().map {
                        PairedDifference(first.blocks[metric], $0.blocks[metric])
                            .map(ComparedParts.Test.init)
                    }))
        }
        let none = [Int](repeating: 0, count: frame.blocks)
        for code in Set(read.flatMap { $0.counts.keys }) {
            let counts = read.map { $0.counts[code] ?? none }
            parts.events.append(
                .init(
                    code: code, counts: counts.map { Double($0.reduce(0, +)) },
                    tests: counts.dropFirst().map { other in
                        frame.isKnown(code, source.catalog, coverage)
                            ? RateComparison(counts[0], other, times: (1, 1)) : nil
                    }))
        }
        return parts
    }
}

extension ComparisonFrame {
    /// Whether events of a code's kind could be recorded throughout all sides.
    func isKnown(_ code: Int, _ catalog: Catalog, _ coverage: Coverage) -> Bool {
        let kind = catalog.codes[code].kind
        return sides.allSatisfy { side in
            guard let period = ClosedRange(from: side.from, to: side.to) else { return false }
            return coverage.known(kind, in: period) == period
        }
    }
}
