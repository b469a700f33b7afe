import Testing
import Values
@testable import Telemetry

@Suite("Addresses of machines")
struct AddressTests {
    @Test(
        "are no times of day, whatever their numbers",
        arguments: ["10.20.1.11", "10.12.1.10", "10.20.30.40"])
    func addresses(_ text: String) {
        #expect(TimestampParser(.timeOfDay).parse(Array(text.utf8).span) == nil)
    }

    @Test("A clock with points is one", arguments: ["10.20", "10.20.30", "10:20:30.5"])
    func clocks(_ text: String) {
        #expect(TimestampParser(.timeOfDay).parse(Array(text.utf8).span) != nil)
    }
}
