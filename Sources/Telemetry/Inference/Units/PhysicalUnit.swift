/// A unit with what is needed to tell it from others and to convert its values.
struct PhysicalUnit: Sendable, Hashable {
    /// The spelling for display: `m³/h`, `°C`, `µS/cm`.
    var symbol: String
    var dimension: UnitDimension
    /// A value times this is the value in the coherent unit of the dimension: 1000 for kW.
    var factor: Double
    /// What is added before the factor, in this unit: 273.15 for °C, 459.67 for °F.
    var offset: Double = 0
    /// What the dimension alone does not tell: a logarithm and its reference, pressure above that
    /// of the air, apparent power, a root mean square. Such units are converted only to units of
    /// the same kind.
    var kind: String?

    /// Whether both give the same number for the same thing, however they are spelled.
    func isSame(as other: Self) -> Bool {
        guard let conversion = conversion(to: other) else { return false }
        return abs(conversion.factor - 1) < 1e-9 && abs(conversion.offset) < 1e-9
    }

    /// What turns a value of this unit into one of another: times the factor, plus the offset.
    ///
    /// `nil` where the two do not measure the same quantity.
    func conversion(to other: Self) -> (factor: Double, offset: Double)? {
        guard dimension == other.dimension, kind == other.kind else { return nil }
        let factor = factor / other.factor
        return (factor, offset * factor - other.offset)
    }
}
