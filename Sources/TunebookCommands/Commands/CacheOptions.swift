import ArgumentParser
import Datasets
import Foundation
import NotebookRunner

/// The options for a cache of finished trainings on a web server.
struct CacheOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Share finished training runs through the web server at this address, which answers GET, HEAD and PUT (also \
      TUNEBOOK_CACHE).
      """, valueName: "url"))
  var cache: String?

  @Flag(
    help: """
      Trust the training runs in the cache, and store them under your own key (also TUNEBOOK_TRUST_CACHE=1). Whoever \
      can write there decides what your pages say.
      """)
  var trustCache = false

  @Flag(help: "Put finished training runs into the cache if it lacks them (also TUNEBOOK_CACHE_WRITE=1).")
  var cacheWrite = false

  private static func environment(_ name: String) -> String? {
    ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  private static func isSet(_ name: String) -> Bool { environment(name).map { $0 != "0" } ?? false }

  private static var isOffline: Bool { DatasetLocations.isOffline(ProcessInfo.processInfo.environment) }

  /// The address that the user chose; `nil` for no cache. One in the environment gives way to TUNEBOOK_OFFLINE.
  private var chosen: String? { cache ?? (Self.isOffline ? nil : Self.environment("TUNEBOOK_CACHE")) }
  private var isTrusted: Bool { trustCache || Self.isSet("TUNEBOOK_TRUST_CACHE") }
  private var isFilled: Bool { cacheWrite || Self.isSet("TUNEBOOK_CACHE_WRITE") }

  func validate() throws {
    guard let chosen else {
      if (trustCache || cacheWrite) && !Self.isOffline {
        throw ValidationError("--trust-cache and --cache-write are for --cache.")
      }
      return
    }
    if cache != nil, Self.isOffline {
      throw ValidationError("TUNEBOOK_OFFLINE forbids the use of the network: leave out --cache.")
    }
    guard Self.url(chosen) != nil else {
      throw ValidationError(
        "--cache takes an address such as http://cache.example:8080, without a password or a question mark."
      )
    }
    if !isTrusted, !isFilled {
      throw ValidationError(
        """
        A cache is neither read nor written unless you say so: add --trust-cache, --cache-write or both to --cache.
          With --trust-cache, whoever can write to the cache decides what your pages say.
        """)
    }
  }

  /// Checks that the user has not asked for a cache where none is used.
  func check(noCache: Bool, untrusted: Bool) throws {
    guard cache != nil || trustCache || cacheWrite else { return }
    if noCache { throw ValidationError("--no-cache computes everything: leave out --cache.") }
    if untrusted {
      throw ValidationError("--untrusted uses no network and no stored results: leave out --cache.")
    }
  }

  /// Returns the cache; `nil` if the user chose none. All notebooks of a command share it, so that it is given up once.
  func chosenCache() -> TrainingCache? {
    chosen.flatMap(Self.url).map { TrainingCache(at: $0, isTrusted: isTrusted, isFilled: isFilled) }
  }

  /// The options as a job gives them to the command.
  var arguments: [String] {
    guard let chosen else { return [] }
    return ["--cache", chosen] + (isTrusted ? ["--trust-cache"] : []) + (isFilled ? ["--cache-write"] : [])
  }

  /// Returns an address of a web server, which holds no secrets; `nil` if the text is none.
  private static func url(_ text: String) -> URL? {
    guard let parts = URLComponents(string: text), ["http", "https"].contains(parts.scheme?.lowercased()),
      parts.host?.isEmpty == false, parts.user == nil, parts.password == nil, parts.query == nil,
      parts.fragment == nil
    else { return nil }
    return parts.url
  }
}
