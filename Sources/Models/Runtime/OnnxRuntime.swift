import COnnxRuntime
import Values

/// The runtime's answer to a call that failed, in its own words.
struct OnnxRuntimeError: Error, Sendable, Hashable {
    let code: Int32
    let message: String
}

/// No candidate could be opened.
struct LibraryMissing: Error {
    let attempts: [LibraryAttempt]
}

/// An opened library with its environment.
///
/// Its handles stay inside. Used only in the process that runs models (see `InferenceWorker`): a
/// bad model can end or hang the process it is loaded in.
@safe final class OnnxRuntime {
    /// Log level "fatal": the status of a failing call says everything, and nothing is logged
    /// besides.
    private static let silent: Int32 = 4

    let description: RuntimeDescription
    let api: onnx_api
    let environment: OpaquePointer
    let allocator: OpaquePointer

    /// Marks the memory of tensors as the processor's own.
    let memoryInfo: OpaquePointer

    /// Opens the first candidate that is an ONNX Runtime, its usage reporting switched off.
    ///
    /// - Throws: `LibraryMissing` with the loader's words for each, or `OnnxRuntimeError`.
    convenience init(opening candidates: [String]) throws {
        var attempts: [LibraryAttempt] = []
        for path in candidates {
            do {
                let (api, version) = try OnnxRuntime.open(path)
                try self.init(
                    api: api, description: RuntimeDescription(path: path, version: version))
                return
            } catch let attempt as LibraryAttempt {
                attempts.append(attempt)
            }
        }
        throw LibraryMissing(attempts: attempts)
    }

    private init(api: onnx_api, description: RuntimeDescription) throws {
        self.description = description
        self.api = api
        unsafe environment = try api.object {
            unsafe api.env_create(OnnxRuntime.silent, "models", $0)
        }
        unsafe allocator = try api.object { unsafe api.default_allocator($0) }
        unsafe memoryInfo = try api.object { unsafe api.memory_info_create(0, 0, $0) }
    }

    deinit {
        unsafe api.memory_info_release(memoryInfo)
        unsafe api.env_release(environment)
    }

    private static func open(_ path: String) throws -> (onnx_api, version: String) {
        var api = onnx_api()
        var version: UnsafePointer<CChar>?
        var message = [CChar](repeating: 0, count: 1024)
        guard unsafe onnx_open(path, &api, &version, &message, message.count) != 0 else {
            throw LibraryAttempt(path: path, reason: text(message))
        }
        return unsafe (api, version: version.map { unsafe String(cString: $0) } ?? "")
    }

    private static func text(_ buffer: [CChar]) -> String {
        String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// Options for one session: one thread, which serves matrices of telemetry best, and no
    /// spinning.
    func sessionOptions() throws -> OpaquePointer {
        let options = unsafe try api.object { unsafe api.options_create($0) }
        do {
            unsafe try api.check(api.options_set_threads(options, 1))
            unsafe try api.check(api.options_set_log_level(options, OnnxRuntime.silent))
            unsafe try api.check(api.options_set_optimization(options, 99))
            for key in ["session.intra_op.allow_spinning", "session.inter_op.allow_spinning"] {
                unsafe try api.check(api.options_add_entry(options, key, "0"))
            }
        } catch {
            unsafe api.options_release(options)
            throw error
        }
        return unsafe options
    }
}

extension LibraryAttempt: Error {}

extension onnx_api {
    /// Throws what the status says, and releases it.
    func check(_ status: OpaquePointer?) throws {
        guard let status = unsafe status else { return }
        defer { unsafe status_release(status) }
        let words = unsafe status_message(status)
        throw unsafe OnnxRuntimeError(
            code: status_code(status), message: words.map { unsafe String(cString: $0) } ?? "")
    }

    /// The object that `make` puts into its argument.
    func object(
        _ make: (UnsafeMutablePointer<OpaquePointer?>) -> OpaquePointer?
    ) throws -> OpaquePointer {
        var object: OpaquePointer?
        unsafe try check(make(&object))
        guard let object = unsafe object else {
            throw OnnxRuntimeError(code: 1, message: "no object")
        }
        return unsafe object
    }

    /// The number that `give` puts into its argument.
    func number<Number: FixedWidthInteger>(
        _ give: (UnsafeMutablePointer<Number>) -> OpaquePointer?
    ) throws -> Number {
        var number: Number = 0
        unsafe try check(give(&number))
        return number
    }

    /// The text that `give` allocates with `allocator`, repaired to UTF-8 and freed; nil when
    /// absent.
    func text(
        _ allocator: OpaquePointer,
        _ give: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> OpaquePointer?
    ) throws -> String? {
        var pointer: UnsafeMutablePointer<CChar>?
        unsafe try check(give(&pointer))
        guard let pointer = unsafe pointer else { return nil }
        let text = unsafe String(cString: pointer)
        unsafe try check(allocator_free(allocator, pointer))
        return text
    }
}
