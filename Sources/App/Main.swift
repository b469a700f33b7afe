import Models

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@main
struct Main {
    static func main() async {
        // A model's process is this program started again; it never reads options.
        if CommandLine.arguments.dropFirst().first == InferenceWorker.hiddenArgument {
            exit(InferenceWorker.childMain(CommandLine.arguments))
        }
        // So is the process that walks through a made-up fleet.
        if CommandLine.arguments.dropFirst().first == FleetWalk.hiddenArgument {
            exit(await FleetWalk.childMain(CommandLine.arguments))
        }
        do {
            exit(await Commands.run(try Configuration.fromProcess()))
        } catch {
            print("perfmon: \(error.sentence)", to: &Output.standardError)
            exit(2)
        }
    }
}
