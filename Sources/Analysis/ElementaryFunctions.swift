#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Functions of the C library under names of their own: in an extension of a type with a member of
/// the same name, `log` or `exp` would mean the member.
enum ElementaryFunctions {
    static func exponential(_ x: Double) -> Double { exp(x) }
    static func sine(_ x: Double) -> Double { sin(x) }
    static func cosine(_ x: Double) -> Double { cos(x) }
    static func logarithm(_ x: Double) -> Double { log(x) }
    static func logarithm(onePlus x: Double) -> Double { log1p(x) }
    static func power(_ x: Double, _ exponent: Double) -> Double { pow(x, exponent) }
    static func hyperbolicTangent(_ x: Double) -> Double { tanh(x) }
    static func binaryLogarithm(_ x: Double) -> Double { log2(x) }
    static func decimalLogarithm(_ x: Double) -> Double { log10(x) }
}
