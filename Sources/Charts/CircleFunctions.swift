#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Sine and cosine of parts of a turn.
enum CircleFunctions {
    static func sineAndCosine(turns: Double) -> (sine: Double, cosine: Double) {
        let angle = turns * 2 * .pi
        return (sin(angle), cos(angle))
    }
}
