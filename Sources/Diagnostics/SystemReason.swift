import Foundation

/// Returns the system's reason for a failed file operation, such as "no space left on device", without the
/// paths and codes that Foundation adds.
package func systemReason(of error: any Error) -> String {
  let error = error as NSError
  if let inner = error.userInfo[NSUnderlyingErrorKey] as? any Error { return systemReason(of: inner) }
  if error.domain == NSPOSIXErrorDomain { return systemReason(ofNumber: Int32(error.code)) }
  if let number = (error as? CocoaError).flatMap({ errorNumbers[$0.code] }) {
    return systemReason(ofNumber: number)
  }
  return error.localizedDescription.trimmingCharacters(in: ["."])
}

/// - Parameter number: a value of `errno`.
package func systemReason(ofNumber number: Int32) -> String {
  String(cString: strerror(number)).lowercased()
}

/// The error numbers of the system that Foundation does not expose.
private let errorNumbers: [CocoaError.Code: Int32] = [
  .fileNoSuchFile: ENOENT, .fileReadNoSuchFile: ENOENT, .fileReadNoPermission: EACCES,
  .fileWriteNoPermission: EACCES, .fileWriteFileExists: EEXIST, .fileWriteOutOfSpace: ENOSPC,
  .fileWriteVolumeReadOnly: EROFS, .fileReadInvalidFileName: ENAMETOOLONG,
  .fileWriteInvalidFileName: ENAMETOOLONG,
]
