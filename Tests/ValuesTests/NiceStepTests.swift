import Testing
import Values

@Suite("Steps that people read easily")
struct NiceStepTests {
    @Test(
        "the next of 1, 2, 5 times a power of ten",
        arguments: [
            (0.3, 0.5), (1, 1), (1.1, 2), (2, 2), (4.9, 5), (5.1, 10), (99, 100), (1_001, 2_000),
            (0.000_7, 0.001), (0, 1), (-3, 1), (.nan, 1), (.infinity, 1),
        ] as [(Double, Double)])
    func decimal(width: Double, expected: Double) {
        #expect(abs(NiceStep.decimal(atLeast: width) - expected) <= 1e-12 * expected)
    }

    @Test("seconds: never below what is asked, and a day at most")
    func seconds() {
        #expect(NiceStep.seconds(atLeast: 0.2) == 1)
        #expect(NiceStep.seconds(atLeast: 61) == 120)
        #expect(NiceStep.seconds(atLeast: 1e9) == 86_400)
        #expect(NiceStep.seconds.allSatisfy { 86_400.truncatingRemainder(dividingBy: $0) == 0 })
        #expect(NiceStep.seconds == NiceStep.seconds.sorted())
    }
}
