import Reports
import Samples

@testable import Wording

/// Detectors and models side by side.
extension PhraseCases {
    var comparisons: Chapter {
        Chapter("ComparisonPhrases") {
            Said("comparison(_:)", comparisonCases) { phrases.comparison($0) }
            Said("detector(_:)", Self.detectors) { phrases.detector($0) }
            Said("builtInNote(_:)", Self.detectors) { phrases.builtInNote($0) }
            Said("detectorTitle()", phrases.detectorTitle())
            Said("nowTitle()", phrases.nowTitle())
            Said("alarmShareTitle()", phrases.alarmShareTitle())
            Said("detectedTitle(_:)", Self.truths) { phrases.detectedTitle($0) }
            Said("trueAlarmsTitle()", phrases.trueAlarmsTitle())
            Said("limitNote(_:)", [.own, .half, .hundredth] as [DetectorComparison.Limit]) {
                phrases.limitNote($0)
            }
            Said("alarmMark()", phrases.alarmMark())
            Said("belowThreshold()", phrases.belowThreshold())
            Said("alarmTitle(_:_:)", Self.pairs([days, cycles], [0.0, 1])) { axis, length in
                let from = axis.start + axis.unit
                return axis.phrases.alarmTitle(
                    .init(from: from, to: from + length * axis.unit, peak: 4.2), .rows)
            }
            Said("truthLane(_:)", Self.truths) { phrases.truthLane($0) }
        }
    }

    private static let detectors: [DetectorComparison.Detector] = [.bands, .rows, .model("a.onnx")]
    private static let truths: [DetectorComparison.Truth] = [.labels, .failures(horizon: 86_400)]

    /// With failures, with marks, with neither; in one's own test or not; none that is any good.
    private var comparisonCases: [DetectorComparison] {
        guard let first = Sample(.rich).models.comparison else { return [] }
        let marked = Self.with(first) { $0.truth = .labels }
        let judged = Self.with(first) { comparison in
            for place in comparison.lanes.indices {
                comparison.lanes[place].verdict?.isBackTest = place == 0
            }
        }
        let plain = Self.with(first) { comparison in
            comparison.truth = nil
            for place in comparison.lanes.indices { comparison.lanes[place].verdict = nil }
        }
        return [first, marked, judged, plain] + [first, marked].map(poor) + alarming(first)
    }

    private func poor(_ comparison: DetectorComparison) -> DetectorComparison {
        Self.with(comparison) { comparison in
            for place in comparison.lanes.indices {
                comparison.lanes[place].verdict?.trueAlarms = 1
                comparison.lanes[place].verdict?.detected = 1
                comparison.lanes[place].verdict?.isBackTest = false
            }
        }
    }

    /// None, one, two and all of them raise an alarm, on one device and on several.
    private func alarming(_ comparison: DetectorComparison) -> [DetectorComparison] {
        [0, 1, 2, 3].map { count in
            Self.with(comparison) { comparison in
                for place in comparison.lanes.indices {
                    comparison.lanes[place].isAlarmNow = place < count
                }
                comparison.truth = .failures(horizon: Double(count + 1) * 3_600)
                comparison.devicesShown = [1, 2, 5, 21][count]
                comparison.devicesEvaluated = 1
            }
        }
    }
}
