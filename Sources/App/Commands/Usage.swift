#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What the process has used so far.
enum Usage {
    private static var usage: rusage {
        var usage = rusage()
        #if canImport(Glibc)
            _ = unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        #else
            _ = unsafe getrusage(RUSAGE_SELF, &usage)
        #endif
        return usage
    }

    /// User and system time of all threads.
    static var cpuSeconds: Double {
        let now = usage
        return Double(now.ru_utime.tv_sec + now.ru_stime.tv_sec)
            + Double(now.ru_utime.tv_usec + now.ru_stime.tv_usec) / 1e6
    }

    /// Limits the address space from here on, where the system enforces it; the program dies when
    /// it asks for more.
    static func limitMemory(_ bytes: rlim_t) {
        var limit = rlimit(rlim_cur: bytes, rlim_max: bytes)
        #if canImport(Glibc)
            _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
        #else
            _ = unsafe setrlimit(RLIMIT_AS, &limit)
        #endif
    }

    /// The highest resident size so far.
    static var peakMegabytes: Double {
        #if canImport(Darwin)
            Double(usage.ru_maxrss) / 1_048_576
        #else
            Double(usage.ru_maxrss) / 1_024
        #endif
    }
}
