/// How the process that loads and runs models is started and limited.
public struct InferenceConfiguration: Sendable, Hashable {
    /// The program that is started: this program, or one whose `main` calls `InferenceWorker` in
    /// the same way.
    public var executable: String

    /// Where to look for the runtime's library.
    public var search: LibrarySearch

    /// The longest time for starting the process and opening the library.
    public var startDeadline: Duration = .seconds(20)

    /// The longest time for loading one model.
    public var loadDeadline: Duration = .seconds(10)

    /// The longest time for one run, or for one block of rows.
    public var runDeadline: Duration = .seconds(10)

    /// The address space of the process in bytes; macOS does not enforce it.
    public var memoryLimit: UInt64 = 3 << 30

    /// The size in bytes of the memory in which rows go over to the process and results come back;
    /// 0 for none. Only what is used of it is taken.
    public var sharedBytes = 8 << 20

    /// The number of models kept loaded; beyond it the one not used for longest is let go.
    public var keptModels = 8

    /// The default starts the running program again.
    public init(
        executable: String = InferenceConfiguration.currentExecutable,
        search: LibrarySearch = LibrarySearch()
    ) {
        self.executable = executable
        self.search = search
    }
}
