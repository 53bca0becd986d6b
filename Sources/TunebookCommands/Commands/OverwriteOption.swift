import ArgumentParser

/// The option of every command that writes files under names that it is given.
struct OverwriteOption: ParsableArguments {
  @Flag(
    name: .customLong("overwrite"),
    help: "Replace files of these names even where tunebook did not write them.")
  var isOn = false
}
