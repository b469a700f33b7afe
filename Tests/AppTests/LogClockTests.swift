import Testing

@testable import App

@Suite("The time of the log")
struct LogClockTests {
    @Test(
        "tell the time to the millisecond",
        arguments: [
            (0, "1970-01-01T00:00:00.000"), (1_700_000_000_007, "2023-11-14T22:13:20.007"),
            (1_700_000_000_070, "2023-11-14T22:13:20.070"),
            (1_700_000_059_999, "2023-11-14T22:14:19.999"),
            (1_709_164_800_500, "2024-02-29T00:00:00.500"),
        ])
    func time(milliseconds: Int, expected: String) {
        #expect(LogClock.text(milliseconds: milliseconds) == expected)
        #expect(LogClock.text(milliseconds: milliseconds) == expected)
    }
}
