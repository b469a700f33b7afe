import Values

extension RussianPhrases {
    /// A pattern as it is, a form that counts in words.
    func timePattern(_ pattern: String) -> String {
        switch TimeFormat.Form(rawValue: pattern) {
        case .epochSeconds: "секунды с 1970 года"
        case .epochMilliseconds: "миллисекунды с 1970 года"
        case .epochMicroseconds: "микросекунды с 1970 года"
        case .epochNanoseconds: "наносекунды с 1970 года"
        case .excelSerial1900: "номера дней Excel (с 1900 года)"
        case .excelSerial1904: "номера дней Excel (с 1904 года)"
        case .macSeconds: "секунды с 1904 года (LabVIEW, Macintosh)"
        case .fileTime: "время файлов Windows (с 1601 года)"
        case .dotNetTicks: "такты .NET (с 1 года)"
        case .matlabDays: "номера дней MATLAB"
        case .julianDay: "юлианские дни"
        case .modifiedJulianDay: "модифицированные юлианские дни"
        default: pattern
        }
    }
}
