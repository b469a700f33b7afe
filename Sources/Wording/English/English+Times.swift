import Values

extension EnglishPhrases {
    /// A pattern as it is, a form that counts in words.
    func timePattern(_ pattern: String) -> String {
        switch TimeFormat.Form(rawValue: pattern) {
        case .epochSeconds: "seconds since 1970"
        case .epochMilliseconds: "milliseconds since 1970"
        case .epochMicroseconds: "microseconds since 1970"
        case .epochNanoseconds: "nanoseconds since 1970"
        case .excelSerial1900: "Excel day numbers (from 1900)"
        case .excelSerial1904: "Excel day numbers (from 1904)"
        case .macSeconds: "seconds since 1904 (LabVIEW, Macintosh)"
        case .fileTime: "Windows file times (since 1601)"
        case .dotNetTicks: ".NET ticks (since year 1)"
        case .matlabDays: "MATLAB day numbers"
        case .julianDay: "Julian days"
        case .modifiedJulianDay: "modified Julian days"
        default: pattern
        }
    }
}
