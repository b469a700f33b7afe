import Values

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension InferenceFault {
    /// The signal that ends a process which has used up its processor time.
    static let processorTimeSignal = SIGXCPU

    /// Whether words of the runtime or of the C++ library say that memory was refused.
    static func mentionsOutOfMemory(_ words: String) -> Bool {
        ["bad_alloc", "Failed to allocate memory", "AllocateRawInternal"].contains {
            words.contains($0)
        }
    }
}
