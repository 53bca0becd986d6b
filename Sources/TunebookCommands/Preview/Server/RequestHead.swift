/// The head of an HTTP request (RFC 9112), the only part that a preview reads.
package struct RequestHead: Sendable, Equatable {
  package let method: String
  package let path: String
  private let query: [Substring]
  private let fields: [Field]

  struct Field: Sendable, Equatable {
    /// The name in lower case.
    let name: String
    let value: String
  }

  /// - Parameter target: the path, with or without a query.
  init(method: String, target: String, fields: [Field]) {
    let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    self.method = method
    path = String(parts[0])
    query = parts.count > 1 ? parts[1].split(separator: "&") : []
    self.fields = fields
  }

  /// Returns the values of all fields with a lower-case name.
  package func values(of name: String) -> [String] {
    fields.filter { $0.name == name }.map(\.value)
  }

  /// Returns the value of the first parameter with a name in the address.
  package func parameter(_ name: String) -> String? {
    let start = name + "="
    return query.first { $0.hasPrefix(start) }.map { String($0.dropFirst(start.count)) }
  }

  /// Returns the values of all cookies with a name.
  package func cookies(_ name: String) -> [String] {
    values(of: "cookie").flatMap { $0.split(separator: ";") }.compactMap { cookie in
      let cookie = cookie.drop { $0 == " " }
      return cookie.hasPrefix(name + "=") ? String(cookie.dropFirst(name.count + 1)) : nil
    }
  }

  /// A Boolean value that is true if a body follows.
  var hasBody: Bool {
    !values(of: "transfer-encoding").isEmpty || values(of: "content-length").contains { $0 != "0" }
  }
}
