import Testing
import Values

@testable import Telemetry

@Suite("Natural order")
struct RollupNaturalOrderTests {
    @Test("Numbers in names count as numbers")
    func numbers() {
        let sorted = [
            "1", "2", "10", "09a", "machine 2", "Machine 10", "machine 010", "R02-M1-N0",
            "R02-M1-N10", "é1", "é12", "станок 3", "станок 21",
        ]
        let shuffled = Array(sorted.reversed())
        let order = NaturalOrder.order(shuffled).map { shuffled[$0] }
        #expect(
            order == [
                "1", "2", "09a", "10", "machine 2", "Machine 10", "machine 010", "R02-M1-N0",
                "R02-M1-N10", "é1", "é12", "станок 3", "станок 21",
            ])
    }

    @Test("The order is total: of two different texts exactly one precedes")
    func total() {
        var generator = TestGenerator(seed: 3)
        let texts = (0..<300).map { _ in
            String((0..<4).map { _ in "aA0192é".randomElement(using: &generator) ?? "a" })
        }
        for (left, right) in zip(texts, texts.dropFirst()) where left != right {
            #expect(NaturalOrder.precedes(left, right) != NaturalOrder.precedes(right, left))
        }
        #expect(!NaturalOrder.precedes("a", "a"))
        let numbers = ["99999999999999999999999", "100000000000000000000000"]
        #expect(NaturalOrder.order(numbers) == [0, 1])
    }

    @Test(
        "A stem is a path's last part without its ending",
        arguments: [
            ("a/b/train_FD001.txt", "train_FD001"), ("x.y.csv", "x.y"), ("noending", "noending"),
            (".hidden", ".hidden"), ("", ""),
        ])
    func stems(path: String, stem: String) {
        #expect(RollupFile.stem(path) == stem)
    }

    @Test("Units without a name are called by their row; a prefix sets devices apart")
    func deviceNames() {
        var file = RollupFile(name: "plant/a.csv", schema: Fixture.schema(device: .eachRow(nil)))
        #expect(file.deviceName("", row: 4) == "5")
        file.devicePrefix = "a"
        #expect(file.deviceName("7", row: 0) == "a / 7")
        let single = RollupFile(name: "plant/a.csv", schema: Fixture.schema(device: .fileName))
        #expect(single.deviceName("", row: 4) == "a")
    }
}
