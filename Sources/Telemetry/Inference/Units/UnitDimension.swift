/// The powers of base quantities in a unit: those of the SI (ISO 80000-1), and angle and data,
/// which count as plain numbers in the SI but must not be mixed with these.
struct UnitDimension: Sendable, Hashable {
    /// In the order length, mass, time, current, temperature, amount, light, angle, data.
    private var powers = SIMD16<Int8>()

    private init(_ place: Int) { powers[place] = 1 }
    private init() {}

    static let none = Self()
    static let length = Self(0)
    static let mass = Self(1)
    static let time = Self(2)
    static let current = Self(3)
    static let temperature = Self(4)
    static let amount = Self(5)
    static let light = Self(6)
    static let angle = Self(7)
    static let data = Self(8)

    static let area = length * length
    static let volume = area * length
    static let speed = length / time
    static let frequency = none / time
    static let force = mass * speed / time
    static let pressure = force / area
    static let energy = force * length
    static let power = energy / time
    static let charge = current * time
    static let voltage = power / current
    static let resistance = voltage / current
    static let flux = voltage * time

    static func * (left: Self, right: Self) -> Self {
        var result = left
        result.powers &+= right.powers
        return result
    }

    static func / (left: Self, right: Self) -> Self {
        var result = left
        result.powers &-= right.powers
        return result
    }

    /// The dimension of the unit to a power.
    func raised(to exponent: Int) -> Self {
        var result = self
        result.powers &*= SIMD16(repeating: Int8(truncatingIfNeeded: exponent))
        return result
    }
}
