import Reports
import Samples
import Testing
import Values

@testable import Wording

@Suite("What commands say")
struct CommandWordsTests {
    @Test("of a trained model: the page's sentences, then one line for each rule")
    func training() {
        let sample = Sample(.rich)
        let phrases = PlainPhrases(context: sample.context)
        let test = sample.backTest
        let lines = phrases.training(
            test, rows: 5_000, features: 12, horizon: 86_400, lead: nil, isChosen: true)
        #expect(lines.first == "5000 rows, 12 features")
        #expect(lines.contains("The horizon of 1 day was set by hand."))
        #expect(lines.contains(phrases.phrases.backTest(test).plain))
        #expect(lines.contains { $0.hasPrefix("This model") && $0.contains("precision 0.9") })
        #expect(lines.contains { $0.hasPrefix("Any error within the horizon: ") })
        #expect(!lines.contains { $0.hasPrefix("No alarms") })
        let life = phrases.training(
            test, rows: 5_000, features: 12, horizon: nil, lead: nil, isChosen: false)
        #expect(!life.contains { $0.contains("horizon of") || $0.contains("horizon is") })
    }

    @Test("of remaining life: errors are lengths, not seconds")
    func lives() {
        let sample = Sample(.rich)
        var test = BackTest(rows: 4_000)
        (test.rmse, test.naiveRMSE) = (14 * 86_400, 41 * 86_400)
        test.importance = [.init(BackTest.Source(.reading, "volt"), loss: 2 * 86_400)]
        let lines = PlainPhrases(context: sample.context).training(
            test, rows: 1, features: 1, horizon: nil, lead: nil, isChosen: false)
        #expect(lines.contains { $0.hasPrefix("This model: ") && $0.hasSuffix(" 14 days") })
        #expect(
            lines.contains { $0.hasPrefix("Mean life minus age: ") && $0.hasSuffix(" 41 days") })
        #expect(lines.contains { $0.hasSuffix(": volt 2 days") })
    }

    @Test(
        "of a wrong option: what was expected and what was found",
        arguments: [
            (
                .value(of: "--a", given: "x", expected: .oneOf(["b", "c", "d"])),
                "--a expects b, c or d, found “x”."
            ),
            (.value(of: "--a", given: "x", expected: .oneOf(["b"])), "--a expects b, found “x”."),
            (
                .value(of: "--unit", given: "x", expected: .assignment),
                "--unit expects COLUMN=VALUE, found “x”."
            ),
            (
                .value(of: "--quote", given: "xy", expected: .listed),
                "--quote expects a value from the list in perfmon --help, found “xy”."
            ),
            (
                .value(of: "--horizon", given: "x", expected: .horizon),
                "--horizon expects auto or a length such as 24h or 7d, found “x”."
            ),
            (.outOfRange(option: "--memory", given: "0"), "--memory is out of range: 0."),
            (
                .furtherWord(command: "serve", found: "x"),
                "serve takes no further arguments, found “x”."
            ),
            (.noTables(path: "a"), "a contains no .csv, .tsv or .txt file."),
            (
                .passwordLine(file: "users", line: 3, form: "name:key"),
                "users, line 3: expected name:key, as `perfmon password NAME` prints it."
            ),
            (
                .noPasswords(file: "users"),
                "users contains no user; `perfmon password NAME` prints a line for one."
            ),
        ] as [(UsageProblem, String)])
    func usage(problem: UsageProblem, sentence: String) {
        #expect(problem.sentence == sentence)
    }

    @Test("of numbers and files that cannot be used: whole sentences")
    func faults() {
        let phrases = PlainPhrases()
        #expect(
            phrases.fault(AnalysisError.tooFew(found: 1, needed: 2))
                == "At least 2 rows are needed, 1 found.")
        #expect(phrases.fault(FileProblem.missing, path: "a.csv") == "a.csv does not exist.")
        #expect(
            phrases.fault(ModelError.featureCount(expected: 1, found: 3))
                == "The model takes 1 feature, but 3 were given.")
    }
}
