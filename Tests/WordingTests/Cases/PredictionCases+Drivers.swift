import Reports
import Samples
import Values

@testable import Wording

/// Why a prediction is what it is, and how such things went before.
extension PhraseCases {
    /// Every source, with and without a window and a usual value.
    var drivers: [(Axis, FleetPrediction.Driver)] {
        let cases = Self.pairs(BackTest.Source.Kind.allCases, [86_400, nil]).flatMap {
            kind, window in
            [0.5, Double.nan].flatMap { usual in
                [false, true].filter { !$0 || kind == .reading }.map {
                    FleetPrediction.Driver(
                        source: .init(kind, kind == .error ? "error5" : "7"), value: 21,
                        usual: usual, window: window, isStandardised: $0)
                }
            }
        }
        let ages = [1.0, 5, 21].map {
            FleetPrediction.Driver(source: .init(.age, ""), value: $0, usual: .nan, window: nil)
        }
        return cases.map { (days, $0) } + ages.map { (cycles, $0) }
    }

    /// With a range and without, with devices that looked alike and without, and nothing told.
    var lifeCourses: [(Axis, ModelPanel.LifeCourse)] {
        let ends = [(1.0, nil), (2, 1.0...3), (5, nil), (21, 10.0...40)]
        return [days, cycles, rows].flatMap { axis in
            let courses = ends.enumerated().map { place, end in
                let range = end.1.map { $0.lowerBound * axis.unit...$0.upperBound * axis.unit }
                return ModelPanel.LifeCourse(
                    points: [.init(time: axis.end, left: end.0 * axis.unit, range: range)],
                    precedents: Self.numbered.prefix(place).map {
                        .init(device: $0, left: 5 * axis.unit, distance: 1)
                    })
            }
            return (courses + [.init(points: [], precedents: [])]).map { (axis, $0) }
        }
    }

    var aftermaths: [Aftermath] {
        let first = Sample.aftermaths[0]
        let counts = [1, 2, 5, 21].flatMap { count in
            [Aftermath.Sequel.nothing, Self.sequels[0], Self.sequels[1]].map { sequel in
                Aftermath(
                    of: first.episode,
                    examples: (0..<count).map { _ in
                        .init(device: Self.pump, from: Sample.start, sequel: sequel)
                    }, within: 259_200)
            }
        }
        return Sample.aftermaths + counts
    }

    static let sequels: [Aftermath.Sequel] =
        [.failure(codes[1], after: 3_600), .repair(codes[2], after: 3_600), .nothing]
        + [86_400, 5 * 86_400, 604_800].map { .failure(codes[1], after: $0) }
}
