import Testing

@testable import Values

/// What has no whole number still has an answer.
@Suite("Whole numbers")
struct WholeNumbersTests {
    @Test("keep the whole part, and take the nearest limit beyond")
    func clamping() {
        #expect(Int(clamping: 2.9) == 2)
        #expect(Int(clamping: -2.9) == -2)
        #expect(Int(clamping: -0.0) == 0)
        #expect(Int(clamping: 1e300) == .max)
        #expect(Int(clamping: -1e300) == .min)
        #expect(Int(clamping: 0x1p63) == .max)
        #expect(Int(clamping: -0x1p63) == .min)
        #expect(Int(clamping: (0x1p63).nextDown) == 0x7FFF_FFFF_FFFF_FC00)
        #expect(Int32(clamping: 3e9) == .max)
        #expect(UInt(clamping: -1.0) == 0)
        #expect(UInt(clamping: -0.5) == 0)
        #expect(Int(clamping: Float(7.5)) == 7)
    }

    @Test("of what is no number are limits and 0")
    func notFinite() {
        #expect(Int(clamping: Double.infinity) == .max)
        #expect(Int(clamping: -Double.infinity) == .min)
        #expect(Int(clamping: Double.nan) == 0)
        #expect(UInt(clamping: -Double.infinity) == 0)
    }

    @Test("of integers stay those of the standard library")
    func integers() {
        #expect(Int32(clamping: Int.max) == .max)
        #expect(UInt8(clamping: -3) == 0)
    }

    @Test("that point into a list lie within it, or are none")
    func places() {
        #expect((2.9).place(in: 5) == 2)
        #expect((-7.0).place(in: 5) == 0)
        #expect((5.0).place(in: 5) == 4)
        #expect(Double.infinity.place(in: 5) == 4)
        #expect((-Double.infinity).place(in: 5) == 0)
        #expect(Double.nan.place(in: 5) == nil)
        #expect((0.0).place(in: 0) == nil)
    }
}
