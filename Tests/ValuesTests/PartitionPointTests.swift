import Testing

@testable import Values

@Suite("The place where a condition ends")
struct PartitionPointTests {
    @Test("is found wherever it lies, also before and behind a range", arguments: 0...9)
    func found(place: Int) {
        for range in [0..<9, 3..<7, 5..<5, -4..<20] {
            let expected = min(max(place, range.lowerBound), range.upperBound)
            #expect(range.partitionPoint { $0 < place } == expected)
        }
    }

    @Test("takes few looks")
    func looks() {
        var looks = 0
        _ = (0..<1_000_000).partitionPoint {
            looks += 1
            return $0 < 700_001
        }
        #expect(looks <= 20)
    }

    @Test("Numbers are filled up with zeros, and never cut")
    func padded() {
        #expect(7.padded(to: 3) == "007")
        #expect(1_234.padded(to: 3) == "1234")
        #expect(0.padded(to: 0) == "0")
    }
}
