import CSystem

/// Memory that the program and its worker both see: rows go over and results come back in it
/// without a copy through a pipe.
///
/// Its size is sealed. The worker is not trusted: whatever it writes there is read as plain
/// numbers, in places and lengths that the program itself computes.
@safe final class SharedMemory {
    /// Its size in bytes.
    let count: Int

    /// The descriptor to give to a child; -1 in the child itself.
    let descriptor: Int32
    private let start: UnsafeMutableRawPointer

    /// Makes memory; nil where the system has none that can be sealed.
    init?(bytes: Int) {
        var memory: UnsafeMutableRawPointer?
        let made = unsafe csystem_shared_create(bytes, &memory)
        guard made >= 0, let memory = unsafe memory else { return nil }
        descriptor = made
        count = bytes
        unsafe start = memory
    }

    /// Maps what the parent gave to the child; nil where it gave nothing.
    init?(inheritedBytes bytes: Int) {
        var memory: UnsafeMutableRawPointer?
        guard bytes > 0,
            unsafe csystem_shared_map(Int32(CSYSTEM_SHARED_DESCRIPTOR), bytes, &memory) == 0,
            let memory = unsafe memory
        else { return nil }
        descriptor = -1
        count = bytes
        unsafe start = memory
    }

    deinit {
        unsafe csystem_shared_unmap(start, count)
        if descriptor >= 0 { csystem_shared_close(descriptor) }
    }

    /// Copies numbers to the beginning; they must fit.
    func write(_ numbers: ArraySlice<Float>) {
        precondition(numbers.count <= count / 4, "more numbers than the memory holds")
        unsafe numbers.withUnsafeBytes { source in
            guard let first = source.baseAddress else { return }
            unsafe start.copyMemory(from: first, byteCount: source.count)
        }
    }

    /// Copies numbers out; the range must lie within.
    func append(_ numbers: Range<Int>, to list: inout [Float]) {
        precondition(
            numbers.lowerBound >= 0 && numbers.upperBound <= count / 4,
            "numbers beyond the memory")
        let from = unsafe start.assumingMemoryBound(to: Float.self) + numbers.lowerBound
        unsafe list.append(contentsOf: UnsafeBufferPointer(start: from, count: numbers.count))
    }

    /// The address of some numbers; nil where they do not all lie within.
    func place(of numbers: Range<Int>) -> UnsafeMutableRawPointer? {
        guard numbers.lowerBound >= 0, numbers.upperBound <= count / 4 else { return nil }
        return unsafe start + numbers.lowerBound * 4
    }
}
