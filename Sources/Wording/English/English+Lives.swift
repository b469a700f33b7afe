import Reports
import Values

extension EnglishPhrases {
    func lifeCourse(_ life: ModelPanel.LifeCourse, file: String) -> CardWords {
        CardWords(
            title: "Predicted remaining life over time", sub: file,
            say: "\(left(life))\(precedents(life.precedents))",
            note:
                "Grey line: what earlier predictions would have been if the latest one is right. Band: \(format.percent(BackTest.coverage)) prediction interval."
        )
    }

    private func left(_ life: ModelPanel.LifeCourse) -> Sentence {
        guard let last = life.points.last else { return "" }
        guard let range = last.range else {
            return "\(strong: "About \(self.life(last.left)) left.")"
        }
        let ends = format.lives(range, beside: last.left)
        return "\(strong: "About \(self.life(last.left)) left") (\(ends.low) to \(ends.high))."
    }

    private func precedents(_ precedents: [ModelPanel.LifeCourse.Precedent]) -> Sentence {
        guard !precedents.isEmpty else { return "" }
        let devices = precedents.map { precedent -> Sentence in
            "\(precedent.device, as: device(precedent.device.name, atStart: false)) (\(self.life(precedent.left)))"
        }
        return
            " Most similar past devices, with the life they had left then: \(Sentence.list(devices))."
    }

    func lifeCourseAxis() -> String {
        switch format.axis {
        case .time: "days left"
        case .cycle: "cycles left"
        case .row: "rows left"
        }
    }
}
