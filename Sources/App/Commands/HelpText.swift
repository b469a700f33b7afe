/// The text of `perfmon --help`.
enum HelpText {
    static var text: String {
        let options = Option.all.map { option in
            let flag = "\(option.flag) \(option.value)"
            let space = String(repeating: " ", count: max(1, 26 - flag.count))
            return "  \(flag)\(space)\(option.text)"
        }
        return """
            perfmon \(Configuration.version): a dashboard for fleets of devices, from CSV files.

            perfmon [serve]                            listen and show the dashboard
            perfmon load [--json] [--cells] FILE...    read files, print the report and the schema
            perfmon detect --in DIR --out DIR [--mode offline|live]
                                                       anomalies per row, one CSV per file
            perfmon episodes --in FOLDER [--each-file] [--live]
                                                       what is wrong in a set (or in each file by
                                                       itself), since when, as JSON; a running server
                                                       answers it at /api/v1/sets/SET/episodes
            perfmon causes --in FILE [--at TIME] [--device NAME] [--json]
                                                       which signal a fault noticed at a time began
                                                       with, and what moved in which order
            perfmon model run MODEL.onnx --feeds FILE.json
                                                       run a model on given inputs
            perfmon report --set SET|--in FOLDER [--period day|week|month|quarter] [--from TIME] [--to TIME]
                           [--device NAME] [--format html|md|pdf] [--lang en|ru] [--out FILE]
                                                       a report for reading away from the screen; the
                                                       ending of FILE names the format too
            perfmon train --task failure|rul|anomaly --in DIR --out MODEL.onnx
                          [--horizon auto|24h] [--until TIME]
                                                       learn a model from a data set
            perfmon predict --model MODEL.onnx --in DIR --out CSV
                                                       what a learned model says of a data set
            perfmon export-set NAME --out FILE.zip     a set with corrections, notes and models, for another
                                                       machine or a backup
            perfmon import-set FILE.zip [--as NAME]    take such a set in; existing ones are never overwritten
            perfmon password NAME                      read a password, print its line for --auth-file
            perfmon token NAME [--access read|write]   make a token for a program, print its line for
                                                       --auth-file
            perfmon source add NAME --address URL --tables [DATABASE.]TABLE,... [--database NAME] [--user NAME]
                               [--password-variable NAME|--password-file FILE]
                                                       tables of ClickHouse as a data set, after a check
            perfmon source check NAME | list | remove NAME
                                                       what the database says, and how columns are understood
            perfmon source rollups NAME [--fine]       statements by which the database keeps sums by one and six
                                                       hours, with --fine also by five minutes
            perfmon push FILE... --source NAME|--address URL [--into [DATABASE.]TABLE] [--database NAME] [--user NAME]
                         [--password-variable NAME|--password-file FILE]
                                                       write the rows of files into tables, each row once
            perfmon push --statements FILE... [--cluster NAME] [--database NAME] [--into TABLE]
                                                       statements that make these tables, on each server
            perfmon sample                             write the sample fleet into data/raw
            perfmon bench CASE                         time a part, as JSON lines
            perfmon --help | --version

            \(Configuration.loadFlags)

            serve keeps the port open in a small parent process and serves in a child, which is started again
            when it crashes. SIGTERM or SIGINT to the parent stops both (exit status 0), a second one at once
            (128 + its number). Exit status 1: it could not start; 2: a wrong option. A data set over which it
            crashed twice is set aside until its files change or somebody tries it again on the Import page.

            Options, also as environment variables (--port is PERFMON_PORT):
            \(options.joined(separator: "\n"))
            """
    }
}
