/// What all connections of a server share.
final class ConnectionRules: Sendable {
    let configuration: ServerConfiguration
    let access: AccessPolicy
    let encoder: ResponseEncoder
    let bodyPolicy: @Sendable (Request) -> BodyPolicy

    init(
        _ configuration: ServerConfiguration,
        bodyPolicy: @escaping @Sendable (Request) -> BodyPolicy = { _ in .form }
    ) {
        self.configuration = configuration
        self.bodyPolicy = bodyPolicy
        access = AccessPolicy(additionalHosts: configuration.additionalHosts)
        encoder = ResponseEncoder(configuration.securityHeaders)
    }
}
