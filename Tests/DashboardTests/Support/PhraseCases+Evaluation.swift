import Reports
import Values

@testable import Dashboard
@testable import Wording

/// Cases of how a model fared.
extension PhraseCases {
    /// What stands beside the parts of an evaluation, and why sources were set aside.
    func evaluation(_ test: BackTest) -> [String] {
        let evidence: [BackTest.Evidence] = [
            .countdown(step: -1, end: 0), .countdown(step: 24, end: 1_000), .timeToEnd,
            .shareOfLife, .label(value: 1, lead: 86_400), .punctual(lead: 86_400),
            .record(share: 0.97, within: 3_600),
            .outcome(failed: 16, others: 8), .lifeLength, .failureCount, .rowNumber,
        ]
        let asides = evidence.indices.map { place -> BackTest in
            var other = test
            other.leaks = [.init(source: .init(.reading, "x"), evidence: evidence[place])]
            other.standing = place
            return other
        }
        var many = test
        many.leaks = evidence.map { .init(source: .init(.attribute, "x"), evidence: $0) }
        var doubted = test
        (doubted.leaks, doubted.standing, doubted.averagePrecision) = (nil, nil, 0.999)
        let courses = Sample(.rich).models.entries.compactMap { entry -> ModelPanel.LifeCourse? in
            guard case .result(let result) = entry.outcome else { return nil }
            return result.life
        }
        return list("set aside", asides + [doubted]) {
            phrases.setAside($0).map(\.plain).joined(separator: " ")
        }
            + list("set aside, many", [many]) { "\(phrases.setAside($0).last?.plain ?? "none")" }
            + list("leads", test.budgets ?? []) { phrases.leadsTitle($0) }
            + list("bin", test.calibration ?? []) { phrases.calibrationPoint($0) }
            + list("cheapest", Array(test.costCurve(at: AlarmPrices()).prefix(1))) {
                phrases.cheapest($0)
            }
            + list("course", courses) {
                let words = phrases.lifeCourse($0, file: "life.onnx")
                return [words.title, words.say.plain, words.note].joined(separator: " | ")
            }
            + list(
                "evaluation",
                [
                    phrases.leadLabel(from: 0, to: 21_600),
                    phrases.leadLabel(from: 3_000, to: 90_000),
                    phrases.lifeCourseAxis(), phrases.tooLong(0.54), phrases.unannounced(),
                    phrases.costCurveTitle(), phrases.costCurveAxis(), phrases.calibrationAxis(),
                    phrases.calibrationValueAxis(), phrases.budgetsTitle(), phrases.budgetTitle(),
                    phrases.announcedTitle(), phrases.budgetPrecisionTitle(),
                    phrases.leadTimeTitle(), phrases.lifeErrorsTitle(), phrases.lifeLeftTitle(),
                    phrases.tooLongTitle(),
                ]
            ) { $0 }
    }
}
