import Reports

extension RussianPhrases {
    func setAside(_ test: BackTest) -> [Sentence] {
        let leaks = test.leaks ?? []
        var sentences = leaks.prefix(BackTest.leaksNamed).map { leak -> Sentence in
            "\(strong: "Не используется:") \(code: source(leak.source)); \(reason(leak.evidence))."
        }
        if leaks.count > BackTest.leaksNamed {
            let more = leaks.count - BackTest.leaksNamed
            sentences.append("По таким же причинам не используется ещё: \(format.count(more)).")
        }
        if let suspect = test.suspect {
            sentences.append(
                "\(strong: "Слишком хорошо, чтобы верить на слово:") почти всем модель обязана источнику \(code: source(suspect)). Был ли он известен вовремя или заполнен позже?"
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
                "\(way) от строки к строке на \(format.figure(abs(step))), а в конце каждого срока службы равно \(format.figure(end)), то есть это сам ответ"
        case .timeToEnd:
            return
                "одно это значение выдаёт время до каждого конца, то есть вычислено, когда конец был известен"
        case .shareOfLife:
            return
                "идёт одинаково от начала до конца каждого срока службы, какой бы длины он ни был, то есть вычислено, когда конец был известен"
        case .label(let value, let lead):
            return
                "принимает значение \(format.figure(value)) всегда за \(accusative(format.measured(lead))) до конца и больше никогда, то есть заполнено, когда конец был известен"
        case .punctual(let lead):
            return
                "бывает всегда за \(accusative(format.measured(lead))) до отказа, перед каждым, и больше никогда, то есть записано, когда он был известен"
        case .record(let share, let within):
            return
                "\(format.percent(share)) событий лежат не далее \(genitive(format.measured(within))) от отказа, а остальные с отказами не связаны: это запись о самом отказе"
        case .outcome(let failed, let others):
            return
                "отделяет все отказавшие устройства (\(format.count(failed))) от всех остальных (\(format.count(others))), то есть заполнено, когда это было известно"
        case .lifeLength: return "это срок службы каждого устройства или время его отказа"
        case .failureCount: return "это число отказов каждого устройства"
        case .rowNumber: return "это номер строки"
        }
    }
}
