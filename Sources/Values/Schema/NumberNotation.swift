/// How the numbers of a column are written; decided per column, never per cell.
public struct NumberNotation: Sendable, Hashable, Codable {
    /// Whether the decimal sign is a comma.
    public var decimalComma: Bool
    /// ASCII code of the thousands separator (`,` `.` `'` or a space, which includes no-break
    /// spaces); `nil` without one.
    public var grouping: UInt8?
    /// Numbers that stand for a missing value, such as −9999.
    public var sentinels: [Double]
    /// Text directly behind each number, such as `%` or ` °C`; `nil` without one.
    public var suffix: String?
    /// Factors that convert numbers with another unit to the unit of `suffix`: `980 mA` among `1.02
    /// A`; `nil` where there is at most one unit.
    public var scales: [String: Double]?
    /// Characters of which one may follow a number to say how reliable it is (`12.3*`, `45s`);
    /// `nil` without such marks.
    public var marks: String?
    /// ASCII code of the sign between a number and a digit for its quality (`+0012,1`); `nil`
    /// without one.
    public var flagSign: UInt8?
    /// Whether all values are whole numbers.
    public var isInteger: Bool

    /// The default is a decimal point and nothing else.
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
