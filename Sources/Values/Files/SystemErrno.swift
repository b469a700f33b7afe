import Foundation

extension Error {
    /// The `errno` behind an error of Foundation, which the global one no longer tells once the
    /// error is thrown; `EIO` where there is none.
    package var systemErrno: Int32 {
        let error = self as NSError
        if error.domain == NSPOSIXErrorDomain { return Int32(clamping: error.code) }
        let inner = error.userInfo[NSUnderlyingErrorKey] as? NSError
        return Int32(clamping: inner?.code ?? Int(EIO))
    }
}
