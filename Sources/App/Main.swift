import Models
import Wording

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@main
struct Main {
    static func main() async {
        // The processes that run models, unpack, learn, draw, serve, and walk through a made-up fleet are
        // this program again.
        let words = CommandLine.arguments
        switch words.dropFirst().first {
        case InferenceWorker.hiddenArgument: exit(InferenceWorker.childMain(words))
        case UnpackWorker.hiddenArgument: exit(UnpackWorker.childMain(words))
        case LearnWorker.hiddenArgument: exit(LearnWorker.childMain(words))
        case Inheritance.hiddenArgument: exit(await ServingProcess.main(words))
        case DrawingWorker.hiddenArgument: exit(DrawingWorker.childMain(words))
        case FleetWalk.hiddenArgument: exit(await FleetWalk.childMain(words))
        default: break
        }
        do {
            exit(await Commands.run(try .fromProcess(Array(words.dropFirst()))))
        } catch {
            print("perfmon: \(error.sentence)", to: &Output.standardError)
            exit(2)
        }
    }
}
