import CSystem
import Models

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A serving process, from the side of the supervisor that started it.
struct ServingChild {
    let identifier: pid_t
    private let start = ContinuousClock.now

    /// Starts this program again, with the words it was started with and what it inherits.
    init(_ arguments: [String], inheriting descriptors: [Int32]) throws(SystemFailure) {
        let copies = unsafe arguments.map { unsafe strdup($0) }
        defer { for index in unsafe copies.indices { unsafe free(copies[index]) } }
        var child: pid_t = 0
        let code = unsafe csystem_process_spawn_inheriting(
            InferenceConfiguration.currentExecutable, copies + [nil], descriptors,
            Int32(descriptors.count), &child)
        guard code == 0 else { throw SystemFailure(call: "spawn", errno: -code) }
        identifier = child
    }

    /// How long it has lived.
    var age: Duration { ContinuousClock.now - start }

    /// How it ended; `nil` while it runs. Tells so once.
    ///
    /// Where the supervisor is the first process of a container, what other processes have left
    /// behind becomes its children too; they are laid to rest by the way.
    func end() -> ChildEnd? {
        var (child, signal, status): (pid_t, Int32, Int32) = (0, 0, 0)
        while unsafe csystem_process_reap_any(&child, &signal, &status) == 1 {
            if child == identifier { return signal == 0 ? .exited(status) : .signal(signal) }
        }
        return nil
    }

    func send(_ signal: Int32) { _ = kill(identifier, signal) }
}
