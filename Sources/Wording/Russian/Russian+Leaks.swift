import Reports

extension RussianPhrases {
    func setAside(_ test: BackTest) -> [Sentence] {
        let leaks = test.leaks ?? []
        var sentences = leaks.prefix(BackTest.leaksNamed).map { leak -> Sentence in
            "\(strong: "Не используется:") \(code: source(leak.source)). \(reason(leak.evidence))."
        }
        if leaks.count > BackTest.leaksNamed {
            let more = leaks.count - BackTest.leaksNamed
            sentences.append("По таким же причинам не используется ещё: \(format.count(more)).")
        }
        if let suspect = test.suspect {
            sentences.append(
                "\(strong: "Подозрительно точно:") почти вся точность модели получена из \(code: source(suspect)). Эти данные были известны вовремя или заполнены позже?"
            )
        }
        if let standing = test.standing, standing > 0 {
            sentences.append(
                "\(strong: "Исключено:") \(counted(standing, .row)) после отказов, где ни один показатель не меняется."
            )
        }
        return sentences
    }

    private func reason(_ evidence: BackTest.Evidence) -> String {
        switch evidence {
        case .countdown(let step, let end):
            let way = step < 0 ? "убывает" : "растёт"
            return
                "Значение \(way) с каждой строкой на \(format.figure(abs(step))), а в конце каждого срока службы равно \(format.figure(end)): это и есть ответ"
        case .timeToEnd:
            return
                "Это значение само по себе даёт время до каждого конца: оно вычислено, когда конец был уже известен"
        case .shareOfLife:
            return
                "Ход значения одинаков для каждого срока службы любой длины: оно вычислено, когда конец был уже известен"
        case .label(let value, let lead):
            return
                "Значение становится равным \(format.figure(value)) всегда за \(accusative(format.measured(lead))) до конца и больше никогда: оно заполнено, когда конец был уже известен"
        case .punctual(let lead):
            return
                "Событие бывает всегда за \(accusative(format.measured(lead))) до отказа, перед каждым из них, и больше никогда: оно записано, когда отказ был уже известен"
        case .record(let share, let within):
            return
                "\(format.percent(share)) событий отстоят от отказа не более чем на \(accusative(format.measured(within))), а остальные с отказами не связаны: это запись о самом отказе"
        case .outcome(let failed, let others):
            return
                "Значение отделяет все отказавшие устройства (\(format.count(failed))) от всех остальных (\(format.count(others))): оно заполнено, когда исход был уже известен"
        case .lifeLength: return "Это срок службы каждого устройства или время его отказа"
        case .failureCount: return "Это число отказов каждого устройства"
        case .rowNumber: return "Это номер строки"
        }
    }
}
