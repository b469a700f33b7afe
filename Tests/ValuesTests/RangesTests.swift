import Testing

@testable import Values

/// Ranges of whatever was computed.
@Suite("Ranges")
struct RangesTests {
    @Test("run from the lower to the upper bound, or are none")
    func fromTo() {
        #expect(ClosedRange(from: 1.0, to: 2) == 1...2)
        #expect(ClosedRange(from: 2.0, to: 2) == 2...2)
        #expect(ClosedRange(from: 3.0, to: 2) == nil)
        #expect(ClosedRange(from: .nan, to: 2.0) == nil)
        #expect(ClosedRange(from: 2.0, to: .nan) == nil)
        #expect(ClosedRange(from: -Double.infinity, to: .infinity) != nil)
        #expect(ClosedRange(from: 4, to: 3) == nil)
    }

    @Test("between two bounds do not ask which is the lower one")
    func between() {
        #expect(ClosedRange(between: 3.0, and: 2) == 2...3)
        #expect(ClosedRange(between: 2.0, and: 3) == 2...3)
        #expect(ClosedRange(between: Double.nan, and: 2) == nil)
        #expect(ClosedRange(between: 2, and: Double.nan) == nil)
    }

    @Test("at one bound are none at NaN")
    func at() {
        #expect(ClosedRange(at: 2.0) == 2...2)
        #expect(ClosedRange(at: Double.nan) == nil)
    }

    @Test("up to a bound are none where it lies below")
    func upTo() {
        #expect(Range(from: 1, upTo: 3) == 1..<3)
        #expect(Range(from: 3, upTo: 3)?.isEmpty == true)
        #expect(Range(from: 3, upTo: 1) == nil)
        #expect(Range(from: 1.0, upTo: .nan) == nil)
    }

    @Test("unite to the least range that holds both")
    func union() {
        #expect((1...2).union(5...9) == 1...9)
        #expect((1...9).union(3...4) == 1...9)
    }
}
