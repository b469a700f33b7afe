/// Something that can be saved from a page.
package protocol Export: Sendable {
    /// The file name offered to the browser, in ASCII.
    var fileName: String { get }
    /// The media type of the content.
    var mediaType: String { get }
    /// The bytes of the file, built as a whole; throws what reading them throws.
    func content() throws -> [UInt8]
}
