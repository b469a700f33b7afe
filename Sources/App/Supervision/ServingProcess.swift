/// `perfmon serve` as a supervisor starts it: on sockets that are open already, with a journal.
enum ServingProcess {
    /// The exit status.
    ///
    /// - Parameter words: all words of the process; ``Inheritance/hiddenArgument`` is the first
    ///   after its name.
    static func main(_ words: [String]) async -> Int32 {
        do {
            let inheritance = try Inheritance(words)
            let configuration = try Configuration.fromProcess(Inheritance.configured(words))
            return await ServeCommand(
                configuration: configuration, log: Log(level: configuration.logLevel),
                inheritance: inheritance
            ).run()
        } catch {
            ServeCommand.report(error)
            return 1
        }
    }
}
