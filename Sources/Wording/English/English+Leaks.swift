import Reports

extension EnglishPhrases {
    func setAside(_ test: BackTest) -> [Sentence] {
        let leaks = test.leaks ?? []
        var sentences = leaks.prefix(BackTest.leaksNamed).map { leak -> Sentence in
            "\(strong: "Set aside:") \(code: source(leak.source)); \(reason(leak.evidence))."
        }
        if leaks.count > BackTest.leaksNamed {
            let more = leaks.count - BackTest.leaksNamed
            sentences.append("\(format.count(more)) more were set aside for such reasons.")
        }
        if let suspect = test.suspect {
            sentences.append(
                "\(strong: "Too good to be taken on trust:") it owes nearly all to \(code: source(suspect)). Was that known at the time, or filled in later?"
            )
        }
        if let standing = test.standing, standing > 0 {
            sentences.append(
                "\(strong: "Left out:") \(format.counted(standing, "line", "lines")) after failures, in which no reading moves."
            )
        }
        return sentences
    }

    private func reason(_ evidence: BackTest.Evidence) -> String {
        switch evidence {
        case .countdown(let step, let end):
            let way = step < 0 ? "falls" : "rises"
            return
                "it \(way) by \(format.figure(abs(step))) from reading to reading and is \(format.figure(end)) at each end of a life, so it is the answer itself"
        case .timeToEnd:
            return
                "its value alone tells the time to each end, so it was computed when that was known"
        case .shareOfLife:
            return
                "it runs alike from the beginning of each life to its end, however long that is, so it was computed when the end was known"
        case .label(let value, let lead):
            return
                "it turns to \(format.figure(value)) always \(format.length(lead)) before an end and at no other time, so it was filled in when that was known"
        case .punctual(let lead):
            return
                "it comes always \(format.length(lead)) before a failure, before each of them, and at no other time, so it was written when that was known"
        case .record(let share, let within):
            return
                "\(format.percent(share)) of its events stand within \(format.length(within)) of a failure, and the others have nothing to do with failures: it records them"
        case .outcome(let failed, let others):
            return
                "it sets \(format.counted(failed, "device that failed", "devices that failed")) apart from all \(format.count(others)) that did not, so it was filled in when that was known"
        case .lifeLength: return "it is how long each device lived, or when it failed"
        case .failureCount: return "it is how often each device failed"
        case .rowNumber: return "it numbers the rows"
        }
    }
}
