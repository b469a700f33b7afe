package import Values

/// What is said of data sets over which the program crashed.
package protocol SetAsidePhrases {
    /// Which set, how often, at which step and when.
    func setAside(_ aside: SetAside, set: String?) -> Sentence
    /// What that means for its files and for other sets, and how it is tried again.
    func setAsideCard(_ aside: SetAside, set: String?) -> CardWords
    /// `2 set aside`, for the header.
    func setAsideMark(_ count: Int) -> String
}
