/// A unit, with what it takes to tell it from others and to convert its values.
struct PhysicalUnit: Sendable, Hashable {
    /// The spelling for display: `m³/h`, `°C`, `µS/cm`.
    var symbol: String
    var dimension: UnitDimension
    /// (value + `offset`) × `factor` is the value in the coherent SI unit: 1000 for kW.
    var factor: Double
    /// In this unit: 273.15 for °C, 459.67 for °F.
    var offset: Double = 0
    /// What the dimension does not tell: a logarithm and its reference, gauge pressure, apparent
    /// power, RMS. Units convert only to those of the same kind.
    var kind: String?

    /// Whether both give the same number for the same quantity, however they are spelled.
    func isSame(as other: Self) -> Bool {
        guard let conversion = conversion(to: other) else { return false }
        return abs(conversion.factor - 1) < 1e-9 && abs(conversion.offset) < 1e-9
    }

    /// What turns a value of this unit into one of another: times the factor, plus the offset;
    /// `nil` where they do not measure the same quantity.
    func conversion(to other: Self) -> (factor: Double, offset: Double)? {
        guard dimension == other.dimension, kind == other.kind else { return nil }
        let factor = factor / other.factor
        return (factor, offset * factor - other.offset)
    }
}
