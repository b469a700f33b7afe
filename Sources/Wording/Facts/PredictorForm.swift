/// What a form about the model learned of a set asks for.
package enum PredictorForm: String, CaseIterable {
    case horizon, use, newest, off, on

    /// The value of a horizon that is chosen by the data.
    package static let automatic = "auto"
}
