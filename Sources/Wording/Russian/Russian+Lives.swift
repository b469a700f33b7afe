import Reports
import Values

extension RussianPhrases {
    func lifeCourse(_ life: ModelPanel.LifeCourse, file: String) -> CardWords {
        CardWords(
            title: "Прогноз остаточного ресурса во времени", sub: file,
            say: "\(left(life))\(precedents(life.precedents))",
            note:
                "Серая линия: какими были бы прежние прогнозы, если верен последний. Полоса: интервал прогноза \(format.percent(BackTest.coverage))."
        )
    }

    private func left(_ life: ModelPanel.LifeCourse) -> Sentence {
        guard let last = life.points.last else { return "" }
        let left = genitive(format.life(last.left))
        guard let interval = last.range else { return "\(strong: "Осталось около \(left).")" }
        let ends = format.lives(interval, beside: last.left)
        return "\(strong: "Осталось около \(left)") (\(range(ends.low, ends.high)))."
    }

    private func precedents(_ precedents: [ModelPanel.LifeCourse.Precedent]) -> Sentence {
        guard !precedents.isEmpty else { return "" }
        let devices = precedents.map { precedent -> Sentence in
            "\(precedent.device, as: device(precedent.device.name, atStart: false)) (\(self.life(precedent.left)))"
        }
        return
            " Самые похожие устройства прошлого и сколько им тогда оставалось: \(Sentence.list(devices))."
    }

    func lifeCourseAxis() -> String {
        switch format.axis {
        case .time: "осталось дней"
        case .cycle: "осталось циклов"
        case .row: "осталось строк"
        }
    }
}
