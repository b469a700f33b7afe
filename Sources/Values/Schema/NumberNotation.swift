/// How the numbers of one column are written; decided once per column, never per cell.
public struct NumberNotation: Sendable, Hashable, Codable {
    /// The decimal sign is a comma.
    public var decimalComma: Bool
    /// The thousands sign's ASCII code (`,` `.` `'` or a space, which also stands for no-break spaces).
    public var grouping: UInt8?
    /// A number that stands for a missing value, such as −9999.
    public var sentinels: [Double]
    /// Text glued behind the number, such as `%` or ` °C`.
    public var suffix: String?
    /// By which factor numbers with another unit of the same kind behind them are brought to that of
    /// `suffix`: `980 mA` among `1.02 A`. `nil`: there is one unit at most.
    public var scales: [String: Double]?
    /// Signs and letters of which one may be glued behind a number to say how far it can be trusted
    /// (`12.3*`, `45s`); `nil`: none.
    public var marks: String?
    /// The sign between a number and one digit about its quality (`+0012,1`); `nil`: none.
    public var flagSign: UInt8?
    /// All values are whole numbers.
    public var isInteger: Bool

    /// Makes a format; the default is a decimal point and nothing else.
    public init(
        decimalComma: Bool = false, grouping: UInt8? = nil, sentinels: [Double] = [],
        suffix: String? = nil, scales: [String: Double]? = nil, marks: String? = nil,
        flagSign: UInt8? = nil,
        isInteger: Bool = false
    ) {
        self.decimalComma = decimalComma
        self.grouping = grouping
        self.sentinels = sentinels
        self.suffix = suffix
        self.scales = scales
        self.marks = marks
        self.flagSign = flagSign
        self.isInteger = isInteger
    }
}
