import Reports
import Values

extension RussianPhrases {
    func lifeCourse(_ life: ModelPanel.LifeCourse, file: String) -> CardWords {
        CardWords(
            title: "Остаток ресурса, каким он был назван", sub: file,
            say: "\(left(life))\(precedents(life.precedents))",
            note:
                "Серая линия убывает вместе со временем: такие ответы модель давала бы, знай она всегда то, что называет теперь. Полоса должна накрыть конец в \(format.percent(BackTest.coverage)) случаев."
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
        return " Больше всего похожи были за столько до своего конца: \(Sentence.list(devices))."
    }

    func lifeCourseAxis() -> String {
        switch format.axis {
        case .time: "осталось дней"
        case .cycle: "осталось циклов"
        case .row: "осталось строк"
        }
    }
}
