import Values

/// Does what asks a database; its faults become errors of loading.
func asking<Value>(_ work: () throws -> Value) throws -> Value {
    do { return try work() } catch let fault as SourceFault { throw LoadError.database(fault) }
}
