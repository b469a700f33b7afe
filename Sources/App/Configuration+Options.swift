import Foundation
import Pipeline
import Telemetry

extension Configuration {
    /// How files are read.
    var readOptions: ReadOptions { ReadOptions(timeZone: timeZone) }

    /// How data sets are loaded.
    var loadOptions: LoadOptions {
        LoadOptions(
            reading: readOptions, isTimeZoneStated: isTimeZoneStated, memory: memory)
    }
}
