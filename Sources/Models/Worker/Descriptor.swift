#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A call of the system failed.
struct SystemError: Error, Sendable, Hashable {
    let errno: Int32
}

/// An open file descriptor, closed at the end of its life.
struct Descriptor: ~Copyable {
    let number: Int32

    deinit {
        close(number)
    }
}

/// Both ends of a pipe.
struct Pipe: ~Copyable {
    let read: Descriptor
    let write: Descriptor

    init() throws(SystemError) {
        let ends = try WorkerCalls.pipe()
        read = Descriptor(number: ends.read)
        write = Descriptor(number: ends.write)
    }

    consuming func takeRead() -> Descriptor { read }

    consuming func takeWrite() -> Descriptor { write }
}
