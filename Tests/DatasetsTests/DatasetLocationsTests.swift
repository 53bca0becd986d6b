import Datasets
import Foundation
import Testing

@Suite struct DatasetLocationsTests {
  private let notebooks = URL(fileURLWithPath: "/notebooks", isDirectory: true)

  private func locations(_ environment: [String: String]) -> DatasetLocations {
    DatasetLocations(notebookFolder: notebooks, dataFolder: nil, environment: environment)
  }

  @Test("The cache is in XDG_CACHE_HOME, or else in .cache at home.")
  func cache() {
    #expect(locations(["HOME": "/home/me"]).cacheFolder.path == "/home/me/.cache/tunebook")
    #expect(
      locations(["HOME": "/home/me", "XDG_CACHE_HOME": "/caches"]).cacheFolder.path == "/caches/tunebook")
    #expect(
      locations(["HOME": "/home/me", "XDG_CACHE_HOME": ""]).cacheFolder.path == "/home/me/.cache/tunebook")
  }

  @Test("TUNEBOOK_DATA names a folder.")
  func environmentFolder() {
    #expect(locations([:]).environmentFolder == nil)
    #expect(locations(["TUNEBOOK_DATA": "/data"]).environmentFolder?.path == "/data")
  }

  @Test("TUNEBOOK_OFFLINE forbids downloads, unless it is empty or 0.")
  func offline() {
    #expect(locations([:]).downloads.isAllowed)
    #expect(locations(["TUNEBOOK_OFFLINE": ""]).downloads.isAllowed)
    #expect(locations(["TUNEBOOK_OFFLINE": "0"]).downloads.isAllowed)
    #expect(!locations(["TUNEBOOK_OFFLINE": "1"]).downloads.isAllowed)
  }
}
