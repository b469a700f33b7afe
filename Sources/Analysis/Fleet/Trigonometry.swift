#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Sine and cosine, kept apart from the rest so that one file alone imports the C library for them.
enum Trigonometry {
    static func sine(_ x: Double) -> Double { sin(x) }
    static func cosine(_ x: Double) -> Double { cos(x) }
}
