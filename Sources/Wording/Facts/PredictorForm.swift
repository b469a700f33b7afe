/// What a form about the model that is learned of a set asks for.
package enum PredictorForm: String, CaseIterable {
    case horizon, use, newest, off, on

    /// The value of a horizon that the data are asked for.
    package static let automatic = "auto"
}
