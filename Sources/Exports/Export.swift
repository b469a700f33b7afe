/// Something that can be saved from a page.
package protocol Export: Sendable {
    /// The name offered to the browser, in ASCII.
    var fileName: String { get }
    /// The media type of the content.
    var mediaType: String { get }
    /// The content.
    func content() -> [UInt8]
}
