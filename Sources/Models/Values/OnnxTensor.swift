/// The kind of number, truth value or text a tensor holds; the raw values are the file format's.
public enum OnnxElementType: Int32, Sendable, Hashable, CaseIterable {
    case float32 = 1
    case uint8 = 2
    case int8 = 3
    case uint16 = 4
    case int16 = 5
    case int32 = 6
    case int64 = 7
    case string = 8
    case bool = 9
    case float16 = 10
    case float64 = 11
    case uint32 = 12
    case uint64 = 13
    case complex64 = 14
    case complex128 = 15
    case bfloat16 = 16

    /// The name NumPy and ONNX tools give the type, such as `float32`.
    public var name: String { String(describing: self) }
}

/// The elements of a tensor, the last axis running fastest.
///
/// Narrower types that a model gives are widened: 8- and 16-bit integers to `int32`, `uint32` to
/// `int64`, 16-bit floats to `float32`.
public enum OnnxTensorData: Sendable, Hashable {
    case float32([Float])
    case float64([Double])
    case int32([Int32])
    case int64([Int64])
    case bool([Bool])
    case string([String])

    /// The number of elements.
    public var count: Int {
        switch self {
        case .float32(let elements): elements.count
        case .float64(let elements): elements.count
        case .int32(let elements): elements.count
        case .int64(let elements): elements.count
        case .bool(let elements): elements.count
        case .string(let elements): elements.count
        }
    }

    /// The type of the elements.
    public var elementType: OnnxElementType {
        switch self {
        case .float32: .float32
        case .float64: .float64
        case .int32: .int32
        case .int64: .int64
        case .bool: .bool
        case .string: .string
        }
    }

    /// The elements as numbers, false and true as 0 and 1; nil for text.
    ///
    /// - Complexity: O(count).
    public var numbers: [Double]? {
        switch self {
        case .float32(let elements): elements.map(Double.init)
        case .float64(let elements): elements
        case .int32(let elements): elements.map(Double.init)
        case .int64(let elements): elements.map(Double.init)
        case .bool(let elements): elements.map { $0 ? 1 : 0 }
        case .string: nil
        }
    }
}

/// A block of elements with its dimensions; without dimensions it is one element, a scalar.
public struct OnnxTensor: Sendable, Hashable {
    /// The size along each axis.
    public let dims: [Int]

    /// The elements, the last axis running fastest; as many as the product of `dims`.
    public let data: OnnxTensorData

    /// A tensor; nil unless there are exactly as many elements as `dims` multiply to.
    public init?(dims: [Int], data: OnnxTensorData) {
        guard OnnxTensor.elementCount(dims) == data.count else { return nil }
        self.dims = dims
        self.data = data
    }

    /// A vector of all the elements.
    public init(_ data: OnnxTensorData) {
        dims = [data.count]
        self.data = data
    }

    /// The product of the sizes; nil when one is negative or the product is no `Int`.
    public static func elementCount(_ dims: [Int]) -> Int? {
        var count = 1
        for size in dims {
            let (product, overflow) = count.multipliedReportingOverflow(by: size)
            guard size >= 0, !overflow else { return nil }
            count = product
        }
        return count
    }
}
