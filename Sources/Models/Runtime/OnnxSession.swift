import COnnxRuntime

/// A model that the runtime has loaded.
@safe final class OnnxSession {
    let description: SessionDescription
    let runtime: OnnxRuntime
    let session: OpaquePointer

    /// Loads a model from the bytes of its file.
    ///
    /// - Throws: `OnnxRuntimeError` when the runtime refuses it. A bad model may instead end the
    ///   process or never return.
    init(_ runtime: OnnxRuntime, model: [UInt8]) throws {
        let api = runtime.api
        let options = unsafe try runtime.sessionOptions()
        defer { unsafe api.options_release(options) }
        let session = unsafe try model.withUnsafeBytes { bytes in
            unsafe try api.object {
                unsafe api.session_create(
                    runtime.environment, bytes.baseAddress, bytes.count, options, $0)
            }
        }
        do {
            description = unsafe try runtime.describe(session)
        } catch {
            unsafe api.session_release(session)
            throw error
        }
        self.runtime = runtime
        unsafe self.session = unsafe session
    }

    deinit {
        unsafe runtime.api.session_release(session)
    }

    /// Runs the model on tensors by input name; returns the named outputs, or all when none is
    /// named.
    ///
    /// - Throws: `OnnxRuntimeError`, also for a name that the model does not have.
    func run(_ feeds: [OnnxFeed], outputs: [String]) throws -> [OnnxNamedValue] {
        let names = outputs.isEmpty ? description.outputs.map(\.name) : outputs
        let api = runtime.api
        var inputs: [OpaquePointer?] = unsafe []
        defer { for index in unsafe inputs.indices { unsafe api.value_release(inputs[index]) } }
        for feed in feeds {
            unsafe inputs.append(try runtime.makeValue(feed.tensor))
        }
        var results = unsafe [OpaquePointer?](repeating: nil, count: names.count)
        defer { for index in unsafe results.indices { unsafe api.value_release(results[index]) } }
        unsafe try withCStrings(feeds.map(\.name)) { inputNames in
            unsafe try withCStrings(names) { outputNames in
                unsafe try api.check(
                    api.session_run(
                        session, nil, inputNames, inputs, inputs.count, outputNames,
                        names.count, &results))
            }
        }
        return unsafe try zip(names, results).map { name, result in
            unsafe OnnxNamedValue(name: name, value: try runtime.readValue(result))
        }
    }
}

extension OnnxRuntime {
    /// Reads names, types and metadata of a session.
    fileprivate func describe(_ session: OpaquePointer) throws -> SessionDescription {
        let inputCount: Int = unsafe try api.number { unsafe api.session_input_count(session, $0) }
        let outputCount: Int = unsafe try api.number {
            unsafe api.session_output_count(session, $0)
        }
        let inputs = try (0..<inputCount).map { index in
            let name = unsafe try api.text(allocator) {
                unsafe api.session_input_name(session, index, allocator, $0)
            }
            let type = unsafe try api.object { unsafe api.session_input_type(session, index, $0) }
            return OnnxPort(name: name ?? "", type: unsafe try readAndReleaseType(type))
        }
        let outputs = try (0..<outputCount).map { index in
            let name = unsafe try api.text(allocator) {
                unsafe api.session_output_name(session, index, allocator, $0)
            }
            let type = unsafe try api.object {
                unsafe api.session_output_type(session, index, $0)
            }
            return OnnxPort(name: name ?? "", type: unsafe try readAndReleaseType(type))
        }
        return unsafe try describe(session, inputs: inputs, outputs: outputs)
    }

    private func describe(
        _ session: OpaquePointer, inputs: [OnnxPort], outputs: [OnnxPort]
    ) throws -> SessionDescription {
        let metadata = unsafe try api.object { unsafe api.session_metadata(session, $0) }
        defer { unsafe api.metadata_release(metadata) }
        let producer = unsafe try api.text(allocator) {
            unsafe api.metadata_producer(metadata, allocator, $0)
        }
        let graphName = unsafe try api.text(allocator) {
            unsafe api.metadata_graph_name(metadata, allocator, $0)
        }
        let domain = unsafe try api.text(allocator) {
            unsafe api.metadata_domain(metadata, allocator, $0)
        }
        let summary = unsafe try api.text(allocator) {
            unsafe api.metadata_description(metadata, allocator, $0)
        }
        return SessionDescription(
            inputs: inputs, outputs: outputs, metadata: unsafe try entries(metadata),
            producer: producer ?? "", graphName: graphName ?? "", domain: domain ?? "",
            summary: summary ?? "",
            version: unsafe try api.number { unsafe api.metadata_version(metadata, $0) })
    }

    private func entries(_ metadata: OpaquePointer) throws -> [String: String] {
        var keys: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
        var count: Int64 = 0
        unsafe try api.check(api.metadata_keys(metadata, allocator, &keys, &count))
        guard let keys = unsafe keys else { return [:] }
        var entries: [String: String] = [:]
        for index in 0..<Int(count) {
            guard let key = unsafe keys[index] else { continue }
            entries[unsafe String(cString: key)] = unsafe try api.text(allocator) {
                unsafe api.metadata_value(metadata, allocator, key, $0)
            }
            unsafe try api.check(api.allocator_free(allocator, key))
        }
        unsafe try api.check(api.allocator_free(allocator, keys))
        return entries
    }
}

/// Calls `body` with the texts as C strings that live until it returns.
func withCStrings<Result>(
    _ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) throws -> Result
) rethrows -> Result {
    let characters = texts.flatMap { $0.utf8CString }
    return unsafe try characters.withUnsafeBufferPointer { buffer in
        var pointers: [UnsafePointer<CChar>?] = unsafe []
        var offset = 0
        for text in texts {
            unsafe pointers.append(buffer.baseAddress.map { unsafe $0 + offset })
            offset += text.utf8.count + 1
        }
        return unsafe try pointers.withUnsafeBufferPointer { unsafe try body($0.baseAddress) }
    }
}
