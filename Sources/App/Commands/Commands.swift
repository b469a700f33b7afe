/// Runs the command that the configuration names.
enum Commands {
    /// Gives the exit status.
    static func run(_ configuration: Configuration) async -> Int32 {
        switch configuration.command {
        case .serve:
            let command = ServeCommand(
                configuration: configuration, log: Log(level: configuration.logLevel))
            return configuration.isSupervised ? command.supervise() : await command.run()
        case .load(let files, let json, let cells):
            return OpenedLoad(
                command: LoadCommand(
                    files: files, json: json, cells: cells, options: configuration.readOptions,
                    correction: configuration.correction)
            ).run()
        case .detect(let input, let output, let isLive):
            return DetectCommand(
                input: input, output: output, isLive: isLive, options: configuration.readOptions
            ).run()
        case .episodes(let input, let eachFile, let isLive):
            return EpisodesCommand(
                input: input, eachFile: eachFile, isLive: isLive, configuration: configuration
            ).run()
        case .causes(let request):
            return CausesCommand(request: request, configuration: configuration).run()
        case .modelRun(let model, let feeds):
            return ModelCommand(
                model: model, feeds: feeds, options: configuration.inference
            ).run()
        case .train(let request):
            return TrainCommand(request: request, configuration: configuration).run()
        case .predict(let model, let input, let output):
            return PredictCommand(
                model: model, input: input, output: output, configuration: configuration
            ).run()
        case .report(let request):
            return ReportCommand(request: request, configuration: configuration).run()
        case .password(let name): return PasswordCommand(name: name).run()
        case .token(let name, let access): return TokenCommand(name: name, access: access).run()
        case .exportSet(let name, let output):
            return MoveCommand(data: configuration.data).export(name, to: output)
        case .importSet(let file, let name):
            return MoveCommand(data: configuration.data).take(file, as: name)
        case .source(let request):
            return SourceCommand(request: request, data: configuration.data).run()
        case .push(let request):
            return PushCommand(
                request: request, data: configuration.data, options: configuration.readOptions,
                correction: configuration.correction
            ).run()
        case .sample: return SampleCommand(data: configuration.data).run()
        case .bench(let words):
            return await BenchCommand(words: words, options: configuration.inference).run()
        case .help:
            print(HelpText.text)
            return 0
        case .version:
            print("perfmon \(Configuration.version)")
            return 0
        }
    }
}
