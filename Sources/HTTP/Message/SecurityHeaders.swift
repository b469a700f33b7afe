/// The fields that tell browsers what pages of this server may do, added to every answer.
package struct SecurityHeaders: Sendable {
    package var fields: HeaderFields

    /// Any fields; an answer that sets one of them itself keeps its own value.
    package init(fields: HeaderFields) { self.fields = fields }

    /// Nothing from other origins, no inline script or style (images may be `data:`), no framing,
    /// no sniffing of types.
    package static let strict = SecurityHeaders(fields: [
        "Content-Security-Policy":
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
            + "form-action 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "X-Frame-Options": "DENY",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    ])
}
