import ArgumentParser

/// What `tunebook new` begins a notebook with.
enum NotebookTemplate: String, ExpressibleByArgument, CaseIterable {
  case tuning, compare, csv

  var abstract: String {
    switch self {
    case .tuning: "trainings that differ in one thing each"
    case .compare: "networks side by side"
    case .csv: "a table of your own"
    }
  }

  /// The notebook's text.
  ///
  /// - Parameters:
  ///   - title: letters, digits, spaces, `.`, `-` and `_` alone.
  ///   - table: the name of the CSV file beside the notebook.
  func notebook(title: String, table: String) -> String {
    switch self {
    case .tuning: Self.tuning(title: title)
    case .compare: Self.compare(title: title)
    case .csv: Self.csv(title: title, table: table)
    }
  }

  /// The content of the CSV file beside the notebook, where it has one.
  var table: String? { self == .csv ? Self.leaves : nil }

  /// What to set in order to see something change.
  var suggestedSetting: String {
    switch self {
    case .tuning: "rounds=12"
    case .compare: "units=60"
    case .csv: "rounds=60"
    }
  }
}
