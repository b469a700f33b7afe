import Reports
import Values
import Wording

extension Shapes {
    /// Stretches that are like a given one.
    static let similar: Shape<SimilarStretches> = .object(
        "Similar", "The stretches of all devices that are most like a given one.",
        [
            .field("device", "The device of the given stretch.", device) { $0.device },
            .moment("from", "Where the stretch begins, as it was compared.") { $0.from },
            .moment("to", "Where it ends.") { $0.to },
            .field("measure", "level: shape and level; shape: the shape alone.", .choice) {
                $0.measure
            },
            .list("metrics", "The readings that were compared.", metric) { $0.metrics },
            .text("outcome", "alike, ordinary, nothing, tooShort, noReadings or noOther.") {
                $0.outcomeName
            },
            .count("alike", "How many of the matches are alike and nearer than chance.") {
                $0.alike.count
            },
            .sentence("sentence", "What was found.") { $1.phrases.similar($0).say.plain },
            .list("matches", "The nearest stretches, the nearest first, at most 20.", match) {
                $0.matches
            },
            .count("compared", "How many stretches were compared.") { $0.compared },
            .number("median", "The distance that half of them do not exceed.") { $0.median },
            .number("limit", "Up to this distance a match is alike; below 0 none would be.") {
                $0.limit
            },
            .number("step", "Length of the steps that were compared.") { $0.step },
            .number("within", "How long after its end an event is a sequel.") { $0.within },
            .optional("drawn", "The reading of the courses.", metric) { $0.drawn },
            .numbers("course", "It by step, less the device's usual value.") { $0.course },
        ])

    private static let match: Shape<SimilarStretches.Match> = .object(
        "SimilarMatch", "A stretch that is like the given one.",
        [
            .field("device", "The device.", device) { $0.device },
            .moment("from", "Where it begins.") { $0.from },
            .moment("to", "Where it ends.") { $0.to },
            .number("distance", "How unlike it is; 0 for the same course.") { $0.distance },
            .number("share", "The share of all stretches that are as near.") { $0.share },
            .optionalText("sequel", "failure, repair or nothing; null where not known.") {
                switch $0.sequel {
                case .failure: "failure"
                case .repair: "repair"
                case .nothing: "nothing"
                case nil: nil
                }
            },
            .optional("code", "The code of the sequel.", code) {
                switch $0.sequel {
                case .failure(let code, _), .repair(let code, _): code
                case .nothing, nil: nil
                }
            },
            .number("after", "How long after the beginning it came.") {
                switch $0.sequel {
                case .failure(_, let after), .repair(_, let after): after
                case .nothing, nil: nil
                }
            },
            .list("errors", "Errors up to the end of the horizon.", errorCount) { $0.errors },
            .numbers("course", "As that of the given one; empty behind the first five.") {
                $0.course
            },
        ])

    private static let errorCount: Shape<SimilarStretches.ErrorCount> = .object(
        "ErrorCount", "Errors of one code.",
        [
            .field("code", "The code.", code) { $0.code },
            .count("count", "How many there were.") { $0.count },
        ])
}

extension SimilarStretches {
    fileprivate var outcomeName: String {
        switch outcome {
        case .alike: "alike"
        case .ordinary: "ordinary"
        case .nothing: "nothing"
        case .tooShort: "tooShort"
        case .noReadings: "noReadings"
        case .noOther: "noOther"
        }
    }
}
