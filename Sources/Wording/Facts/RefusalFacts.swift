package import Reports
import Values

extension ModelPanel.Refusal {
    /// Names and numbers that help a reader, the same in every language; often empty.
    package var figures: String {
        switch self {
        case .file(.externalData(let locations)): locations.prefix(4).joined(separator: ", ")
        case .file(.controlFlow(let name)): name
        case .file(.tooManyNodes(let count, _)), .file(.localFunctions(let count)): "\(count)"
        case .file(.formatTooNew(let version, _)): "ir \(version)"
        case .form(.input(let name)), .form(.inputType(let name)), .form(.inputTooLarge(let name)):
            name
        case .form(.outputs(let names)): names.prefix(4).joined(separator: ", ")
        default: ""
        }
    }
}
