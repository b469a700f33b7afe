/// `perfmon token NAME`: makes a token for a program. The token goes to standard error, to be kept
/// where the program finds it; its line for the password file to standard output.
struct TokenCommand {
    let name: String
    let access: AccessToken.Access

    func run() -> Int32 {
        let made = AccessToken.made(name: name, access: access)
        print(made.token.line)
        print(
            "Token for \(name) (\(access.rawValue)), shown once: \(made.text)",
            to: &Output.standardError)
        return 0
    }
}
