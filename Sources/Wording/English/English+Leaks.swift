import Reports

extension EnglishPhrases {
    func setAside(_ test: BackTest) -> [Sentence] {
        let leaks = test.leaks ?? []
        var sentences = leaks.prefix(BackTest.leaksNamed).map { leak -> Sentence in
            "\(strong: "Not used:") \(code: source(leak.source)). \(reason(leak.evidence))."
        }
        if leaks.count > BackTest.leaksNamed {
            let more = leaks.count - BackTest.leaksNamed
            let verb = more == 1 ? "is" : "are"
            sentences.append("\(format.count(more)) more \(verb) not used for similar reasons.")
        }
        if let suspect = test.suspect {
            sentences.append(
                "\(strong: "Suspiciously accurate:") nearly all of the model’s accuracy comes from \(code: source(suspect)). Was that known at the time, or filled in later?"
            )
        }
        if let standing = test.standing, standing > 0 {
            sentences.append(
                "\(strong: "Left out:") \(format.counted(standing, "row", "rows")) after failures, where no reading changes."
            )
        }
        return sentences
    }

    private func reason(_ evidence: BackTest.Evidence) -> String {
        switch evidence {
        case .countdown(let step, let end):
            let way = step < 0 ? "falls" : "rises"
            return
                "It \(way) by \(format.figure(abs(step))) with each reading and is \(format.figure(end)) at the end of each life, so it is the answer itself"
        case .timeToEnd:
            return
                "Its value alone gives the time to each end, so it was computed once the end was known"
        case .shareOfLife:
            return
                "It takes the same course over each life, however long, so it was computed once the end was known"
        case .label(let value, let lead):
            return
                "It always turns to \(format.figure(value)) \(format.length(lead)) before an end and at no other time, so it was filled in once the end was known"
        case .punctual(let lead):
            return
                "It always comes \(format.length(lead)) before a failure, once before each and at no other time, so it was written once the failure was known"
        case .record(let share, let within):
            return
                "\(format.percent(share)) of its events lie within \(format.length(within)) of a failure and the others are unrelated to failures, so it records failures"
        case .outcome(let failed, let others):
            return
                "It separates \(format.counted(failed, "device that failed", "devices that failed")) from all \(format.count(others)) that did not, so it was filled in once that was known"
        case .lifeLength: return "It is the life of each device or its time of failure"
        case .failureCount: return "It is the number of failures of each device"
        case .rowNumber: return "It is a row number"
        }
    }
}
