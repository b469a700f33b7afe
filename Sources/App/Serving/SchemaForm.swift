import HTTP
import Telemetry

/// Reads a corrected schema out of the form of the Import page.
///
/// Fields are `role.N`, `unit.N` for column N, `eventKind` and `timeZone`. What stays as it was
/// guessed is no correction.
struct SchemaForm {
    let form: QueryItems
    let columns: [ColumnSchema]

    var correction: SchemaCorrection {
        var correction = SchemaCorrection()
        for column in columns {
            if let role = form["role.\(column.index)"].flatMap(ColumnRole.init),
                role != column.role || column.reason == .corrected
            {
                correction.roles[column.name] = role
            }
            if let unit = form["unit.\(column.index)"], unit != (column.unit ?? "") {
                correction.units[column.name] = String(unit.prefix(40))
            }
        }
        correction.eventKind = form["eventKind"].flatMap(EventKind.init)
        if let zone = form["timeZone"], !zone.isEmpty { correction.timeZone = zone }
        return correction
    }
}
