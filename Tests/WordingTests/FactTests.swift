@testable import Wording
import Reports
import Samples
import Testing
import Values

/// What sentences say is decided before they have words, once for both languages.
@Suite("Facts behind sentences")
struct FactTests {
    private let format = Formatting(Sample(.rich).context)

    @Test("a change is nothing where no digit but 0 is written of it")
    func changes() {
        let values = [
            -5, 0, 0.000_02, 0.4, 0.5, 3, 19.6, 20, 20.04, 100, 100.4, 101, 9_999.6, 1e6, 1e6 + 0.2,
        ]
        for before in values {
            for now in values {
                let kpi = OverviewReport.KPI(.rows, value: now, previous: before)
                let changes = [
                    kpi.difference(format), kpi.ratio(format), kpi.readingChange(format),
                ]
                for case let change? in changes {
                    let isWritten = change.text.utf8.contains { $0 > 48 && $0 <= 57 }
                    #expect(change.isNothing == !isWritten, "\(change.text)")
                }
            }
        }
        #expect(OverviewReport.KPI(.rows, value: 1).ratio(format)?.text == nil)
    }

    @Test(
        "the interval of refreshing is told in whole minutes, else in seconds",
        arguments: [
            (0, "Off"), (-1, "Off"), (45, "45 s"), (60, "1 min"), (90, "90 s"), (300, "5 min"),
        ])
    func refresh(seconds: Int, text: String) {
        #expect(EnglishPhrases(format: format).refreshOption(seconds) == text)
    }

    @Test("how much of the groups an attribute repeats")
    func mirrors() {
        let strengths = [0.8, 0.79, 0.4, 0.39, .nan].map {
            ClusterReport.Mirror(attribute: "model", nmi: $0, values: [], counts: []).strength
        }
        #expect(strengths == [.almostAll, .part, .part, .little, .little])
    }

    @Test("a trend is one where its corrected probability is below a twentieth")
    func trends() {
        let directions = [(0.049, 2.0), (0.049, -2), (0.05, 2), (.nan, 2)].map {
            TrendFigures(slopePercent: $0.1, low: 0, high: 0, p: 0, q: $0.0).direction
        }
        #expect(directions == [.rising, .falling, .level, .level])
    }

    @Test("reliability changes where the interval of the exponent does not hold 1")
    func reliability() {
        let verdicts = [(0.5, 0.9), (1.1, 1.5), (0.9, 1.1)].map {
            ReliabilityRow(
                value: nil, failures: 9, devices: 2, meanTime: 1, low: 1, high: 1, beta: 1,
                betaLow: $0.0, betaHigh: $0.1
            ).verdict
        }
        #expect(verdicts == [.improving, .worsening, .level])
    }

    @Test("two ends that are written alike are one")
    func ends() {
        #expect(format.ends(1.00001, 1.00002) { format.reading($0) } == .one("1"))
        #expect(format.ends(1, 2) { format.reading($0) } == .two("1", "2"))
    }

    @Test("A device that is likelier to fail than not, or has little life left, comes first")
    func grave() throws {
        let risks = Sample.predictions.compactMap(\.prediction)
        let device = { (index: Int) in DeviceRef(index: index, name: "\(index + 1)") }
        #expect(risks[0].isGrave(device(12)))
        #expect(!risks[0].isGrave(device(4)))
        #expect(!risks[1].isGrave(device(12)), "1 % is not grave")
        #expect(!risks[0].isGrave(device(99)), "nothing is said of it")
        let lives = FleetPrediction(
            quantity: .life, time: 0,
            rows: [8, 90, 100].enumerated().map {
                FleetPrediction.Row(device: device($0), value: $1)
            }, test: BackTest(rows: 0), file: "")
        #expect(lives.isGrave(device(0)) && !lives.isGrave(device(1)))
    }
}
