/// The colours of a page: light, dark, or as the system says.
package enum Theme: String, Sendable, Hashable, CaseIterable { case auto, light, dark }
