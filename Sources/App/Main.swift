import Models

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@main
struct Main {
    static func main() {
        if CommandLine.arguments.dropFirst().first == InferenceWorker.hiddenArgument {
            exit(InferenceWorker.childMain(CommandLine.arguments))
        }
        print("perfmon")
    }
}
