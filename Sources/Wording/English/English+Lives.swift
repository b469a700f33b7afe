import Reports
import Values

extension EnglishPhrases {
    func lifeCourse(_ life: ModelPanel.LifeCourse, file: String) -> CardWords {
        CardWords(
            title: "Remaining life, as it was told", sub: file,
            say: "\(left(life))\(precedents(life.precedents))",
            note:
                "The grey line loses as much as time goes on: had the model known all along what it tells now, it would have told that. The band is to hold the end \(format.percent(BackTest.coverage)) of the time."
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
        return " Looked most like this so long before their end: \(Sentence.list(devices))."
    }

    func lifeCourseAxis() -> String {
        switch format.axis {
        case .time: "days left"
        case .cycle: "cycles left"
        case .row: "rows left"
        }
    }
}
