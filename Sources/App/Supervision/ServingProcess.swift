/// `perfmon serve` as a supervisor starts it: on open sockets, with a journal.
enum ServingProcess {
    /// Serves and gives the exit status.
    ///
    /// - Parameter words: all words of the process, ``Inheritance/hiddenArgument`` after its name.
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
