package import Reports
import Values

/// What `perfmon train` tells about a model: the sentences of the page, and below them the figures
/// of the model and of plainer rules, one on a line.
extension PlainPhrases {
    /// How a model of what is usual was chosen.
    package func training(_ selection: AutoencoderSelection) -> [String] {
        ["\(selection.rows) rows", phrases.autoencoder(selection).plain]
    }

    /// How a prediction model did on data held out of training.
    ///
    /// - Parameters:
    ///   - rows: Samples that were learned from, those held out included.
    ///   - features: Features of each.
    ///   - horizon: How far ahead failures are predicted, in the axis' unit; nil for remaining life.
    ///   - lead: The signs that the horizon was taken from; nil where it was not.
    ///   - isChosen: Whether somebody asked for the horizon.
    package func training(
        _ test: BackTest, rows: Int, features: Int, horizon: Double?, lead: LeadTime?,
        isChosen: Bool
    ) -> [String] {
        var lines = ["\(rows) rows, \(features) features"]
        if let horizon {
            lines.append(
                phrases.horizonReason(horizon, lead: lead, isChosen: isChosen).plain)
        }
        lines += phrases.setAside(test).map(\.plain)
        lines.append(phrases.backTest(test).plain)
        if let calibration = phrases.calibration(test) { lines.append(calibration.plain) }
        lines += BackTest.AlarmSource.allCases.compactMap { rule($0, test) }
        let importance = (test.importance ?? []).prefix(5).map {
            let loss = test.rmse == nil ? figure($0.loss) : format.length($0.loss)
            return "\(phrases.source($0.source)) \(loss)"
        }
        if !importance.isEmpty {
            lines.append(
                "\(phrases.importanceLossTitle(test)): " + importance.joined(separator: "; "))
        }
        return lines
    }

    /// The figures of the model or a rule; nil where there are none of it.
    private func rule(_ source: BackTest.AlarmSource, _ test: BackTest) -> String? {
        let figures: BackTest.Alternative
        switch source {
        case .model:
            figures = .init(
                averagePrecision: test.averagePrecision, alarms: test.alarms, rmse: test.rmse)
        case .second: figures = test.second ?? .init()
        case .linear: figures = test.linear ?? .init()
        case .naive:
            figures = .init(
                averagePrecision: test.naiveAveragePrecision, alarms: test.naive,
                rmse: test.naiveRMSE)
        case .cheapest, .never: return nil
        }
        let parts = [
            figures.rmse.map { "\(phrases.rmseTitle()) \(format.length($0))" },
            figures.averagePrecision.map { "\(phrases.averagePrecisionTitle()) \(figure($0))" },
            figures.alarms.map {
                "precision \(figure($0.precision)), recall \(figure($0.recall))"
            },
        ].compactMap(\.self)
        guard !parts.isEmpty else { return nil }
        return "\(phrases.alarmSource(source, test)): " + parts.joined(separator: ", ")
    }

    private func figure(_ value: Double) -> String { format.fixed(value, 3) }
}
