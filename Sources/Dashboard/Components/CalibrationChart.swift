internal import Charts
internal import Markup
import Reports
import Wording
import Values

/// Observed frequencies over predicted probabilities (a reliability diagram), with their confidence
/// intervals and the diagonal on which they should lie.
struct CalibrationChart {
    let page: PageContext
    let test: BackTest
    let index: Int

    private static let ids: [StaticString] = ["cal1", "cal2", "cal3", "cal4", "cal5", "cal6"]

    /// Nil where no probabilities were predicted.
    var markup: Markup? {
        guard let bins = test.calibration, let sentence = page.phrases.calibration(test) else {
            return nil
        }
        let id: StaticString = Self.ids[min(index, Self.ids.count - 1)]
        return Markup {
            page.smallTitle(page.phrases.calibrationTitle())
            if bins.count > 1 { page.draw(chart(bins, sentence), .beside, id: id).markup }
            element("p", [.class("note")]) { page.markup(sentence) }
            page.details(table(bins))
        }
    }

    private func chart(_ bins: [BackTest.CalibrationBin], _ sentence: Sentence) -> CurveChart {
        CurveChart(
            text: page.chartText(
                title: page.phrases.calibrationTitle(), description: sentence.plain),
            acrossTitle: page.phrases.calibrationAxis(),
            panels: [
                CurveChart.Panel(
                    valueTitle: page.phrases.calibrationValueAxis(),
                    points: bins.map(point),
                    comparison: bins.map {
                        CurveChart.Point(
                            x: place($0), interval: Interval(value: 100 * $0.predicted))
                    }, choiceLabel: "")
            ], choice: nil)
    }

    /// In percent to one decimal, which is fine enough for the labels.
    private func place(_ bin: BackTest.CalibrationBin) -> Double {
        (1_000 * bin.predicted).rounded() / 10
    }

    private func point(_ bin: BackTest.CalibrationBin) -> CurveChart.Point {
        CurveChart.Point(
            x: place(bin),
            interval: Interval(
                value: (100 * bin.share).present, low: bin.limits.map { 100 * $0.lowerBound },
                high: bin.limits.map { 100 * $0.upperBound },
                title: page.phrases.calibrationPoint(bin)))
    }

    private func table(_ bins: [BackTest.CalibrationBin]) -> Table {
        Table(
            caption: page.phrases.calibrationTitle(),
            columns: [
                .init(title: page.phrases.calibrationPredictedTitle()),
                .init(title: page.label(.rows), isNumber: true),
                .init(title: page.phrases.calibrationMeanTitle(), isNumber: true),
                .init(title: page.phrases.calibrationObservedTitle(), isNumber: true),
                .init(title: page.label(.interval95), isNumber: true),
            ],
            rows: bins.map { bin in
                [
                    .init(page.format.percent(bin.from) + " – " + page.format.percent(bin.to)),
                    page.cells.count(bin.rows),
                    page.cells.percent(bin.predicted, decimals: 1),
                    page.cells.percent(bin.share, decimals: 1),
                    .init(
                        bin.limits.map {
                            page.format.percent($0.lowerBound, decimals: 1) + " – "
                                + page.format.percent($0.upperBound, decimals: 1)
                        } ?? NumberFormat.missing),
                ]
            })
    }
}
